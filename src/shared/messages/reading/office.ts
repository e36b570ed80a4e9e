import type { MessageTable } from '../model.ts'
import { askForComplete, compareWithOriginal, originalKept } from '../said.ts'

const saveAnew = {
  zh: '请用 Word 或 WPS 打开，另存为 DOCX 或 PDF 后再导入。',
  en: 'Open it in Word or WPS, save it as DOCX or PDF and import that.',
} as const
const askAgain = {
  zh: '请先用 Word 或 WPS 打开试试，打不开就向报送单位要一份完整的。',
  en: 'Try to open it in Word or WPS; if that fails, ask the sender for a complete copy.',
} as const

/** DOCX and zip containers. */
export const officeMessages = {
  'office.notWord': {
    severity: 'error',
    what: { zh: '“{file}”不是 Word 文档，实为{format}。', en: '“{file}” is not a Word document but {formatEnglish}.' },
    kept: originalKept,
    todo: {
      zh: '请解压或打开它，把里面的报告存为 DOCX 或 PDF 后导入。',
      en: 'Unpack or open it, save the report inside as DOCX or PDF and import that.',
    },
  },
  'office.encrypted': {
    severity: 'error',
    what: { zh: '“{file}”设有打开密码，读不到内容。', en: '“{file}” is protected by a password.' },
    kept: originalKept,
    todo: {
      zh: '请用密码打开，去掉密码另存后再导入。',
      en: 'Open it with the password, save it without one and import that.',
    },
  },
  'office.truncated': {
    severity: 'error',
    what: { zh: '“{file}”不完整，文件尾部缺失。', en: '“{file}” is incomplete: its end is missing.' },
    kept: originalKept,
    todo: askAgain,
  },
  'office.damaged': {
    severity: 'error',
    what: { zh: '“{file}”内部已损坏，读不出正文。', en: '“{file}” is damaged inside; its text cannot be read.' },
    kept: originalKept,
    todo: askAgain,
  },
  'office.zipBomb': {
    severity: 'error',
    what: {
      zh: '“{file}”解压后过大或压缩比异常（“{part}”，限 {megabytes} MB、{ratio} 倍），已停止读取。',
      en: '“{file}” inflates beyond the limits (“{part}”; {megabytes} MB, {ratio}:1); reading was stopped.',
    },
    kept: originalKept,
    todo: saveAnew,
  },
  'office.tooManyParts': {
    severity: 'error',
    what: {
      zh: '“{file}”里有 {count} 个部件，超过 {limit} 个的上限，已停止读取。',
      en: '“{file}” has {count} parts, more than the limit of {limit}; reading was stopped.',
    },
    kept: originalKept,
    todo: saveAnew,
  },
  'office.unsafeParts': {
    severity: 'error',
    what: {
      zh: '“{file}”的内部结构不合规范（部件“{part}”重名或路径越界），已停止读取。',
      en: '“{file}” is not built by the rules (part “{part}” occurs twice or leaves the package); reading was stopped.',
    },
    kept: originalKept,
    todo: saveAnew,
  },
  'office.tooManyCells': {
    severity: 'error',
    what: {
      zh: '“{file}”的表格有 {count} 格，超过 {limit} 格的上限，已停止读取。',
      en: '“{file}” has {count} table cells, more than the limit of {limit}; reading was stopped.',
    },
    kept: originalKept,
    todo: {
      zh: '请把三张官方表所在部分另存为一份 DOCX 后再导入。',
      en: 'Save the part with the official tables as a DOCX of its own and import that.',
    },
  },
  'office.tooLarge': {
    severity: 'error',
    what: {
      zh: '“{file}”的内容过多或层次过深（“{part}”，限 {elements} 个元素、{depth} 层），已停止读取。',
      en: '“{file}” is too large or too deeply nested (“{part}”; {elements} elements, {depth} levels); reading was stopped.',
    },
    kept: originalKept,
    todo: saveAnew,
  },
  'office.noText': {
    severity: 'error',
    what: { zh: '“{file}”里没有找到文字。', en: 'No text was found in “{file}”.' },
    kept: originalKept,
    todo: {
      zh: '若正文是图片，请向报送单位要可选中文字的电子版，也可手工录入。',
      en: 'If its pages are pictures, ask the sender for one with text, or type the tables in.',
    },
  },
  'office.trackedChanges': {
    severity: 'warning',
    what: {
      zh: '文中有未定的修订（增 {insertions} 处，删 {deletions} 处），已按全部接受读取。',
      en: 'It holds tracked changes ({insertions} insertions, {deletions} deletions), read as if all were accepted.',
    },
    todo: {
      zh: '请向报送单位确认哪些修订算数，或要一份定稿。',
      en: 'Ask the sender which changes count, or for the final text.',
    },
  },
  'office.hiddenText': {
    severity: 'info',
    what: {
      zh: '有 {count} 处隐藏文字，按页面上不显示处理，没有读取。',
      en: '{count} pieces of hidden text were left out, as on the page.',
    },
  },
  'office.unseenText': {
    severity: 'info',
    what: {
      zh: '有 {count} 个字符看不见（与底色相同或字号近于零），没有读入。',
      en: 'Not read, since nobody sees it (the colour of its ground, or hardly any size): {count} characters.',
    },
  },
  'office.cutShort': {
    severity: 'warning',
    what: {
      zh: '文件尾部缺失，只读到“{last}”为止。',
      en: 'The end of the file is missing; it was read up to “{last}”.',
    },
    todo: askForComplete,
  },
  'office.lostCharacters': {
    severity: 'warning',
    what: { zh: '有 {count} 处字符无法辨认。', en: '{count} characters could not be decoded.' },
    todo: compareWithOriginal,
  },
  'office.checksum': {
    severity: 'warning',
    what: {
      zh: '内部校验码不符（“{part}”），文字可能有损。',
      en: 'A checksum inside does not match (“{part}”); the text may be damaged.',
    },
    todo: compareWithOriginal,
  },
  'office.brokenPart': {
    severity: 'warning',
    what: {
      zh: '内部的“{part}”已损坏，没有用上，自动编号、脚注等可能缺失。',
      en: 'The part “{part}” inside is damaged and was left aside; automatic numbers or notes may be missing.',
    },
    todo: compareWithOriginal,
  },
  'office.irregularTables': {
    severity: 'warning',
    what: {
      zh: '有 {count} 张表的结构不规范，合并的单元格可能读错。',
      en: '{count} tables are built irregularly; merged cells may be wrong.',
    },
    todo: compareWithOriginal,
  },
  'office.skippedElements': {
    severity: 'warning',
    what: { zh: '有些内容没有读取（{elements}）。', en: 'Some content was not read ({elements}).' },
    todo: compareWithOriginal,
  },
  'office.embeddedReport': {
    severity: 'warning',
    what: {
      zh: '文中嵌有一份 Word 文档（对象），报告在里面，已在原处读出。',
      en: 'A Word document is embedded in it as an object and holds the report; it was read in its place.',
    },
    todo: compareWithOriginal,
  },
  'office.embeddedObjects': {
    severity: 'warning',
    what: {
      zh: '文中嵌有 {count} 个对象（{programs}），里面的内容没有读取。',
      en: 'Objects embedded in it, whose content was not read: {count} ({programs}).',
    },
    todo: {
      zh: '报告若在里面，请在 Word 或 WPS 中双击打开它，另存为一份后导入。',
      en: 'If one holds the report, open it in Word or WPS by a double click, save it as a file of its own and import that.',
    },
  },
  'office.missingPictures': {
    severity: 'warning',
    what: { zh: '有 {count} 处图片在文件里找不到。', en: '{count} pictures are missing from the file.' },
    todo: {
      zh: '若表格是图片，请向报送单位要一份带图的。',
      en: 'If a table was among them, ask the sender for a copy with its pictures.',
    },
  },
} as const satisfies MessageTable
