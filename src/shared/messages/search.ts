import type { MessageTable } from './model.ts'

const fromRecords = {
  zh: '索引由记录生成，原件与记录不受影响。',
  en: 'The index is made from the records; sources and records are safe.',
} as const
const anew = {
  zh: '能写入时核验会随即重建索引，只能看时请在能写入的窗口里核验。',
  en: 'Where it may write, a verification makes the index anew at once; else verify in a window that may.',
} as const

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
  'index.differs': {
    severity: 'warning',
    what: {
      zh: '“{name}”在目录与全文索引里的内容与记录不符。',
      en: 'The index of catalogue and text holds “{name}” otherwise than its record.',
    },
    kept: fromRecords,
    todo: anew,
  },
  'index.quietlyRepaired': {
    severity: 'warning',
    what: {
      zh: '后台核验发现目录与全文索引有 {count} 处与记录不符，已按记录重写。',
      en: 'The quiet verification found {count} differences between the index and the records; it is put anew from them.',
    },
    kept: fromRecords,
    todo: {
      zh: '不用处理，若常有这样的事，请检查归档库所在磁盘。',
      en: 'Nothing need be done; if this happens often, check the disk of the archive.',
    },
  },
  'index.withoutRecord': {
    severity: 'warning',
    what: { zh: '目录里有 {count} 行没有对应的记录。', en: 'The catalogue has {count} lines without a record.' },
    kept: fromRecords,
    todo: anew,
  },
  'index.broken': {
    severity: 'warning',
    what: { zh: '目录与全文索引文件的内部结构有损。', en: 'The file of the index is damaged inside.' },
    kept: fromRecords,
    todo: anew,
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
