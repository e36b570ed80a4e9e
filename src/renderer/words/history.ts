import type { IndexAgreement, JournalEvent, JournalKind } from '../../shared/data/journal.ts'
import { nameAndYear } from '../../shared/facts/recordName.ts'
import { importWords } from '../../shared/words/record.ts'
import { bytes, count } from '../ui/format.ts'

type Repaired = Extract<JournalEvent, { kind: 'repair' }>

const weekdaysZh = ['日', '一', '二', '三', '四', '五', '六']
const weekdaysEn = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const dateZh = (at: Date) => `${at.getFullYear()} 年 ${at.getMonth() + 1} 月 ${at.getDate()} 日`
const dateEn = (at: Date) => at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
const span = (ms: number) => Math.max(1, Math.round(ms / 1000))

export const historyZh = {
  title: '沿革',
  sub: (n: number) => `整库 ${count(n)} 条变更，只增不删`,
  filter: '机关、文件、缘由',
  facets: '筛选',
  what: '做了什么',
  kinds: {
    ingest: '收件',
    refuse: '未收',
    revise: '变更',
    verify: '核验',
    reread: '重读',
    repair: '修复',
    export: '导出',
    inspect: '四性检测',
    migrate: '换存法',
  } as Record<JournalKind, string>,
  who: '何人',
  when: '何时',
  spans: { today: '今日', week: '近七日', month: '本月', all: '全部' },
  onlyRecord: '只看这一份报告',
  list: '变更',
  day: (at: Date, thisYear: boolean) =>
    `${thisYear ? '' : `${at.getFullYear()} 年 `}${at.getMonth() + 1} 月 ${at.getDate()} 日 星期${weekdaysZh[at.getDay()] ?? ''}`,
  report: nameAndYear,
  and: '，',
  quote: (text: string) => `“${text}”`,
  noWhy: '未附说明',
  reverses: '原先那条仍在册',
  batch: (n: number, states: { archived: number; warned: number; failed: number; refused: number }) =>
    `${count(n)} 份：${[
      states.archived ? `${importWords.zh.archived} ${count(states.archived)}` : '',
      states.warned ? `${importWords.zh.warned} ${count(states.warned)}` : '',
      states.failed ? `${importWords.zh.failed} ${count(states.failed)}` : '',
      states.refused ? `未收 ${count(states.refused)}` : '',
    ]
      .filter(Boolean)
      .join('，')}`,
  migrated: (n: number) => `${count(n)} 份记录换用新版存法`,
  migratedWhy: '机读与人工所定一律照旧，原路径和报错细节移出记录，只留在本机',
  ingested: '收件',
  fileStates: { ...importWords.zh, refused: '未收' },
  exported: (n: number, name: string) => `导出 ${count(n)} 份到“${name}”`,
  exportedAs: { bag: 'BagIt 包，写完已逐件核对', csv: '数据表 CSV' },
  exportedSize: (files: number, size: number) => `文件 ${count(files)} 个，${bytes(size)}`,
  inspected: (n: number, bad: number) =>
    bad === 0 ? `${count(n)} 份，没有不通过的项目` : `${count(n)} 份，其中 ${count(bad)} 份有不通过的项目`,
  inspectedBecause: { import: '收件后自动进行，报告存在归档库里', asked: '报告存在归档库里' },
  unopened: (n: number) => `有 ${count(n)} 份记录打不开，报告里列了名`,
  goInspection: '查看检测报告',
  round: (since: Date, until: Date) => `后台逐份核验一轮：${dateZh(since)}至${dateZh(until)}`,
  moreProblems: (n: number) => `另有 ${count(n)} 处未列，可用“现在核验”逐处列出`,
  fromBag: (bag: string, revisions: number) => `由包“${bag}”取回，连同变更 ${count(revisions)} 条`,
  moreFiles: (n: number) => `另有 ${count(n)} 份`,
  whole: '已核验完整',
  damaged: (n: number) => `核验有 ${count(n)} 处不符`,
  verifyText: (sources: number, records: number) => `${count(sources)} 份原件、${count(records)} 份记录逐字节核对`,
  reread: (n: number) => (n === 0 ? '人工更正照旧' : `有 ${count(n)} 处与人工更正不同，仍以更正为准`),
  rereadLong: '从收存的原件重新读取，换了机读。人工更正、确认与定论照旧。',
  repaired: (event: Repaired) => ('generation' in event ? `据 ${event.generation} 的留存` : '原件由同一份文件补好'),
  repairedLong: (event: Repaired) =>
    'generation' in event
      ? `记录文件有损，已据 ${event.generation} 的留存与沿革复原。`
      : `收存的原件${event.was === 'missing' ? '不见了' : '已不是收存时的样子'}，重新导入同一份文件时已补好，SHA-256 相符。`,
  took: (ms: number) =>
    `用时 ${span(ms) < 60 ? `${span(ms)} 秒` : `${Math.floor(span(ms) / 60)} 分 ${span(ms) % 60} 秒`}`,
  verifier: (who: string) => `核验人 ${who}`,
  verify: '现在核验',
  verifying: (done: number, of: number) => `正在核验，${count(done)} / ${count(of)}`,
  verifiedWhole: (sources: number, entries: number) =>
    `${count(sources)} 份原件与收存时逐字节一致，${count(entries)} 条变更首尾相连，无缺无改`,
  verifiedDamaged: (n: number) => `核验发现 ${count(n)} 处不符`,
  verifyAgain: '再核验一次',
  whichDamaged: '再核验一次，会列出是哪一份、坏在哪里。有备份的，可由备份恢复出一个完好的归档库。',
  afterDamage: '有损的记录，打开那份报告就由留存复原。有损的原件，重新导入同一份文件就补好。再不行，用备份：',
  besides: (n: number) => `另有 ${count(n)} 处要留意`,
  stopped: '核验没有做完',
  indexAgrees: ({ compared, differing, repaired }: IndexAgreement) =>
    differing === 0
      ? `目录与全文索引逐份比对 ${count(compared)} 份，都与记录相符`
      : `目录与全文索引有 ${count(differing)} 处与记录不符，${repaired ? '已按记录重写' : '请在能写入的窗口核验以重写'}`,
  older: '再看更早的',
  detail: '详情',
  before: '改前',
  after: '改后',
  machine: '机读',
  sure: (share: number) => `机读，把握 ${Math.round(share * 100)}%`,
  at: '何时',
  by: '何人',
  why: '缘由',
  entry: '本条',
  previous: '上条',
  entryText: (n: number, hash: string) => `第 ${count(n)} 条，摘要 ${hash}`,
  place: (name: string, table: string, page: number | null) =>
    [name, table, page === null ? '' : `原件第 ${page} 页`].filter(Boolean).join('，'),
  allOfCell: '本格全部变更',
  original: '原件此处',
  restore: (value: string) => `恢复为 ${value}`,
  already: (value: string) => `现在就是 ${value}`,
  restored: (place: string, value: string) => `已把 ${place} 恢复为 ${value}`,
  restoreNote: '恢复也是一条新变更，原有各条照旧在册。',
  goCell: '到该格',
  goReport: '打开报告',
  emptyTitle: '还没有变更',
  emptyWhy: '收件、更正、定论和核验都会记在这里，只增不删。',
  noneTitle: '没有合于这些条件的变更',
  noneWhy: '去掉一项条件再看。',
  hints: { move: '逐条', open: '到该格' },
}

export const historyEn: typeof historyZh = {
  title: 'History',
  sub: n => `${count(n)} entries, only ever added to`,
  filter: 'Report, file, reason',
  facets: 'Filters',
  what: 'What',
  kinds: {
    ingest: 'Imported',
    refuse: 'Refused',
    revise: 'Changed',
    verify: 'Verified',
    reread: 'Read again',
    repair: 'Repaired',
    export: 'Exported',
    inspect: 'Inspected',
    migrate: 'New form',
  },
  who: 'Who',
  when: 'When',
  spans: { today: 'Today', week: 'Last 7 days', month: 'This month', all: 'All' },
  onlyRecord: 'Only this report',
  list: 'Entries',
  day: (at, thisYear) =>
    `${weekdaysEn[at.getDay()] ?? ''}, ${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', ...(thisYear ? {} : { year: 'numeric' }) })}`,
  report: nameAndYear,
  and: ', ',
  quote: text => `“${text}”`,
  noWhy: 'No reason given',
  reverses: 'The earlier entry stays on record',
  batch: (n, states) =>
    `${count(n)} ${n === 1 ? 'file' : 'files'}: ${[
      states.archived ? `${count(states.archived)} archived` : '',
      states.warned ? `${count(states.warned)} with warnings` : '',
      states.failed ? `${count(states.failed)} failed` : '',
      states.refused ? `${count(states.refused)} refused` : '',
    ]
      .filter(Boolean)
      .join(', ')}`,
  migrated: n => `${count(n)} ${n === 1 ? 'record is' : 'records are'} kept in a new form`,
  migratedWhy:
    'What was read and decided is the same; paths and error details left the records and stay on this computer',
  ingested: 'Import',
  fileStates: { ...importWords.en, refused: 'Refused' },
  exported: (n, name) => `exported ${count(n)} to “${name}”`,
  exportedAs: { bag: 'BagIt bag, verified after writing', csv: 'CSV table' },
  exportedSize: (files, size) => `${count(files)} ${files === 1 ? 'file' : 'files'}, ${bytes(size)}`,
  inspected: (n, bad) => (bad === 0 ? `${count(n)}, nothing failed` : `${count(n)}, ${count(bad)} with failures`),
  inspectedBecause: {
    import: 'by itself after an import; the report is kept in the archive',
    asked: 'the report is kept in the archive',
  },
  unopened: n => `${count(n)} records could not be opened; the report names them`,
  goInspection: 'Open the report',
  round: (since, until) => `One quiet round over everything, ${dateEn(since)} to ${dateEn(until)}`,
  moreProblems: n => `${count(n)} more are not listed; “Verify now” names all`,
  fromBag: (bag, revisions) => `Restored from the bag “${bag}” with ${count(revisions)} revisions`,
  moreFiles: n => `and ${count(n)} more`,
  whole: 'Verified whole',
  damaged: n => `Verification found ${count(n)} ${n === 1 ? 'difference' : 'differences'}`,
  verifyText: (sources, records) => `${count(sources)} originals and ${count(records)} records checked byte by byte`,
  reread: n => (n === 0 ? 'corrections stay as they are' : `${count(n)} corrections differ from it and stay`),
  rereadLong: 'The kept original was read again and its reading replaced. Corrections, confirmations and answers stay.',
  repaired: event =>
    'generation' in event ? `from the copy of ${event.generation}` : 'the original, from the same file',
  repairedLong: event =>
    'generation' in event
      ? `The record's file was damaged; it was put back from the copy of ${event.generation} and the history.`
      : `The kept original was ${event.was}; importing the same file again put it right, and its SHA-256 agrees.`,
  took: ms => `took ${span(ms) < 60 ? `${span(ms)} s` : `${Math.floor(span(ms) / 60)} min ${span(ms) % 60} s`}`,
  verifier: who => `by ${who}`,
  verify: 'Verify now',
  verifying: (done, of) => `Verifying, ${count(done)} of ${count(of)}`,
  verifiedWhole: (sources, entries) =>
    `${count(sources)} originals are byte for byte as archived; ${count(entries)} entries form one unbroken chain`,
  verifiedDamaged: n => `Verification found ${count(n)} ${n === 1 ? 'difference' : 'differences'}`,
  verifyAgain: 'Verify again',
  whichDamaged:
    'Verify again to see which report it is and what is wrong. A backup can be restored into a whole archive.',
  afterDamage:
    'Opening a report puts a damaged record back from its kept copy; importing the same file again puts a damaged original right. Else use the backup:',
  besides: n => `${count(n)} more to look at`,
  stopped: 'Verification did not finish',
  indexAgrees: ({ compared, differing, repaired }) =>
    differing === 0
      ? `Catalogue and full text compared for ${count(compared)} ${compared === 1 ? 'report' : 'reports'}: all agree with the records`
      : `Catalogue and full text differ from the records in ${count(differing)} ${differing === 1 ? 'place' : 'places'}${repaired ? ', put anew' : '; verify in a window that may write'}`,
  older: 'Show earlier entries',
  detail: 'Details',
  before: 'Before',
  after: 'After',
  machine: 'as read',
  sure: share => `as read, ${Math.round(share * 100)}% sure`,
  at: 'When',
  by: 'Who',
  why: 'Why',
  entry: 'This entry',
  previous: 'Previous',
  entryText: (n, hash) => `No. ${count(n)}, ${hash}`,
  place: (name, table, page) =>
    [name, table, page === null ? '' : `page ${page} of the original`].filter(Boolean).join(', '),
  allOfCell: 'All changes of this cell',
  original: 'This place in the original',
  restore: value => `Restore ${value}`,
  already: value => `Already ${value}`,
  restored: (place, value) => `Restored ${place} to ${value}`,
  restoreNote: 'Restoring adds an entry; the others stay on record.',
  goCell: 'Go to the cell',
  goReport: 'Open the report',
  emptyTitle: 'No entries yet',
  emptyWhy: 'Imports, corrections, answers and verifications are recorded here, and only ever added to.',
  noneTitle: 'No entry fits these conditions',
  noneWhy: 'Drop a condition.',
  hints: { move: 'Entry by entry', open: 'Go to the cell' },
}
