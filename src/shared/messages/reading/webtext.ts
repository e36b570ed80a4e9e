import type { MessageTable } from '../model.ts'
import { askForComplete, compareWithOriginal, originalKept } from '../said.ts'

/** Web pages and plain text. */
export const webTextMessages = {
  'html.tooDeep': {
    severity: 'error',
    what: {
      zh: '“{file}”的标签嵌套超过 {limit} 层，已停止读取。',
      en: '“{file}” nests its markup more than {limit} levels deep; reading was stopped.',
    },
    kept: originalKept,
    todo: {
      zh: '请用浏览器打开，打印成 PDF 后再导入。',
      en: 'Open it in a browser, print it to PDF and import that.',
    },
  },
  'html.tooLarge': {
    severity: 'error',
    what: {
      zh: '“{file}”的标签超过 {limit} 个，已停止读取。',
      en: '“{file}” has more than {limit} elements; reading was stopped.',
    },
    kept: originalKept,
    todo: {
      zh: '请用浏览器打开，打印成 PDF 后再导入。',
      en: 'Open it in a browser, print it to PDF and import that.',
    },
  },
  'html.tooManyCells': {
    severity: 'error',
    what: {
      zh: '“{file}”的表格过大（限 {limit}），已停止读取。',
      en: 'The tables of “{file}” are too large (limit {limit}); reading was stopped.',
    },
    kept: originalKept,
    todo: {
      zh: '请把三张官方表所在部分另存为 DOCX 或 PDF 后再导入。',
      en: 'Save the part with the official tables as DOCX or PDF and import that.',
    },
  },
  'html.noText': {
    severity: 'error',
    what: { zh: '“{file}”里没有找到可见的文字。', en: 'No visible text was found in “{file}”.' },
    kept: originalKept,
    todo: {
      zh: '请在浏览器里等正文显示后打印成 PDF，再导入。',
      en: 'Open the page in a browser, wait for its text, print it to PDF and import that.',
    },
  },
  'html.scripted': {
    severity: 'error',
    what: {
      zh: '“{file}”的正文由脚本生成，存下的网页里没有找到正文。',
      en: 'The text of “{file}” is made by scripts; it was not found in the saved page.',
    },
    kept: originalKept,
    todo: {
      zh: '请在浏览器里等正文显示后打印成 PDF，再导入。',
      en: 'Open the page in a browser, wait for its text, print it to PDF and import that.',
    },
  },
  'html.dataInScript': {
    severity: 'warning',
    what: {
      zh: '网页的大部分文字在脚本里，页面上没有显示。',
      en: 'Most of the text is inside scripts and not on the page.',
    },
    todo: {
      zh: '请对照浏览器里的样子，不同就在浏览器里打印成 PDF 后再导入。',
      en: 'Compare with what a browser shows; where it differs, print the page to PDF in a browser and import that.',
    },
  },
  'html.paged': {
    severity: 'warning',
    what: {
      zh: '页上有“下一页”，这可能只是多页中的一页。',
      en: 'There is a link to a next page; this may be one page of several.',
    },
    todo: { zh: '请把其余各页也存下来导入。', en: 'Save and import the other pages, too.' },
  },
  'html.unseenText': {
    severity: 'info',
    what: {
      zh: '网页里有 {count} 个字符看不见（与底色相同、透明、被裁去或移出窗口），没有读入。',
      en: 'Not read, since nobody sees it (the colour of its ground, transparent, cut off or out of the window): {count} characters.',
    },
  },
  'html.unreadFields': {
    severity: 'warning',
    what: {
      zh: '表格里有 {count} 格是勾选框，或是没有存下内容的输入框，格里的数读不出来。',
      en: 'Cells of tables with a tick box, or with a field whose content was not saved, in which no figure can be read: {count}.',
    },
    todo: compareWithOriginal,
  },
  'html.frames': {
    severity: 'warning',
    what: {
      zh: '正文可能在框架页里（{frames} 处框架），框架页不在这份文件中。',
      en: 'The text may be in frames ({frames}) that are not part of this file.',
    },
    todo: {
      zh: '请在浏览器里打开，把正文打印成 PDF 后再导入。',
      en: 'Open the page in a browser, print its text to PDF and import that.',
    },
  },
  'mail.attachments': {
    severity: 'warning',
    what: {
      zh: '邮件带有 {count} 个附件（{names}），没有读取。',
      en: 'The mail has {count} attachments ({names}), which were not read.',
    },
    todo: { zh: '报告若在附件里，请把附件另存出来导入。', en: 'If they hold the report, save and import them.' },
  },
  'mail.noText': {
    severity: 'error',
    what: { zh: '“{file}”里没有找到网页或文字部分。', en: 'No part that is a web page or text was found in “{file}”.' },
    kept: originalKept,
    todo: {
      zh: '请用浏览器或邮件软件打开，把正文或附件另存为 DOCX 或 PDF 后再导入。',
      en: 'Open it in a browser or mail program, save its text or attachment as DOCX or PDF and import that.',
    },
  },
  'mail.cutShort': {
    severity: 'warning',
    what: { zh: '文件尾部缺失，只读到现有的部分。', en: 'The end of the file is missing; what is there was read.' },
    todo: askForComplete,
  },
  'text.tooManyLines': {
    severity: 'warning',
    what: {
      zh: '“{file}”超过 {lines} 行，只读了前 {lines} 行。',
      en: '“{file}” has more than {lines} lines; only the first {lines} were read.',
    },
    todo: {
      zh: '若报告在后面，请把它另存为一份后再导入。',
      en: 'If the report comes later, save it as a file of its own and import that.',
    },
  },
} as const satisfies MessageTable
