import type { Anchor } from '../../../shared/data/document.ts'
import type { OtherUnit } from '../../../shared/data/report.ts'
import { type Edition, editions, formTable } from '../../../shared/form/index.ts'
import { confidences } from '../cells/confidence.ts'
import { type AlignedRow, alignRows, type FormRows, formRows } from '../fit/alignRows.ts'
import { type ColumnHeads, headsOfRow, inOrder } from '../fit/columnHeads.ts'
import { cellsOfRow } from '../fit/columns.ts'
import { disclosureHeads, disclosureRowLabels } from '../fit/labels.ts'
import { type Find, findKey, makeTable, rivalsOf } from './makeTable.ts'
import type { TableRegion } from './regions.ts'
import type { TableGuess } from './tableGuess.ts'
import { candidatesFor, headOf, newTrail, rowOf, witnessesFor } from './trail.ts'

/** Finds table 二, 主动公开政府信息情况. */

const fewestRows = 2

function expectedRows(edition: Edition): FormRows {
  return formRows(disclosureRowLabels[edition].map(label => ({ ...label, numbering: null, group: null })))
}
const expected = { '2021': expectedRows('2021'), '2019': expectedRows('2019') } as const

/** The column keys of each edition. */
const known = {
  '2021': columnKeys('2021'),
  '2019': columnKeys('2019'),
} as const

function columnKeys(edition: Edition): ReadonlySet<string> {
  return new Set(formTable('disclosure', edition).rows.flatMap(row => row.columns.map(column => column.key)))
}

/** Rows above a group's figures that can be its head: 第二十条第（一）项, 信息内容 and what lies between. */
const tallestHead = 3

/** The heads over one row: from the nearest row above that has any, matched rows in between passed over. */
function headsOver(
  region: TableRegion,
  rows: readonly AlignedRow[],
  index: number,
): { heads: ColumnHeads; text: string } {
  const matched = new Set(rows.map(row => row.index))
  let unmatched = 0
  for (let at = index; at >= 0 && unmatched < tallestHead; at--) {
    const row = region.rows[at]
    if (!row) break
    const end = rows.find(item => item.index === at)?.label.column ?? Number.POSITIVE_INFINITY
    // A head over two rows stands in the lower one too.
    const cells = row.cells.flatMap(cell =>
      cell.column >= end ? [] : cell.begins ? [cell] : [{ ...cell, begins: true }],
    )
    const before = { ...row, cells }
    const heads = headsOfRow(before, disclosureHeads)
    const text = before.cells.map(cell => cell.compact).join('')
    // Lines may cut a head in two (“本年制发” “件数”): then only the joined text shows it.
    if (heads.size > 0 || (row.gridColumns === 0 && /本年|现行|总数量|项目数量/.test(text))) return { heads, text }
    if (!matched.has(at)) unmatched++
  }
  return { heads: new Map(), text: '' }
}

/** The unit that a head prints, where it is not the form's 万元. */
function unitIn(head: string): OtherUnit | null {
  const unit = /(?:单位|金额)(亿元|千元|百元|元)/.exec(head)?.[1]
  return unit === '元' || unit === '亿元' || unit === '千元' || unit === '百元' ? unit : null
}

/** Only the heads of one edition name its columns: 对外公开总数量 is never 现行有效. */
function tryEdition(region: TableRegion, edition: Edition, traced: boolean): TableGuess | null {
  const trail = traced ? newTrail() : null
  const aligned = alignRows(region.rows, expected[edition], candidatesFor(trail))
  if (aligned.rows.length < fewestRows) return null
  const finds = new Map<string, Find>()
  const rowAnchors: Record<string, Anchor> = {}
  const columnAnchors: Record<string, Anchor> = {}
  let headed = 0
  let strange = 0
  for (const item of aligned.rows) {
    const row = region.rows[item.index]
    const columns = formTable('disclosure', edition).rows.find(line => line.key === item.key)?.columns ?? []
    if (!row) continue
    rowAnchors[item.key] = item.label.anchor
    trail?.rows.push(rowOf(item, trail.candidates))
    const keys = columns.map(column => column.key)
    const { heads, text } = headsOver(region, aligned.rows, item.index)
    const own = keys.filter(key => heads.has(key))
    const foreign = [...heads.keys()].filter(key => !keys.includes(key)).length
    headed += own.length
    strange += foreign
    for (const key of own) {
      const head = heads.get(key)
      if (trail && head && !columnAnchors[key]) trail.heads.push(headOf(key, head, disclosureHeads))
      columnAnchors[key] ??= head?.cell.anchor ?? item.label.anchor
    }
    const ordered = inOrder(text, disclosureHeads, keys)
    const found = cellsOfRow(row, item.end, keys, heads, ordered, item.end, [], witnessesFor(trail, item.key))
    const others = [...heads.keys()].filter(key => !known[edition].has(key)).length
    // Heads of the other edition over this row: its figures count something else, so counting cells proves nothing. Heads of other
    // rows, where only the first row has any: a lone figure is still the row's, but somebody has to look.
    found.forEach((cell, at) => {
      const key = keys[at] ?? ''
      const headless = foreign > 0 && !heads.has(key)
      if (headless && (others > 0 || keys.length > 1)) return
      const confidence = headless ? Math.min(cell.confidence, confidences.odd) : cell.confidence
      const unit = key === 'amount' ? unitIn(text) : null
      finds.set(findKey(item.key, key), { ...cell, confidence, label: item.confidence, ...(unit ? { unit } : {}) })
    })
  }
  const cells = [...finds.values()].filter(cell => cell.cell !== null).length
  if (cells === 0 || (headed === 0 && aligned.rows.length < 4)) return null
  if (trail) trail.finds = finds
  return {
    table: makeTable('disclosure', edition, finds, rowAnchors, columnAnchors),
    rivals: rivalsOf(finds),
    score: aligned.rows.length + headed - strange + cells / 10,
    lines: region.kind === 'lines',
    blocks: [...new Set(aligned.rows.map(item => item.label.block))],
    trail,
  }
}

/** Table 二 in one region: the edition whose heads and rows are there; `likely` decides where they tell nothing. */
export function findDisclosure(region: TableRegion, likely: Edition, traced: boolean): TableGuess | null {
  const guesses = editions.flatMap(edition => tryEdition(region, edition, traced) ?? [])
  return guesses.reduce<TableGuess | null>((best, guess) => {
    if (!best || guess.score > best.score) return guess
    return guess.score === best.score && guess.table.edition === likely ? guess : best
  }, null)
}
