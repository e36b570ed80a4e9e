import type { MessageTable } from '../model.ts'
import { typeIn } from '../said.ts'

/** Finding the official form in a document. */
export const recognitionMessages = {
  'recognition.notAnnualReport': {
    severity: 'warning',
    what: {
      zh: '“{file}”里没有找到年度报告的标题和表格，可能不是政府信息公开年度报告。',
      en: 'Neither the title nor the tables of an annual report were found in “{file}”; it may be something else.',
    },
    todo: {
      zh: '请打开原件看看：不是年度报告就不必理会，是的话可对着原件手工录入。',
      en: 'Look at the original: if it is no annual report, leave it; if it is one, type the tables in from it.',
    },
  },
  'recognition.onlyPictures': {
    severity: 'warning',
    what: {
      zh: '“{file}”里只找到图片，数字没有读出。',
      en: 'Nothing but pictures was found in “{file}”; no figures were read.',
    },
    todo: typeIn,
  },
  'recognition.otherForm': {
    severity: 'warning',
    what: {
      zh: '“{file}”用的不是机关的官方表式（高校等另有格式），可以收存和检索，三张表没有填。',
      en: '“{file}” uses another form (as universities do); it is kept and searchable, the three tables are not filled.',
    },
    todo: {
      zh: '不必填写；若认错了，可对着原件手工录入。',
      en: 'Nothing need be filled in; if this is wrong, type the tables in from the original.',
    },
  },
  'recognition.beforeForm': {
    severity: 'warning',
    what: {
      zh: '“{file}”是 {year} 年的报告，2019 年以前没有这三张表，可以收存和检索，三张表没有填。',
      en: '“{file}” is a report of {year}; before 2019 there were no such three tables. It is kept and searchable, the tables are not filled.',
    },
    todo: {
      zh: '不必填写；若年度认错了，可对着原件手工录入。',
      en: 'Nothing need be filled in; if the year is wrong, type the tables in from the original.',
    },
  },
  'recognition.severalReports': {
    severity: 'warning',
    what: {
      zh: '“{file}”这一份文件里有 {count} 份报告（{names}），只读了第一份，读出的每一格都存疑。',
      en: '“{file}” holds {count} reports ({names}); only the first was read, and every cell of it is in doubt.',
    },
    todo: {
      zh: '请把每份报告拆成单独的文件，再分别导入。',
      en: 'Split it into one file for each report and import those.',
    },
  },
  'recognition.titleOnly': {
    severity: 'warning',
    what: {
      zh: '“{file}”里只找到年度报告的标题，没有找到正文和表格，可能是目录页，报告在它的附件或链接里。',
      en: 'Only the title of an annual report was found in “{file}”, neither its text nor its tables; it may be a page that lists or links the report.',
    },
    todo: { zh: '请找到那份报告，再导入它。', en: 'Find the report itself and import that file.' },
  },
  'recognition.tableMissing': {
    severity: 'warning',
    what: { zh: '没有找到表{table}。', en: 'Table {table} was not found.' },
    todo: typeIn,
  },
  'recognition.tableIsPicture': {
    severity: 'warning',
    what: {
      zh: '表{table}的位置是一张图片，数字没有读出。',
      en: 'A picture stands where table {table} is due; its figures were not read.',
    },
    todo: typeIn,
  },
  'recognition.chosenBySums': {
    severity: 'info',
    what: {
      zh: '表{table}“{row}”的“{column}”有不止一种读法，取了使合计相符的 {value}，另一种是 {others}。',
      en: 'Table {table}, “{row}”, “{column}” can be read in more than one way; {value} was taken because the sums agree with it ({others} was the other).',
    },
  },
  'recognition.tableTwice': {
    severity: 'warning',
    what: {
      zh: '表{table}出现了不止一次，只读了其中一次，取的是与报告年度相符或最完整的。',
      en: 'Table {table} is there more than once; one was read: the one of the report’s year, else the fullest.',
    },
    todo: {
      zh: '请对照原件，看读的是不是该读的那一张。',
      en: 'Compare with the original whether the right one was read.',
    },
  },
} as const satisfies MessageTable
