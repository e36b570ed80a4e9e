import type { MessageTable } from '../model.ts'
import { askForComplete, compareWithOriginal, originalKept, typeIn } from '../said.ts'

/** PDF. `{pages}` is a list such as “3、5–7”. */
export const pdfMessages = {
  'pdf.encrypted': {
    severity: 'error',
    what: { zh: '“{file}”设有打开密码，读不了。', en: '“{file}” needs a password to open.' },
    kept: originalKept,
    todo: {
      zh: '请打开这份记录，在密码栏填入打开密码；不知道密码的，请向报送单位要一份不设密码的，再导入。',
      en: 'If you know the password, open the record and type it into the password field; otherwise ask the sender for a copy without one and import it.',
    },
  },
  'pdf.wrongPassword': {
    severity: 'error',
    what: { zh: '“{file}”的打开密码不对。', en: 'That is not the password of “{file}”.' },
    kept: originalKept,
    todo: { zh: '请核对密码，再试一次。', en: 'Check the password and try again.' },
  },
  'pdf.damaged': {
    severity: 'error',
    what: { zh: '“{file}”已损坏，一页也读不出。', en: '“{file}” is damaged; no page of it can be read.' },
    kept: originalKept,
    todo: { zh: '请向报送单位要一份完整的，再导入。', en: 'Ask the sender for a complete copy and import it.' },
  },
  'pdf.incomplete': {
    severity: 'warning',
    what: {
      zh: '文件不完整（缺少结尾），只读出 {pages} 页。',
      en: 'The file is incomplete (its end is missing); {pages} pages were read.',
    },
    todo: askForComplete,
  },
  'pdf.partsDamaged': {
    severity: 'warning',
    what: {
      zh: '文件有 {count} 处数据损坏，读出的内容可能不全。',
      en: '{count} parts of the file are damaged; what was read may be incomplete.',
    },
    todo: compareWithOriginal,
  },
  'pdf.pagesUnread': {
    severity: 'warning',
    what: { zh: '第 {pages} 页已损坏，没有读出。', en: 'Damaged and not read: page {pages}.' },
    todo: askForComplete,
  },
  'pdf.pagesDoubtful': {
    severity: 'warning',
    what: {
      zh: '第 {pages} 页有损坏之处，读出的内容可能不全。',
      en: 'Damaged in places, what was read may be incomplete: page {pages}.',
    },
    todo: compareWithOriginal,
  },
  'pdf.noText': {
    severity: 'warning',
    what: { zh: '第 {pages} 页是图像，未见文字。', en: 'Only an image, no text: page {pages}.' },
    todo: typeIn,
  },
  'pdf.allImages': {
    severity: 'warning',
    what: { zh: '整份为图像，未见文字。', en: 'The whole document is images without text.' },
    todo: {
      zh: '请向报送单位要可选中文字的电子版，也可对着原件手工录入。',
      en: 'Ask the sender for one with text, or type the tables in from the original.',
    },
  },
  'pdf.empty': {
    severity: 'warning',
    what: { zh: '整份没有找到文字，也没有找到图像。', en: 'Neither text nor images were found in the document.' },
    todo: {
      zh: '请打开原件看看，若确实是空的，就向报送单位重新要一份。',
      en: 'Look at the original; if it is empty indeed, ask the sender for another copy.',
    },
  },
  'pdf.scanText': {
    severity: 'warning',
    what: {
      zh: '第 {pages} 页的文字是扫描识别所附，可能有误。',
      en: 'The text was laid over a scan by a recognition program and may be wrong: page {pages}.',
    },
    todo: compareWithOriginal,
  },
  'pdf.unseenText': {
    severity: 'info',
    what: {
      zh: '第 {pages} 页有 {count} 个字符在纸面上看不见（关闭的图层、与底色相同、被遮住），没有读入。',
      en: 'Not read, since nobody sees it (a layer that is off, the colour of its ground, covered): {count} characters, page {pages}.',
    },
  },
  'pdf.textSuspicious': {
    severity: 'warning',
    what: {
      zh: '文字不可信：第 {pages} 页有 {count} 个字没有可用的编码。',
      en: 'Untrustworthy text: {count} characters without a usable code on page {pages}.',
    },
    todo: compareWithOriginal,
  },
  'pdf.textDoubtful': {
    severity: 'warning',
    what: {
      zh: '文字不可信：第 {pages} 页的字体缺少编码，读出的多半是乱码。',
      en: 'Untrustworthy text: the fonts of page {pages} lack their codes, most of what was read is garbled.',
    },
    todo: {
      zh: '请向报送单位要 DOCX，也可对着原件手工录入。',
      en: 'Ask the sender for a DOCX, or type the tables in from the original.',
    },
  },
  'pdf.tooManyPages': {
    severity: 'warning',
    what: {
      zh: '共 {total} 页，超过 {limit} 页，只读了前 {limit} 页。',
      en: '{total} pages, more than {limit}; only the first {limit} were read.',
    },
    todo: {
      zh: '若报告在后面，请把它所在的页另存为一份 PDF 后再导入。',
      en: 'If the report comes later, save its pages as a PDF of their own and import that.',
    },
  },
  'pdf.timeUp': {
    severity: 'warning',
    what: {
      zh: '共 {total} 页，{seconds} 秒内只读完前 {read} 页，其余未读。',
      en: '{total} pages; only the first {read} were read within {seconds} seconds.',
    },
    todo: {
      zh: '若报告在后面，请把它所在的页另存为一份 PDF 后再导入。',
      en: 'If the report comes later, save its pages as a PDF of their own and import that.',
    },
  },
  'pdf.pageTooComplex': {
    severity: 'warning',
    what: {
      zh: '第 {pages} 页线条或文字过多，只读了一部分。',
      en: 'Too many lines or characters, only partly read: page {pages}.',
    },
    todo: compareWithOriginal,
  },
} as const satisfies MessageTable
