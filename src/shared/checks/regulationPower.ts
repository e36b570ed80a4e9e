import type { Report } from '../data/report.ts'
import { type CellKey, cellKey } from '../form/index.ts'
import { numberAt, tableOf } from './figures.ts'
import { makeFinding } from './finding.ts'
import { lacksLawmaking } from './lawmaking.ts'
import type { Finding } from './model.ts'

/**
 * F5: 规章 above 0 for a 镇, a 街道 or a department of a county.
 * Source: 立法法 (2023) articles 91 and 93: 规章 are made by departments of the State Council and by governments of provinces,
 * cities with districts and autonomous prefectures. Such reports usually mean 规范性文件 or house rules.
 */
export function checkRegulationPower(report: Report): readonly Finding[] {
  if (!lacksLawmaking(report)) return []
  const cells = (tableOf(report, 'disclosure')?.cells ?? [])
    .filter(cell => cell.row === 'regulations')
    .map((cell): CellKey => cellKey('disclosure', cell.row, cell.column))
    .filter(key => (numberAt(report, key) ?? 0) > 0)
  const [first] = cells
  if (!first) return []
  const printed = numberAt(report, first)
  return [makeFinding('F5', 'warning', 'disclosure/regulations', { table: 'disclosure', cells, printed, expected: 0 })]
}
