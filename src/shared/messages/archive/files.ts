import type { MessageTable } from '../model.ts'

const nothingChanged = {
  zh: '归档库和这个文件都没有改动。',
  en: 'Neither the archive nor this file was changed.',
} as const

/** The file that is to be taken in. */
export const archiveFilesMessages = {
  'archive.fileGone': {
    severity: 'error',
    what: {
      zh: '“{file}”已不在原处，可能被移走、改名或删除。',
      en: '“{file}” is no longer there; it may have been moved, renamed or deleted.',
    },
    kept: { zh: '归档库没有改动。', en: 'The archive was not changed.' },
    todo: { zh: '请找到这个文件后重新拖进来。', en: 'Find the file and drop it again.' },
  },
  'archive.fileDenied': {
    severity: 'error',
    what: {
      zh: '“{file}”打不开，没有读取权限或正被别的程序占用。',
      en: '“{file}” cannot be opened: no permission, or another program holds it.',
    },
    kept: nothingChanged,
    todo: {
      zh: '请开通读取权限或关掉占用它的程序后重试。',
      en: 'Allow reading it or close the other program, then try again.',
    },
  },
  'archive.fileIsFolder': {
    severity: 'error',
    what: { zh: '“{file}”是文件夹，不是文件。', en: '“{file}” is a folder, not a file.' },
    kept: nothingChanged,
    todo: { zh: '请打开这个文件夹，把里面的文件拖进来。', en: 'Open this folder and drop the files in it.' },
  },
  'archive.fileIsSpecial': {
    severity: 'error',
    what: { zh: '“{file}”是设备或管道，不是普通文件。', en: '“{file}” is a device or a pipe, not a plain file.' },
    kept: nothingChanged,
    todo: { zh: '请把内容另存为普通文件后再导入。', en: 'Save its content as a plain file and import that.' },
  },
  'archive.fileTooLarge': {
    severity: 'error',
    what: {
      zh: '“{file}”超过 {gigabytes} GB，没有收存。',
      en: '“{file}” is larger than {gigabytes} GB and was not taken in.',
    },
    kept: nothingChanged,
    todo: {
      zh: '请确认它是年度报告，拆小后再导入。',
      en: 'Make sure it is an annual report, split it, then import it.',
    },
  },
  'archive.fileUnreadable': {
    severity: 'error',
    what: { zh: '“{file}”读到一半出错，没有收存。', en: 'Reading “{file}” failed half way; it was not taken in.' },
    kept: nothingChanged,
    todo: {
      zh: '请查看存放它的磁盘或 U 盘，换一份拷贝再导入。',
      en: 'Check the disk it is on, and import another copy.',
    },
  },
  'archive.changedWhileReading': {
    severity: 'error',
    what: {
      zh: '“{file}”正在被改写，读了两遍都不一样，没有收存。',
      en: '“{file}” is being written to; it changed during two attempts and was not taken in.',
    },
    kept: nothingChanged,
    todo: {
      zh: '请等另一个程序存完并关闭它，再导入。',
      en: 'Wait until the other program has saved and closed it, then import it.',
    },
  },
  'archive.cancelled': {
    severity: 'info',
    what: { zh: '已取消“{file}”。', en: '“{file}” was cancelled.' },
  },
} as const satisfies MessageTable
