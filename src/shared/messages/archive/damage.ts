import type { MessageTable } from '../model.ts'
import { restUnharmed } from './kept.ts'

const fromBackup = {
  zh: '请从备份取回这个文件，放回原处，再核验一次。',
  en: 'Bring this file back from a backup, then verify again.',
} as const

/** What verification finds. */
export const archiveDamageMessages = {
  'archive.verifyCancelled': {
    severity: 'info',
    what: { zh: '核验已取消。', en: 'Verification was cancelled.' },
  },
  'archive.damagedRecord': {
    severity: 'error',
    what: {
      zh: '记录文件“{file}”已损坏，打不开这份报告。',
      en: 'The record file “{file}” is damaged; this report cannot be opened.',
    },
    kept: { zh: '原件和其他报告没有改动。', en: 'Its original and all other reports are as they were.' },
    todo: fromBackup,
  },
  'archive.recordUnreadable': {
    severity: 'error',
    what: {
      zh: '记录文件“{file}”现在读不出来，打不开这份报告。',
      en: 'The record file “{file}” cannot be read now; this report cannot be opened.',
    },
    kept: {
      zh: '文件没有改动，原件和其他报告照常。',
      en: 'The file was not changed; its original and all other reports are as they were.',
    },
    todo: {
      zh: '请关掉占用它的程序或查看读取权限，再打开一次。',
      en: 'Close the program that holds it or check the permission to read it, then open the report again.',
    },
  },
  'archive.sourceMissing': {
    severity: 'error',
    what: { zh: '“{name}”的原件不见了。', en: 'The original of “{name}” is missing.' },
    kept: restUnharmed,
    todo: {
      zh: '请从备份取回 {source} 开头的原件，或重新导入同一份文件。',
      en: 'Bring the original that begins with {source} back from a backup, or import the same file again.',
    },
  },
  'archive.sourceAltered': {
    severity: 'error',
    what: { zh: '“{name}”的原件已不是收存时的样子。', en: 'The original of “{name}” is no longer what was kept.' },
    kept: restUnharmed,
    todo: {
      zh: '请重新导入同一份文件，原件就补好了，或从备份取回 {source} 开头的原件，再核验一次。',
      en: 'Import the same file again, which puts the original right, or bring the one that begins with {source} back from a backup; then verify again.',
    },
  },
  'archive.sourceUnreadable': {
    severity: 'error',
    what: { zh: '“{name}”的原件读不出来。', en: 'The original of “{name}” cannot be read.' },
    kept: restUnharmed,
    todo: {
      zh: '请查看磁盘，或从备份取回 {source} 开头的原件。',
      en: 'Check the disk, or bring the original that begins with {source} back from a backup.',
    },
  },
  'archive.sourceWithoutRecord': {
    severity: 'warning',
    what: {
      zh: '原件 {source} 已收存，还没有记录，多半是导入时中断。',
      en: 'The original {source} is kept but has no record, probably after an interrupted import.',
    },
    todo: { zh: '请重新导入同一份文件。', en: 'Import the same file again.' },
  },
  'archive.recordMissing': {
    severity: 'error',
    what: { zh: '“{name}”的记录不见了。', en: 'The record of “{name}” is missing.' },
    kept: restUnharmed,
    todo: { zh: '请从备份取回 {file}，再核验一次。', en: 'Bring {file} back from a backup, then verify again.' },
  },
  'archive.recordAltered': {
    severity: 'error',
    what: {
      zh: '“{name}”的机读结果已不是导入时写下的样子。',
      en: 'What was read from “{name}” is no longer what was written at import.',
    },
    kept: restUnharmed,
    todo: { zh: '请从备份取回 {file}，再核验一次。', en: 'Bring {file} back from a backup, then verify again.' },
  },
  'archive.localDamaged': {
    severity: 'warning',
    what: {
      zh: '“{file}”坏了，它只记一份原文件在本机的路径和报错细节。',
      en: '“{file}” is damaged; it only notes where a file lay on this computer and details of errors.',
    },
    kept: { zh: '原件、记录和沿革没有改动。', en: 'Originals, records and history are as they were.' },
    todo: { zh: '可以删去这个文件，别的都不受影响。', en: 'The file may be removed; nothing else depends on it.' },
  },
  'archive.asideDamaged': {
    severity: 'warning',
    what: {
      zh: '“{file}”坏了，它只记后台核验到哪里、上次备份在何时。',
      en: '“{file}” is damaged; it only notes how far the quiet verification is and when the last backup was made.',
    },
    kept: { zh: '原件、记录和沿革没有改动。', en: 'Originals, records and history are as they were.' },
    todo: {
      zh: '不用处理，这个文件会自行重写，磁盘若常有坏处请更换。',
      en: 'Nothing need be done, the file is written anew; replace a disk that damages files often.',
    },
  },
  'archive.inspectionDamaged': {
    severity: 'error',
    what: {
      zh: '四性检测报告“{file}”已不是存下时的样子。',
      en: 'The inspection report “{file}” is no longer what was stored.',
    },
    kept: restUnharmed,
    todo: fromBackup,
  },
  'archive.inspectionMissing': {
    severity: 'error',
    what: { zh: '四性检测报告“{file}”不见了。', en: 'The inspection report “{file}” is missing.' },
    kept: restUnharmed,
    todo: fromBackup,
  },
  'archive.inspectionNotInJournal': {
    severity: 'error',
    what: {
      zh: '四性检测报告“{file}”没有记在沿革里。',
      en: 'The history does not know the inspection report “{file}”.',
    },
    kept: restUnharmed,
    todo: {
      zh: '请查看是谁放进了 {file}，或从备份取回 log 文件夹。',
      en: 'Find out who put {file} there, or bring the folder log back from a backup.',
    },
  },
  'archive.recordNotInJournal': {
    severity: 'error',
    what: { zh: '“{name}”的导入没有记在沿革里。', en: 'The history does not know the import of “{name}”.' },
    kept: restUnharmed,
    todo: {
      zh: '请查看是谁放进了 {file}，或从备份取回 log 文件夹。',
      en: 'Find out who put {file} there, or bring the folder log back from a backup.',
    },
  },
  'archive.revisionNotInJournal': {
    severity: 'error',
    what: {
      zh: '“{name}”的第 {revision} 处改动没有记在沿革里。',
      en: 'The history does not know change {revision} of “{name}”.',
    },
    kept: restUnharmed,
    todo: {
      zh: '请对着原件核对这份报告，或从备份取回 {file}。',
      en: 'Check this report against its original, or bring {file} back from a backup.',
    },
  },
  'archive.revisionDiffers': {
    severity: 'error',
    what: {
      zh: '“{name}”的第 {revision} 处改动与沿革第 {entry} 条不符。',
      en: 'Change {revision} of “{name}” is not what history entry {entry} says.',
    },
    kept: restUnharmed,
    todo: {
      zh: '请对着原件核对这份报告，或从备份取回 {file}。',
      en: 'Check this report against its original, or bring {file} back from a backup.',
    },
  },
  'archive.alteredBefore': {
    severity: 'error',
    what: {
      zh: '“{name}”在沿革第 {entry} 条之前被别的程序改过。',
      en: 'Something else altered “{name}” before history entry {entry}.',
    },
    kept: restUnharmed,
    todo: {
      zh: '请对着原件核对这份报告，记录在 {file}。',
      en: 'Check this report against its original; its record is {file}.',
    },
  },
  'archive.headAltered': {
    severity: 'error',
    what: {
      zh: '“{folder}”里的 archive.json 已不是写下时的样子。',
      en: 'archive.json in “{folder}” is no longer what was written.',
    },
    kept: restUnharmed,
    todo: {
      zh: '请关闭开卷再打开，会用最近的留存取回这个文件。',
      en: 'Close Kaijuan and open it again; it brings this file back from its latest copy.',
    },
  },
  'archive.journalEndDamaged': {
    severity: 'error',
    what: {
      zh: '沿革（{file}）的末尾不是上次关闭时的样子，凭据留在 {torn}。',
      en: 'The end of the history ({file}) is not what it was at the last closing; the proof is kept in {torn}.',
    },
    kept: { zh: '原件和记录没有改动。', en: 'Originals and records are as they were.' },
    todo: {
      zh: '请从备份取回 log 文件夹，查明后把 {torn} 移走，再核验一次。',
      en: 'Bring the folder log back from a backup, move {torn} away when it is explained, then verify again.',
    },
  },
  'archive.journalLine': {
    severity: 'error',
    what: {
      zh: '沿革文件 {file} 第 {line} 行已不是写下时的样子，或前面缺了行。',
      en: 'Line {line} of {file} is not what was written, or lines before it are missing.',
    },
    kept: restUnharmed,
    todo: { zh: '请从备份取回这个文件，再核验一次。', en: 'Bring this file back from a backup, then verify again.' },
  },
} as const satisfies MessageTable
