import { evaluateSum, numbersOf, type SumRule, sumRules } from '../../../shared/checks/sums.ts'
import { type Cell, doubtBelow, type ReportTable } from '../../../shared/data/report.ts'
import { tableNumbers } from '../../../shared/facts/tableNumbers.ts'
import { type CellKey, cellKey, findFormCell } from '../../../shared/form/index.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import type { SumsStep, Tracer } from '../../../shared/trace/steps.ts'
import { confidences } from '../cells/confidence.ts'
import { findKey, type Rival } from '../tables/makeTable.ts'

/** Decides between two readings of a figure by the sums it stands in. */

/** One way to read a cell. */
type Option = Pick<Cell, 'value' | 'raw' | 'anchor'>
type Open = { readonly key: CellKey; readonly cell: Cell; readonly options: readonly Option[] }

/** Ways to read all open cells of one knot of sums; beyond so many nothing is decided. */
const mostWays = 1_024

/** The doubtful numbers that can be read in more than one way; the present reading first. */
function openCells(table: ReportTable, rivals: ReadonlyMap<string, Rival>): readonly Open[] {
  return table.cells.flatMap((cell): readonly Open[] => {
    if (cell.state !== 'number' || cell.confidence >= doubtBelow) return []
    const rival = rivals.get(findKey(cell.row, cell.column))
    const others = cell.alternatives
      .filter(item => item.value !== cell.value)
      .map(({ value }): Option => (rival?.value === value ? rival : { value, raw: cell.raw, anchor: cell.anchor }))
    if (others.length === 0) return []
    return [{ key: cellKey(table.key, cell.row, cell.column), cell, options: [cell, ...others] }]
  })
}

const cellsOf = (rule: SumRule): readonly CellKey[] => [...rule.total, ...rule.parts]

/** Open cells that stand in sums together can only be decided together. */
function knots(open: readonly Open[], rules: readonly SumRule[]): readonly (readonly Open[])[] {
  let groups: Open[][] = open.map(item => [item])
  for (const rule of rules) {
    const keys = new Set(cellsOf(rule))
    const touched = groups.filter(group => group.some(item => keys.has(item.key)))
    if (touched.length > 1) groups = [...groups.filter(group => !touched.includes(group)), touched.flat()]
  }
  return groups
}

/** Two cells of the form are never one and the same printed cell. */
function sharesPlace(options: readonly Option[]): boolean {
  const places = options.map(({ anchor }) => `${anchor?.block}/${anchor?.row}/${anchor?.column}`)
  return new Set(places).size < places.length
}

function waysOf(knot: readonly Open[]): readonly (readonly Option[])[] {
  return knot.reduce<readonly (readonly Option[])[]>(
    (ways, item) => ways.flatMap(way => item.options.map(option => [...way, option])),
    [[]],
  )
}

/** What the sums say of a knot: the one way under which all hold, or why there is none. */
type Decision = { readonly way: readonly Option[] | null; readonly outcome: SumsStep['outcome'] }

function decide(knot: readonly Open[], rules: readonly SumRule[], table: ReportTable): Decision {
  if (rules.length === 0) return { way: null, outcome: 'noSum' }
  if (knot.reduce((product, item) => product * item.options.length, 1) > mostWays)
    return { way: null, outcome: 'tooManyWays' }
  const numbers = new Map(numbersOf(table))
  const holds = (way: readonly Option[]): boolean => {
    knot.forEach((item, at) => {
      const value = way[at]?.value
      if (value !== null && value !== undefined) numbers.set(item.key, value)
    })
    return rules.every(rule => evaluateSum(rule, numbers)?.agrees !== false)
  }
  const present = knot.map(item => item.options[0] ?? item.cell)
  const fitting = waysOf(knot).filter(way => (!sharesPlace(way) || sharesPlace(present)) && holds(way))
  const [only] = fitting
  if (!only) return { way: null, outcome: 'noneFits' }
  return fitting.length === 1 ? { way: only, outcome: 'chosen' } : { way: null, outcome: 'severalFit' }
}

function tell(table: ReportTable, item: Open, option: Option): Message {
  const form = findFormCell(item.key, table.edition)
  const others = item.options.flatMap(other => (other.value === option.value ? [] : [String(other.value)]))
  const params = {
    table: tableNumbers[table.key],
    row: form?.row.label ?? item.cell.row,
    column: form?.column.label ?? item.cell.column,
    value: String(option.value),
    others: others.join(' / '),
  }
  return message('recognition.chosenBySums', params, option.anchor)
}

/**
 * Where a figure can be read in two ways, takes the one way under which all its sums hold, and says so. Only readings that are
 * printed are chosen between; without exactly one such way nothing is changed.
 * @param trace hears of each knot of open cells and what became of it
 */
export function chooseBySums(
  table: ReportTable,
  rivals: ReadonlyMap<string, Rival>,
  trace?: Tracer,
): { readonly table: ReportTable; readonly messages: readonly Message[] } {
  const open = openCells(table, rivals)
  if (open.length === 0) return { table, messages: [] }
  const numbers = numbersOf(table)
  const judged = sumRules(table).filter(rule => evaluateSum(rule, numbers) !== null)
  const chosen = new Map<string, Cell>()
  const messages: Message[] = []
  for (const knot of knots(open, judged)) {
    const rules = judged.filter(rule => cellsOf(rule).some(key => knot.some(item => item.key === key)))
    const { way, outcome } = decide(knot, rules, table)
    knot.forEach((item, at) => {
      const option = way?.[at]
      if (!option) return
      // A row's sum alone may hold by chance; row and column together hardly ever.
      const witnesses = rules.filter(rule => cellsOf(rule).includes(item.key)).length
      const confidence = witnesses > 1 ? confidences.chosenBySums : Math.min(item.cell.confidence, confidences.oneSum)
      const alternatives = item.options.flatMap(other =>
        other.value === option.value || other.value === null
          ? []
          : [{ value: other.value, confidence: confidences.otherReading }],
      )
      const { value, raw, anchor } = option
      const chosenOver = item.options.flatMap(other =>
        other.value === value || other.value === null ? [] : [other.value],
      )
      chosen.set(item.key, { ...item.cell, value, raw, anchor, confidence, alternatives, chosenOver })
      messages.push(tell(table, item, option))
    })
    trace?.({
      kind: 'sums',
      table: table.key,
      cells: knot.map(({ key, cell, options }, at) => ({
        cell: key,
        values: options.map(option => option.value),
        chosen: way?.[at]?.value ?? null,
        confidence: (chosen.get(key) ?? cell).confidence,
      })),
      sums: rules.length,
      outcome,
      tolerances: { doubtBelow, mostWays },
    })
  }
  const cells = table.cells.map(cell => chosen.get(cellKey(table.key, cell.row, cell.column)) ?? cell)
  return { table: { ...table, cells }, messages }
}
