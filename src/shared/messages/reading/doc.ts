import type { MessageTable } from '../model.ts'
import { askForComplete, compareWithOriginal, originalKept } from '../said.ts'

/** Binary Word (.doc). */
export const docMessages = {
  'doc.notWord': {
    severity: 'error',
    what: { zh: '“{file}”里没有找到 Word 文档。', en: 'No Word document was found in “{file}”.' },
    kept: originalKept,
    todo: {
      zh: '请核对文件，另存为 DOCX 或 PDF 后再导入。',
      en: 'Check the file, save it as DOCX or PDF and import it again.',
    },
  },
  'doc.encrypted': {
    severity: 'error',
    what: { zh: '“{file}”设有密码，读不出内容。', en: '“{file}” is protected by a password and cannot be read.' },
    kept: originalKept,
    todo: {
      zh: '请用密码打开，去掉密码另存后再导入。',
      en: 'Open it with its password, save it without one and import it again.',
    },
  },
  'doc.truncated': {
    severity: 'error',
    what: {
      zh: '“{file}”不完整，文件在中途断了，读不出正文。',
      en: '“{file}” is cut short; no text can be read from it.',
    },
    kept: originalKept,
    todo: { zh: '请向报送单位要一份完整的。', en: 'Ask the sender for a complete copy.' },
  },
  'doc.damaged': {
    severity: 'error',
    what: { zh: '“{file}”已损坏，找不到正文所在。', en: '“{file}” is damaged; its text cannot be located.' },
    kept: originalKept,
    todo: {
      zh: '请用 Word 或 WPS 打开试试，能打开就另存为 DOCX 再导入。',
      en: 'Try to open it in Word or WPS; if it opens, save it as DOCX and import it again.',
    },
  },
  'doc.salvaged': {
    severity: 'warning',
    what: {
      zh: '文件已损坏，只从中找回了文字：可能不全，次序可能有误，表格只剩文字。',
      en: 'The file is damaged; its text alone was recovered: parts may be missing or out of order, of tables the text alone is left.',
    },
    todo: askForComplete,
  },
  'doc.partial': {
    severity: 'warning',
    what: {
      zh: '文件不完整，全文 {total} 个字符，缺 {missing} 个，只读出前面的部分。',
      en: 'The file is cut short: {missing} of {total} characters are missing; only the part before them was read.',
    },
    todo: askForComplete,
  },
  'doc.lengthsDisagree': {
    severity: 'warning',
    what: {
      zh: '文件所记的正文长度与实际不符，已把全部文字读入，页眉页脚可能混在其中。',
      en: 'The file misstates the length of its text: all of it was read, headers and footers may be among it.',
    },
    todo: compareWithOriginal,
  },
  'doc.fallback': {
    severity: 'warning',
    what: {
      zh: '版式信息已损坏，只读出文字，表格没有读出。',
      en: 'The layout is damaged: only the text was read, not the tables.',
    },
    todo: {
      zh: '请用 Word 或 WPS 打开，另存为 DOCX 后再导入，或对着原件手工录入。',
      en: 'Open it in Word or WPS, save it as DOCX and import that, or type the tables in from the original.',
    },
  },
  'doc.layoutLost': {
    severity: 'warning',
    what: {
      zh: '有 {paragraphs} 段的版式信息已损坏，其中若有表格，只读出了文字。',
      en: 'The layout of {paragraphs} paragraphs is damaged: of any table among them only the text was read.',
    },
    todo: compareWithOriginal,
  },
  'doc.rowsGuessed': {
    severity: 'warning',
    what: {
      zh: '表中有 {rows} 行的列界读不到，按相邻的行推定。',
      en: 'The cell borders of {rows} rows of a table are lost and were inferred.',
    },
    todo: compareWithOriginal,
  },
  'doc.struckOut': {
    severity: 'info',
    what: {
      zh: '修订中删去的或隐藏的 {count} 个字符没有读入。',
      en: '{count} characters, deleted by tracked changes or hidden, were left out.',
    },
  },
} as const satisfies MessageTable
