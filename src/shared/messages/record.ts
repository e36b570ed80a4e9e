import type { MessageTable } from './model.ts'

/** Changing a record. */
export const recordMessages = {
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
