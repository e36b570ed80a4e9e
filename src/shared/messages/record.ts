import { allStored } from './archive/kept.ts'
import type { MessageTable } from './model.ts'

/** Changing a record, or taking a file in. */
export const recordMessages = {
  'record.diskFull': {
    severity: 'error',
    what: {
      zh: '存放归档库的磁盘已满，“{name}”的这一步没有存下来。',
      en: 'The disk of the archive is full; this step of “{name}” was not stored.',
    },
    kept: allStored,
    todo: {
      zh: '请在“{folder}”所在磁盘腾出约 200 MB 后再试一次。',
      en: 'Free about 200 MB on the disk of “{folder}”, then try again.',
    },
  },
  'record.folderReadOnly': {
    severity: 'error',
    what: {
      zh: '归档库文件夹不许写入，“{name}”的这一步没有存下来。',
      en: 'The archive folder cannot be written; this step of “{name}” was not stored.',
    },
    kept: allStored,
    todo: {
      zh: '请给“{folder}”开通写入权限，或取下写保护，再试一次。',
      en: 'Allow writing to “{folder}” or remove the write protection, then try again.',
    },
  },
  'record.writeFailed': {
    severity: 'error',
    what: {
      zh: '磁盘出错，“{name}”的这一步没有存下来。',
      en: 'Writing failed; this step of “{name}” was not stored.',
    },
    kept: allStored,
    todo: {
      zh: '请查看“{folder}”所在磁盘是否连好、是否有坏道，再试一次，仍不行就把“详情”抄给维护者。',
      en: 'Check the disk of “{folder}” and its connection and try again; if it fails again, report the details.',
    },
  },
  'record.nothingToUndo': {
    severity: 'info',
    what: { zh: '这份报告没有可撤销的改动。', en: 'Nothing has been changed in this report that could be undone.' },
  },
  'record.nothingToRedo': {
    severity: 'info',
    what: { zh: '这份报告没有可重做的改动。', en: 'Nothing has been undone in this report that could be redone.' },
  },
  'record.stillUnread': {
    severity: 'error',
    what: { zh: '从“{name}”仍没有读出文字。', en: 'No text could be read from “{name}”.' },
    kept: { zh: '原件与记录都没有变动。', en: 'The original and its record are unchanged.' },
    todo: { zh: '可以对着原件手工录入。', en: 'You may type the tables from the original.' },
  },
  'record.changeDoesNotFit': {
    severity: 'error',
    what: {
      zh: '“{name}”没有这一格，或填入的内容与此格不合。',
      en: '“{name}” has no such cell, or the value does not fit it.',
    },
    kept: { zh: '记录没有变动。', en: 'The record is unchanged.' },
    todo: { zh: '请重新打开这份报告再改。', en: 'Open the report again and change it there.' },
  },
} as const satisfies MessageTable
