import { checkReport } from '../../../src/shared/checks/index.ts'
import { agreeingReport, withCells } from '../reports.ts'

/** Prose and a report over which careless checks take long: `npm run bench:guards` looks at how the cost grows. */

export const proseWithoutStops = {
  'figures run together': (count: number) => '收到政府信息公开申请一一一'.repeat(count),
  'clauses without a figure': (count: number) => '收到申请公开，'.repeat(count),
} as const

/** As long, and as full of figures, as the longest prose seen, or as many times as long. */
const longest = (times: number) =>
  [
    '栏目每周一更换，旧页收回装订，编号连续，可供查考，窗口设咨询台一处，来访者先问后填，填错的当场改正。\n'.repeat(80),
    '2023年，共收到政府信息公开申请235件，答复237件，结转至下年度2件。信息公开行政复议16件，结果纠正5件。\n',
    '予以公开125件，部分公开18件，不予公开14件申请。制发行政规范性文件11件，办结率100%。\n',
  ]
    .join('')
    .repeat(times)

/** Checks a whole report with sums in doubt and prose `times` as long as the longest seen and then `more`, a year before beside it. */
export function wholeCheck(times: number, more = ''): { readonly check: () => unknown; readonly data: object } {
  const plain = agreeingReport('2021', (row, column) => (row.length * 7 + column.length) % 23)
  const prose = longest(times) + more
  const report = withCells(
    { ...plain, sections: plain.sections.map(section => ({ ...section, text: prose })) },
    'requests',
    cell =>
      (cell.row === 'granted' && cell.column === 'individual') ||
      (cell.row === 'denied.process' && cell.column === 'total')
        ? { value: 400 }
        : null,
  )
  const previous = { ...plain, year: 2022 }
  return { check: () => checkReport(report, { previous }), data: report }
}
