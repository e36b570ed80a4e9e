import type { MessageTable } from './model.ts'

/** Finding the official form in a document. */
export const recognitionMessages = {
  'recognition.notAnnualReport': {
    severity: 'warning',
    what: {
      zh: '“{file}”里没有找到年度报告的标题和表格，可能不是政府信息公开年度报告',
      en: '“{file}” has neither the title nor the tables of an annual report; it may be something else',
    },
  },
  'recognition.onlyPictures': {
    severity: 'warning',
    what: {
      zh: '“{file}”里只有图片，数字没有读出，可对着原件手工录入',
      en: '“{file}” holds nothing but pictures; no figures were read, they can be typed in by hand',
    },
  },
  'recognition.otherForm': {
    severity: 'warning',
    what: {
      zh: '“{file}”用的不是机关的官方表式（高校等另有格式），可以收存和检索，三张表没有填',
      en: '“{file}” uses another form (as universities do); it is kept and searchable, the three tables are not filled',
    },
  },
  'recognition.titleOnly': {
    severity: 'warning',
    what: {
      zh: '“{file}”里只有年度报告的标题，没有正文和表格，可能是目录页，报告在它的附件或链接里，请导入那份报告',
      en: '“{file}” has the title of an annual report, but neither its text nor its tables; it may be a page that lists or links the report: import that file',
    },
  },
  'recognition.tableMissing': {
    severity: 'warning',
    what: {
      zh: '没有找到表{table}，可对着原件手工录入',
      en: 'Table {table} was not found; it can be typed in by hand',
    },
  },
  'recognition.tableIsPicture': {
    severity: 'warning',
    what: {
      zh: '表{table}的位置是一张图片，数字没有读出，可对着原件手工录入',
      en: 'A picture stands where table {table} is due; its figures were not read and can be typed in by hand',
    },
  },
  'recognition.chosenBySums': {
    severity: 'info',
    what: {
      zh: '表{table}“{row}”的“{column}”有不止一种读法，取了使合计相符的 {value}，另一种是 {others}',
      en: 'Table {table}, “{row}”, “{column}” can be read in more than one way; {value} was taken because the sums agree with it ({others} was the other)',
    },
  },
  'recognition.tableTwice': {
    severity: 'warning',
    what: {
      zh: '表{table}出现了不止一次，只读了第一次出现的',
      en: 'Table {table} is there more than once; the first one was read',
    },
  },
} as const satisfies MessageTable
