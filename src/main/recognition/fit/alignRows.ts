import { isValueLike } from '../cells/cellState.ts'
import { confidences } from '../cells/confidence.ts'
import type { PlacedCell, TableRow } from '../cells/tableRows.ts'
import { compact, type LabelNumbering, splitNumbering } from '../text/normalise.ts'
import { type KnownLabel, nearLabels, nearNoted } from './labelMatch.ts'

/** A row of the document that is a row of the form. `end` is the first column right of its label. */
export type AlignedRow = {
  readonly key: string
  readonly index: number
  readonly label: PlacedCell
  readonly end: number
  readonly confidence: number
  /** Likeness of its label: 1 without a difference, more where its number and group fit too. */
  readonly score: number
  /** Characters in which it differs from the nearest wording. */
  readonly distance: number
}

/** What the form says about one of its rows. */
export type ExpectedRow = KnownLabel & { readonly numbering: LabelNumbering | null; readonly group: string | null }

/** The rows of one table of the form, and what else may be read as a row's label but is none. */
export type FormRows = {
  readonly rows: readonly ExpectedRow[]
  readonly groups: readonly KnownLabel[]
  readonly labels: readonly KnownLabel[]
}

/** Made once for each table, since what labels are like is remembered for the list of them. */
export function formRows(rows: readonly ExpectedRow[], groups: readonly KnownLabel[] = []): FormRows {
  return { rows, groups, labels: [...rows, ...groups.map(group => ({ ...group, key: `group ${group.key}` }))] }
}

/** A row of the form that a row of the document may be. */
export type Candidate = AlignedRow & { readonly order: number }

/** Labels may be cut into neighbouring cells (or lines); more than four pieces were never seen. */
const mostPieces = 4

const isName = (text: string): boolean => /\p{Script=Han}{2}/u.test(text) && !isValueLike(text)

/** 件, 万元: the unit of a row's figures, in a column of its own behind the label. */
const unit = /^[(（]?(?:件|个|条|项|宗|份|次|人|元|万元)[)）]?$/

/** Where the label ends and figures may begin. */
function labelEnd(row: TableRow, last: PlacedCell): number {
  const end = last.column + last.columnSpan
  const next = row.cells.find(cell => cell.column === end)
  return row.gridColumns > 0 && next && unit.test(next.text.trim()) ? end + next.columnSpan : end
}

/** The label cells of a row: what begins in it before the first figure. Lines keep only the last few before the figures. */
function labelCells(row: TableRow): readonly PlacedCell[] {
  const all = row.cells.filter(cell => cell.begins)
  // A column of serial numbers may stand before the labels of a grid.
  const named = row.gridColumns === 0 ? 0 : all.findIndex(cell => isName(cell.text))
  const beginning = all.slice(Math.max(0, named))
  const firstValue = beginning.findIndex(cell => cell.text.trim() !== '' && isValueLike(cell.text))
  const cells = (firstValue < 0 ? beginning : beginning.slice(0, firstValue)).filter(cell => /\p{L}/u.test(cell.text))
  return row.gridColumns === 0 ? cells.slice(-mostPieces) : cells.slice(0, 6)
}

function groupBonus(row: TableRow, expected: ExpectedRow, groups: readonly KnownLabel[], label: PlacedCell): number {
  for (const cell of row.cells) {
    if (cell === label || cell.column >= label.column) continue
    const group = groups.find(item => item.wordings.includes(cell.body))
    if (group) return group.key === expected.group ? 0.25 : -0.6
  }
  return 0
}

function numberingBonus(label: PlacedCell, expected: ExpectedRow): number {
  const printed = splitNumbering(label.text).numbering
  if (printed === null || expected.numbering === null) return 0
  return printed.number === expected.numbering.number && printed.style === expected.numbering.style ? 0.15 : -0.1
}

/** A label that is less like a row's is not taken for it. */
export const leastScore = 0.45

function candidatesOf(
  row: TableRow,
  index: number,
  { rows: expected, groups, labels }: FormRows,
): readonly Candidate[] {
  const best = new Map<number, Candidate>()
  const cells = labelCells(row)
  for (let from = 0; from < cells.length; from++) {
    const first = cells[from]
    if (!first) continue
    let body = first.body
    for (let to = from; to < Math.min(cells.length, from + mostPieces); to++) {
      const last = cells[to]
      if (!last) break
      if (to > from) body += compact(last.text)
      // In lines the label is what stands right before the figures.
      if (row.gridColumns === 0 && to !== cells.length - 1) continue
      const whole = nearLabels(body, labels)
      const bare =
        to > from || (whole[0]?.confidence ?? 0) >= confidences.nearLabel ? [] : nearNoted(first.text, labels)
      for (const match of (bare[0]?.confidence ?? 0) > (whole[0]?.confidence ?? 0) ? bare : whole) {
        const order = expected.findIndex(item => item.key === match.key)
        const row_ = expected[order]
        if (!row_) continue
        const score =
          1 -
          match.distance / Math.max(4, body.length) -
          (match.confidence < 0.9 ? 0.1 : 0) +
          numberingBonus(first, row_) +
          groupBonus(row, row_, groups, first) +
          0.001 * from
        const known = best.get(order)
        if (score < leastScore || (known && known.score >= score)) continue
        best.set(order, {
          key: row_.key,
          index,
          label: last,
          end: labelEnd(row, last),
          confidence: match.confidence,
          order,
          score,
          distance: match.distance,
        })
      }
    }
  }
  return [...best.values()]
}

export const skippedRowCost = 0.03

/**
 * Lays the rows of a region along the rows of the form: the chain of matches, both orders increasing, with the highest score.
 * The form's order decides between equal labels (其他, 总计) and never replaces a label.
 * @param note hears every match that was weighed, where the reading is traced
 */
export function alignRows(
  rows: readonly TableRow[],
  form: FormRows,
  note?: (candidates: readonly Candidate[]) => void,
): { readonly rows: readonly AlignedRow[]; readonly score: number } {
  const nodes = rows.flatMap((row, index) => candidatesOf(row, index, form)).slice(0, 4_000)
  note?.(nodes)
  const chains: { score: number; previous: number }[] = []
  let last = -1
  nodes.forEach((node, at) => {
    let chain = { score: node.score, previous: -1 }
    for (let before = 0; before < at; before++) {
      const earlier = nodes[before]
      const reached = chains[before]
      if (!earlier || !reached || earlier.index >= node.index || earlier.order >= node.order) continue
      const skipped = Math.min(20, node.index - earlier.index - 1)
      const score = reached.score + node.score - skipped * skippedRowCost
      if (score > chain.score) chain = { score, previous: before }
    }
    chains.push(chain)
    if (last < 0 || chain.score > (chains[last]?.score ?? 0)) last = at
  })
  const score = chains[last]?.score ?? 0
  const aligned: Candidate[] = []
  for (let at = last; at >= 0; at = chains[at]?.previous ?? -1) {
    const node = nodes[at]
    if (node) aligned.unshift(node)
  }
  aligned.push(...outOfOrder(aligned, nodes, form.rows))
  aligned.sort((a, b) => a.index - b.index)
  const torn = isTwoCopies(aligned, nodes)
  const trusted = aligned.map(item => ({
    ...item,
    confidence: torn ? Math.min(item.confidence, confidences.torn) : trust(item, nodes),
  }))
  return { rows: trusted, score }
}

/** Shorter labels (其他, 总计) are told apart by the order alone. */
const shortestUnordered = 4

/** Rows of the form that stand among the others in another order: named in full, once, and by no other row's label. */
function outOfOrder(
  chosen: readonly Candidate[],
  nodes: readonly Candidate[],
  expected: readonly ExpectedRow[],
): readonly Candidate[] {
  const [first, last] = [chosen[0]?.index ?? 0, chosen.at(-1)?.index ?? 0]
  const orders = new Set(chosen.map(item => item.order))
  const taken = new Set(chosen.map(item => item.index))
  return expected.flatMap((_, order) => {
    if (orders.has(order)) return []
    const own = nodes.filter(node => node.order === order && node.index > first && node.index < last)
    const [node] = own
    if (!node || own.length > 1 || taken.has(node.index) || node.label.body.length < shortestUnordered) return []
    return node.confidence >= confidences.sure && node.score > 0.8
      ? [{ ...node, confidence: confidences.nearerLabel }]
      : []
  })
}

/** So many rows of the form that stand there once more between the chosen ones: two copies of the table were taken for one. */
const fewestCopied = 3

function isTwoCopies(chosen: readonly Candidate[], nodes: readonly Candidate[]): boolean {
  const [first, last] = [chosen[0]?.index ?? 0, chosen.at(-1)?.index ?? 0]
  const exact = (node: Candidate) => node.confidence >= confidences.sure && node.score >= 1
  const copied = chosen.filter(item =>
    nodes.some(
      node =>
        node.order === item.order &&
        node.index !== item.index &&
        node.index > first &&
        node.index < last &&
        exact(node),
    ),
  )
  return copied.length >= fewestCopied
}

/** A row that reads more like another row of the form than like the one its place makes it is doubtful. */
function trust(chosen: Candidate, nodes: readonly Candidate[]): number {
  const rivals = nodes.filter(node => node.index === chosen.index && node.order !== chosen.order)
  const better = rivals.some(rival => rival.confidence > chosen.confidence || rival.score > chosen.score + 0.1)
  return better ? Math.min(chosen.confidence, confidences.torn) : chosen.confidence
}
