import type { Tracer } from '../../../shared/trace/steps.ts'
import { leastScore, skippedRowCost } from '../fit/alignRows.ts'
import { overlap } from '../fit/columns.ts'
import type { TableRegion } from './regions.ts'
import { tallestRequestsHead } from './requests.ts'
import type { TableGuess } from './tableGuess.ts'
import { readingsOf } from './trail.ts'

/** Tells the steps of finding the tables; called only where the reading is traced. */

/** A hostile document has regions without end. */
const mostRegions = 500
const mostFinds = 50

/** The stretches in which each table is looked for. */
export function traceRegions(trace: Tracer, regions: readonly TableRegion[]): void {
  const told = regions.slice(0, mostRegions).map(({ kind, rows }) => ({
    kind,
    first: rows[0]?.cells[0]?.block ?? rows[0]?.block ?? 0,
    last: rows.at(-1)?.cells.at(-1)?.block ?? rows.at(-1)?.block ?? 0,
    rows: rows.length,
  }))
  trace({ kind: 'regions', regions: told, left: regions.length - told.length })
}

type Search = {
  /** Best first. */
  readonly found: readonly TableGuess[]
  readonly chosen: TableGuess
  readonly best: TableGuess
  readonly turned: boolean
  readonly nearlyAsGood: number
}

/** `ownTable` makes a doubted find anew: it is known by the trail it keeps. */
const isSame = (one: TableGuess, other: TableGuess): boolean => one.trail === other.trail

function whyOf({ found, chosen, best }: Search): 'only' | 'score' | 'gridOverLines' | 'ownOfTwo' {
  if (found.length === 1) return 'only'
  if (!isSame(chosen, best)) return 'ownOfTwo'
  const other = found.find(guess => !isSame(guess, best))
  return other && other.score > best.score ? 'gridOverLines' : 'score'
}

/** All finds of one table with their scores, the one that was taken and why, and how it was read. */
export function traceSearch(trace: Tracer, search: Search): void {
  const { found, chosen, turned, nearlyAsGood } = search
  const { key, edition } = chosen.table
  trace({
    kind: 'search',
    table: key,
    finds: found.slice(0, mostFinds).map(guess => ({
      edition: guess.table.edition,
      score: guess.score,
      lines: guess.lines,
      turned,
      blocks: guess.blocks,
      rows: guess.trail?.rows.length ?? 0,
      cells: guess.table.cells.filter(cell => cell.state !== 'absent').length,
      chosen: isSame(guess, chosen),
    })),
    why: whyOf(search),
    tolerances: { nearlyAsGood },
  })
  if (!chosen.trail) return
  trace({
    kind: 'table',
    table: key,
    edition,
    rows: chosen.trail.rows,
    heads: chosen.trail.heads,
    cells: readingsOf(chosen.table, chosen.trail),
    tolerances: {
      leastScore,
      skippedRowCost,
      overlap,
      ...(key === 'requests' ? { tallestHead: tallestRequestsHead } : {}),
    },
  })
}
