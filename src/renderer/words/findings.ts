import type { Finding } from '../../shared/checks/index.ts'
import { sectionHeadings } from '../../shared/form/index.ts'
import type { Language } from '../../shared/messages/index.ts'
import type { ReviewItem } from '../../shared/review.ts'
import { count } from '../ui/format.ts'
import { cellName, columnName, rowName } from './cells.ts'

const percent = (share: number) => `${Math.round(share * 100)}%`

function zhFinding(finding: Finding): string {
  const cell = finding.cells[0]
  const difference = (finding.expected ?? 0) - (finding.printed ?? 0)
  const off = difference > 0 ? `合计少 ${count(difference)}` : `合计多 ${count(-difference)}`
  const table = { disclosure: '表二', requests: '表三', proceedings: '表四' }
  switch (finding.rule) {
    case 'E1':
    case 'E4':
      return cell ? `${rowName(cell, 'zh')}，${off}` : off
    case 'E2':
      return cell ? `${columnName(cell, 'zh')}列，（七）${off}` : off
    case 'E3':
      return cell ? `${columnName(cell, 'zh')}列，收到与办理差 ${count(difference)}` : off
    case 'F1':
      if (finding.table) return `没有找到${table[finding.table]}`
      return finding.section ? `没有找到“${sectionHeadings[finding.section].label}”` : '缺章节'
    case 'F2':
      return cell ? `${rowName(cell, 'zh')}有 ${count(finding.cells.length)} 格没有数字` : '有空白'
    case 'F3':
      return cell ? `${rowName(cell, 'zh')}有 ${count(finding.cells.length)} 格不是整数` : '有不是整数的格'
    default:
      return otherFinding(finding)
  }
}

function enFinding(finding: Finding): string {
  const cell = finding.cells[0]
  const difference = (finding.expected ?? 0) - (finding.printed ?? 0)
  const off = difference > 0 ? `total is ${count(difference)} short` : `total is ${count(-difference)} over`
  const table = { disclosure: 'Table 2', requests: 'Table 3', proceedings: 'Table 4' }
  switch (finding.rule) {
    case 'E1':
    case 'E4':
      return cell ? `${rowName(cell, 'en')}: ${off}` : off
    case 'E2':
      return cell ? `${columnName(cell, 'en')}: ${off}` : off
    case 'E3':
      return cell ? `${columnName(cell, 'en')}: received and handled differ by ${count(difference)}` : off
    case 'F1':
      if (finding.table) return `${table[finding.table]} not found`
      return finding.section ? `“${sectionHeadings[finding.section].english}” not found` : 'A section is missing'
    case 'F2':
      return cell ? `${rowName(cell, 'en')}: ${count(finding.cells.length)} without a number` : 'Blank cells'
    case 'F3':
      return cell ? `${rowName(cell, 'en')}: ${count(finding.cells.length)} not whole numbers` : 'Not whole numbers'
    default:
      return otherFinding(finding)
  }
}

/** A rule this window has no sentence for yet is named by its cells, never left out. */
function otherFinding(finding: Pick<Finding, 'cells' | 'id'>): string {
  return finding.cells.map(cell => cellName(cell, 'zh')).join('、') || finding.id
}

/** One line for a list: what is wrong where. Rule codes stay in the data. */
export function reviewItemText(item: ReviewItem, language: Language): string {
  if (item.kind === 'doubt') {
    const name = cellName(item.cell, language)
    return language === 'zh'
      ? `${name}存疑，把握 ${percent(item.confidence)}`
      : `${name}: ${percent(item.confidence)} sure`
  }
  return language === 'zh' ? zhFinding(item.finding) : enFinding(item.finding)
}
