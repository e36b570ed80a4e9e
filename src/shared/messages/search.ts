import type { MessageTable } from './model.ts'

/** The index: catalogue and full text. */
export const searchMessages = {
  'index.damaged': {
    severity: 'error',
    what: {
      zh: '目录与全文索引已损坏，正在重建。',
      en: 'The index of catalogue and text is damaged and is being rebuilt.',
    },
    kept: {
      zh: '索引可由归档库重新生成，原件与记录不受影响。',
      en: 'It is made anew from the archive; sources and records are safe.',
    },
    todo: { zh: '请过一会儿再试。', en: 'Try again in a little while.' },
  },
  'index.recordUnreadable': {
    severity: 'warning',
    what: {
      zh: '记录 {record} 读不出来，未列入目录。',
      en: 'Record {record} could not be read and is not in the catalogue.',
    },
    todo: { zh: '请验证全库，按结果取回它。', en: 'Verify the archive and bring it back as that says.' },
  },
} as const satisfies MessageTable
