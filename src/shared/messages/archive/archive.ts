import type { MessageTable } from '../model.ts'
import { allStored, restUnharmed } from './kept.ts'

/** Writing into the archive. */
export const archiveMessages = {
  'archive.diskFull': {
    severity: 'error',
    what: {
      zh: '存放归档库的磁盘已满，这一步没有存下来。',
      en: 'The disk of the archive is full; this step was not stored.',
    },
    kept: allStored,
    todo: {
      zh: '请在“{folder}”所在磁盘腾出约 200 MB 后再试一次。',
      en: 'Free about 200 MB on the disk of “{folder}”, then try again.',
    },
  },
  'archive.folderReadOnly': {
    severity: 'error',
    what: {
      zh: '归档库文件夹“{folder}”不许写入，此处只能看。',
      en: 'The archive folder “{folder}” cannot be written.',
    },
    kept: allStored,
    todo: {
      zh: '请给这个文件夹开通写入权限，或取下写保护，再试一次。',
      en: 'Allow writing to this folder or remove the write protection, then try again.',
    },
  },
  'archive.writeFailed': {
    severity: 'error',
    what: {
      zh: '写入归档库“{folder}”时磁盘出错，这一步没有存下来。',
      en: 'Writing to the archive “{folder}” failed; this step was not stored.',
    },
    kept: allStored,
    todo: {
      zh: '请查看磁盘是否连好、是否有坏道，再试一次，仍不行就把“详情”抄给维护者。',
      en: 'Check the disk and its connection and try again; if it fails again, report the details.',
    },
  },
  'archive.recordUnknown': {
    severity: 'error',
    what: { zh: '归档库里没有编号 {id} 的报告。', en: 'The archive has no report {id}.' },
    kept: restUnharmed,
    todo: { zh: '请回到目录重新选一份。', en: 'Choose another one in the catalogue.' },
  },
  'archive.recordPresent': {
    severity: 'error',
    what: {
      zh: '“{name}”已在归档库里，没有另存。',
      en: '“{name}” is in the archive already and was not stored again.',
    },
    kept: { zh: '已有的一份没有改动。', en: 'The one that is there was not changed.' },
    todo: { zh: '请打开已有的一份。', en: 'Open the one that is there.' },
  },
  'archive.recordMovedOn': {
    severity: 'error',
    what: {
      zh: '“{name}”刚在别处改过，这一处没有存下来。',
      en: '“{name}” was changed elsewhere just now; this change was not stored.',
    },
    kept: { zh: '别处的改动和此前存下的都在册。', en: 'The other change and all earlier ones are stored.' },
    todo: { zh: '请看过最新的数字后再改一次。', en: 'Look at the latest numbers and make the change again.' },
  },
} as const satisfies MessageTable
