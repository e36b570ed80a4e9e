/** Prints the milliseconds of processor time that checking one report takes: the least of many batches. A process of its own. */
import { checkReport } from '../../../../src/shared/checks/index.ts'
import { agreeingReport, withCells } from '../../reports.ts'

/** As long, and as full of figures, as the longest prose seen. */
const prose = [
  '栏目每周一更换，旧页收回装订，编号连续，可供查考，窗口设咨询台一处，来访者先问后填，填错的当场改正。\n'.repeat(80),
  '2023年，共收到政府信息公开申请235件，答复237件，结转至下年度2件。信息公开行政复议16件，结果纠正5件。\n',
  '予以公开125件，部分公开18件，不予公开14件申请。制发行政规范性文件11件，办结率100%。',
].join('')

const plain = agreeingReport('2021', (row, column) => (row.length * 7 + column.length) % 23)
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
const batch = (): number => {
  const start = process.cpuUsage()
  for (let at = 0; at < 20; at++) checkReport(report, { previous })
  return process.cpuUsage(start).user / 20 / 1000
}
console.log(Math.min(...Array.from({ length: 40 }, batch)))
