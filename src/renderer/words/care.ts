import { fieldWords } from '../../shared/words/record.ts'
import { bytes, count } from '../ui/format.ts'

/** Backing up, restoring, and reading all sources again. */
export const careZh = {
  stop: '停下',
  stopping: '正在停下',
  close: '关闭',
  chooseFolder: '选文件夹…',
  otherFolder: '换个文件夹…',
  notChosen: '还没有选',
  progress: (done: number, of: number) => (of === 0 ? '正在清点' : `${count(done)} / ${count(of)}`),
  failed: '没有做成',
  problems: (n: number) => `不符 ${count(n)} 处`,
  more: (n: number) => `另有 ${count(n)} 处`,
  backup: {
    title: '备份归档库',
    why: '原件、记录和沿革都拷过去，只写有变动的，写完读回核对。最好放在另一块磁盘或 U 盘上。',
    to: '备份到',
    last: '上次备份',
    never: '还没有备份过',
    lastAt: (when: string, folder: string, whole: boolean) => `${when}，${folder}（${whole ? '完整' : '有损'}）`,
    begin: '开始备份',
    busy: '正在备份',
    done: '备份已做完',
    facts: (copied: number, size: number, present: number) =>
      `写入 ${count(copied)} 个文件（${bytes(size)}），原有 ${count(present)} 个未动`,
    allWhole: '读回核对，全部相符',
    left: '下面这些没有拷，备份里原有的好的一份还在。',
    kept: '停下也不坏事：备份仍是上次做完的样子，下次接着做。',
  },
  restore: {
    title: '由备份恢复',
    why: '把一份备份变回可以用的归档库，放进空文件夹，从不覆盖已有的文件，恢复后全部核验一遍。现在这个归档库不受影响。',
    from: '备份所在',
    to: '恢复到',
    toWhy: '选一个空文件夹，或新建一个',
    begin: '开始恢复',
    busy: '正在恢复和核验',
    done: '恢复已做完',
    facts: (folder: string, copied: number) => `“${folder}”，${count(copied)} 个文件`,
    allWhole: '核验一遍，全部相符',
    left: '备份里有下面这些损坏或缺失，其余都已恢复。',
    use: '以后就用它',
    used: '关闭开卷再打开，用的就是这个归档库。原来的那个还在原处，没有改动。',
  },
  reread: {
    title: '重读全部原件',
    why: '读法有了改进时，用现在的读法把原件再读一遍。先看会有哪些改变，看过再换。人更正、确认、核定过的都不动，与重读不同的列为疑点。',
    scopes: { older: '以前的读法读过的', all: '全部' },
    scope: '重读哪些',
    begin: '看会有哪些改变',
    busy: '正在重读',
    taking: '正在换上',
    none: '没有会改变的',
    nothing: (looked: number) =>
      looked === 0 ? '都是现在的读法读的，不必重读。' : `重读了 ${count(looked)} 份，读得与原来相同。`,
    sum: (records: number, looked: number) => `重读 ${count(looked)} 份，${count(records)} 份会有改变`,
    parts: (cells: number, fields: number, kept: number) =>
      `改 ${count(cells)} 格、${count(fields)} 项题名与机关，${count(kept)} 处与人定的不同，人定的不动`,
    others: (places: number, unread: number) =>
      [
        places > 0 ? `${count(places)} 份只有位置或把握不同，随全部一起换` : '',
        unread > 0 ? `${count(unread)} 份这次没有读出，不换` : '',
      ]
        .filter(Boolean)
        .join('，'),
    list: '会有改变的报告',
    choose: (name: string) => `选上 ${name}`,
    name: (name: string, year: number | null) => (year === null ? name : `${name} ${year}`),
    row: (cells: number, fields: number, sections: number, kept: number) =>
      [
        cells > 0 ? `${count(cells)} 格` : '',
        fields > 0 ? `${count(fields)} 项` : '',
        sections > 0 ? `正文 ${count(sections)} 节` : '',
        kept > 0 ? `与人定不同 ${count(kept)}` : '',
      ]
        .filter(Boolean)
        .join('，'),
    open: (before: number, after: number) => `疑点 ${count(before)} → ${count(after)}`,
    show: '看改了什么',
    reading: '正在读这一份',
    cleared: '空',
    keeps: (n: number) => `${count(n)} 处与人定的不同，仍以人定的为准，列为疑点。`,
    prose: (n: number) => `正文 ${count(n)} 节不同。`,
    takeAll: (n: number) => `全部换上 ${count(n)} 份`,
    take: (n: number) => `换上所选 ${count(n)} 份`,
    done: (taken: number, kept: number) =>
      kept > 0 ? `已换上 ${count(taken)} 份，${count(kept)} 处与人定的不同，列为疑点` : `已换上 ${count(taken)} 份`,
    fields: fieldWords.zh,
  },
}

const several = (n: number, thing: string) => `${count(n)} ${thing}${n === 1 ? '' : 's'}`

export const careEn: typeof careZh = {
  stop: 'Stop',
  stopping: 'Stopping',
  close: 'Close',
  chooseFolder: 'Choose a folder…',
  otherFolder: 'Another folder…',
  notChosen: 'None chosen yet',
  progress: (done, of) => (of === 0 ? 'Counting' : `${count(done)} of ${count(of)}`),
  failed: 'Not done',
  problems: n => `${count(n)} ${n === 1 ? 'problem' : 'problems'}`,
  more: n => `and ${count(n)} more`,
  backup: {
    title: 'Back up the archive',
    why: 'Originals, records and history are copied; only what changed is written, then read back and compared. Best on another disk.',
    to: 'Back up to',
    last: 'Last backup',
    never: 'Never backed up',
    lastAt: (when, folder, whole) => `${when}, ${folder} (${whole ? 'whole' : 'damaged'})`,
    begin: 'Back up',
    busy: 'Backing up',
    done: 'Backup finished',
    facts: (copied, size, present) =>
      `${several(copied, 'file')} written (${bytes(size)}), ${count(present)} there already`,
    allWhole: 'Read back and compared: all whole',
    left: 'These were not copied; a good copy that the backup had of them stays.',
    kept: 'Stopping does no harm: the backup stays what the last finished run made it, and the next run goes on.',
  },
  restore: {
    title: 'Restore from a backup',
    why: 'Makes a backup an archive to work in again, in an empty folder. Nothing is ever overwritten; all of it is verified. The archive open now is not touched.',
    from: 'Backup',
    to: 'Restore to',
    toWhy: 'An empty folder, or a new one',
    begin: 'Restore',
    busy: 'Restoring and verifying',
    done: 'Restored',
    facts: (folder, copied) => `“${folder}”, ${several(copied, 'file')}`,
    allWhole: 'Verified: all whole',
    left: 'The backup has these damaged or missing; everything else was restored.',
    use: 'Use it from now on',
    used: 'Close Kaijuan and open it again: it opens this archive. The old one stays where it is, unchanged.',
  },
  reread: {
    title: 'Read all sources again',
    why: 'When reading has become better, reads the sources once more. You first see what would change, then take it. What people corrected, confirmed or reviewed stays; where the new reading differs from it, that becomes a question.',
    scopes: { older: 'Those read by older readers', all: 'All' },
    scope: 'Which ones',
    begin: 'See what would change',
    busy: 'Reading again',
    taking: 'Taking the new readings',
    none: 'Nothing would change',
    nothing: looked =>
      looked === 0 ? 'All were read by today’s readers.' : `${count(looked)} were read again, with the same result.`,
    sum: (records, looked) => `${count(looked)} read again, ${count(records)} would change`,
    parts: (cells, fields, kept) =>
      `${several(cells, 'cell')} and ${several(fields, 'fact')} change; ${count(kept)} differ from what people decided, which stays`,
    others: (places, unread) =>
      [
        places > 0 ? `${count(places)} differ in places or confidence only and go along with all` : '',
        unread > 0 ? `${count(unread)} could not be read this time and stay` : '',
      ]
        .filter(Boolean)
        .join('; '),
    list: 'Reports that would change',
    choose: name => `Choose ${name}`,
    name: (name, year) => (year === null ? name : `${name} ${year}`),
    row: (cells, fields, sections, kept) =>
      [
        cells > 0 ? several(cells, 'cell') : '',
        fields > 0 ? several(fields, 'fact') : '',
        sections > 0 ? several(sections, 'section') : '',
        kept > 0 ? `${count(kept)} unlike a person’s` : '',
      ]
        .filter(Boolean)
        .join(', '),
    open: (before, after) => `questions ${count(before)} → ${count(after)}`,
    show: 'What changes',
    reading: 'Reading this one',
    cleared: 'empty',
    keeps: n => `${count(n)} differ from what a person decided; that stays, and becomes a question.`,
    prose: n => `${count(n)} sections of prose differ.`,
    takeAll: n => `Take all ${count(n)}`,
    take: n => `Take the chosen ${count(n)}`,
    done: (taken, kept) =>
      kept > 0
        ? `${count(taken)} taken, ${count(kept)} differ from what people decided and became questions`
        : `${count(taken)} taken`,
    fields: fieldWords.en,
  },
}
