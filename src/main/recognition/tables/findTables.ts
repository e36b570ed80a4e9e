import type { SourceDocument } from '../../../shared/data/document.ts'
import { editionOfYear } from '../../../shared/facts/edition.ts'
import { type Edition, type TableKey, tableKeys } from '../../../shared/form/index.ts'
import type { Tracer } from '../../../shared/trace/steps.ts'
import type { SectionStart } from '../sections/sections.ts'
import { findDisclosure } from './disclosure.ts'
import { figures, ownTable } from './ownTable.ts'
import { findProceedings } from './proceedings.ts'
import { regionsOf, type TableRegion } from './regions.ts'
import { findRequests } from './requests.ts'
import type { TableGuess } from './tableGuess.ts'
import { traceRegions, traceSearch } from './traced.ts'
import { transposed } from './transposed.ts'

/** Finds the three official tables among all regions of a document. */

type Finder = (region: TableRegion, likely: Edition, traced: boolean) => TableGuess | null

const finders: Readonly<Record<TableKey, Finder>> = {
  disclosure: findDisclosure,
  requests: findRequests,
  proceedings: findProceedings,
}

/**
 * A table that is in the document once more; `block` is where it begins. `differing`: where it and those with other figures begin, in
 * order; empty where they are copies of one.
 */
export type SecondTable = { readonly key: TableKey; readonly block: number; readonly differing: readonly number[] }

function better(a: TableGuess, b: TableGuess): number {
  return Number(a.lines) - Number(b.lines) || b.score - a.score
}

/** How nearly as good another find must be to be called the same table once more, and not a stray word of it. */
const nearlyAsGood = 0.8

/** What is left of a region of several grids behind the table that was found in it: the same table of another year may follow. */
function remainder(region: TableRegion, guess: TableGuess): readonly TableRegion[] {
  if (region.kind === 'lines') return []
  const last = Math.max(...guess.blocks)
  const rows = region.rows.filter(row => row.block > last)
  return rows.length > 0 ? [{ ...region, rows }] : []
}

/** Where each of the tables begins whose figures no earlier one has; empty where there is only one such. */
function differing(alike: readonly TableGuess[]): readonly number[] {
  const tops = new Map<string, number>()
  for (const { table, blocks } of alike) {
    const own = figures(table)
    tops.set(own, Math.min(tops.get(own) ?? Number.POSITIVE_INFINITY, ...blocks))
  }
  return tops.size > 1 ? [...tops.values()].toSorted((a, b) => a - b) : []
}

/**
 * The official tables of a document, each from the region it fits best; real grids win over plain lines, and of the same table of
 * several years the one of the report's year.
 * @param year decides the edition too, where the table itself does not
 * @param title the report's title
 * @param trace hears where each table was looked for and how it was read
 */
export function findTables(
  document: SourceDocument,
  year: number | null,
  title: string | null,
  starts: readonly SectionStart[],
  trace?: Tracer,
): { readonly tables: readonly TableGuess[]; readonly seconds: readonly SecondTable[] } {
  const regions = regionsOf(document)
  if (trace) traceRegions(trace, regions)
  const traced = trace !== undefined
  const likely = editionOfYear(year)
  const tables: TableGuess[] = []
  const seconds: SecondTable[] = []
  for (const key of tableKeys) {
    const find = (region: TableRegion): readonly TableGuess[] => {
      const guess = finders[key](region, likely, traced)
      return guess ? [guess, ...remainder(region, guess).flatMap(find)] : []
    }
    const upright = regions.flatMap(find)
    const found = (upright.length > 0 ? upright : regions.flatMap(transposed).flatMap(find)).sort(better)
    const [best] = found
    if (!best) {
      trace?.({ kind: 'search', table: key, finds: [], why: 'none', tolerances: { nearlyAsGood } })
      continue
    }
    const alike = found.filter(guess => guess.lines === best.lines && guess.score >= nearlyAsGood * best.score)
    const chosen = ownTable(alike, document, year, title, starts) ?? best
    tables.push(chosen)
    if (trace) traceSearch(trace, { found, chosen, best, turned: upright.length === 0, nearlyAsGood })
    const next = alike.find(guess => guess.blocks[0] !== chosen.blocks[0])?.blocks[0]
    if (next !== undefined) seconds.push({ key, block: next, differing: differing(alike) })
  }
  return { tables, seconds }
}
