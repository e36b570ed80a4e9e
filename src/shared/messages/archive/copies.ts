import type { MessageTable } from '../model.ts'
import { restUnharmed } from './kept.ts'

/** Second copies: generations, backups, restoring. */
export const archiveCopiesMessages = {
  'archive.copyDamaged': {
    severity: 'warning',
    what: {
      zh: '留存文件 {file} 已损坏，归档库本身不受影响。',
      en: 'The kept copy {file} is damaged; the archive itself is not affected.',
    },
    todo: {
      zh: '不必处理，下次留存时会另写一份。若再出现，请检查这块磁盘。',
      en: 'Nothing need be done, a new copy is written next time; if it happens again, check the disk.',
    },
  },
  'archive.generationCancelled': {
    severity: 'info',
    what: { zh: '留存已取消，下次接着做。', en: 'Keeping a copy was cancelled; it goes on next time.' },
  },
  'archive.notRecoverable': {
    severity: 'error',
    what: {
      zh: '“{name}”没有可用的留存，取不回来。',
      en: 'There is no usable kept copy of “{name}”; it could not be brought back.',
    },
    kept: restUnharmed,
    todo: {
      zh: '请从备份取回 {file}，或对着原件重新读取这份报告。',
      en: 'Bring {file} back from a backup, or read this report again from its original.',
    },
  },
  'archive.backupCancelled': {
    severity: 'info',
    what: { zh: '备份已取消，下次接着做。', en: 'The backup was cancelled; it goes on next time.' },
  },
  'archive.backupInside': {
    severity: 'error',
    what: {
      zh: '“{folder}”与归档库互相包含，没有备份。',
      en: '“{folder}” lies inside the archive or around it; nothing was backed up.',
    },
    kept: { zh: '归档库没有改动。', en: 'The archive was not changed.' },
    todo: {
      zh: '请另选一个文件夹，最好在另一块磁盘上。',
      en: 'Choose another folder, best on another disk.',
    },
  },
  'archive.backupNotEmpty': {
    severity: 'error',
    what: {
      zh: '“{folder}”里有别的文件，不是这个归档库的备份，没有写入。',
      en: '“{folder}” holds other files and no backup of this archive; nothing was written.',
    },
    kept: { zh: '那里的文件和归档库都没有改动。', en: 'Neither the files there nor the archive were changed.' },
    todo: { zh: '请选一个空文件夹。', en: 'Choose an empty folder.' },
  },
  'archive.restoreCancelled': {
    severity: 'info',
    what: { zh: '恢复已取消，下次接着做。', en: 'Restoring was cancelled; it goes on next time.' },
  },
  'archive.restoreInside': {
    severity: 'error',
    what: {
      zh: '“{folder}”与备份互相包含，没有恢复。',
      en: '“{folder}” lies inside the backup or around it; nothing was restored.',
    },
    kept: { zh: '备份没有改动。', en: 'The backup was not changed.' },
    todo: { zh: '请另选一个空文件夹。', en: 'Choose another, empty folder.' },
  },
  'archive.restoreNotEmpty': {
    severity: 'error',
    what: {
      zh: '“{folder}”里已有文件，没有恢复进去。',
      en: '“{folder}” holds files already; nothing was restored into it.',
    },
    kept: { zh: '那里的文件和备份都没有改动。', en: 'Neither the files there nor the backup were changed.' },
    todo: {
      zh: '请选一个空文件夹，恢复从不覆盖已有的文件。',
      en: 'Choose an empty folder; restoring never overwrites.',
    },
  },
  'archive.copyBusy': {
    severity: 'error',
    what: {
      zh: '另一个开卷正往“{folder}”里写，这里没有写入。',
      en: 'Another Kaijuan is writing into “{folder}”; nothing was written here.',
    },
    kept: { zh: '归档库没有改动。', en: 'The archive was not changed.' },
    todo: {
      zh: '请等它写完再试（电脑“{host}”，进程 {pid}）。那里确实没有开着，就删去这个文件夹里的 archive.lock。',
      en: 'Wait until it has finished (computer “{host}”, process {pid}). If it is surely not running there, delete archive.lock in that folder.',
    },
  },
  'archive.isBackup': {
    severity: 'warning',
    what: { zh: '这个文件夹是一份备份，此处只能看。', en: 'This folder is a backup; here it can only be read.' },
    kept: { zh: '备份没有改动。', en: 'The backup was not changed.' },
    todo: {
      zh: '要接着用里面的归档库，请先把它恢复到一个空文件夹。',
      en: 'To go on working with it, restore it into an empty folder first.',
    },
  },
  'archive.backupUnfinished': {
    severity: 'error',
    what: {
      zh: '“{folder}”里的备份或恢复还没有做完，打不开。',
      en: 'The backup or restoring in “{folder}” was never finished; it cannot be opened.',
    },
    kept: { zh: '已写进去的都留着。', en: 'What was written there so far is kept.' },
    todo: {
      zh: '请对着这个文件夹再做一次，会接着做完。',
      en: 'Do it once more with this folder; it goes on from there.',
    },
  },
} as const satisfies MessageTable
