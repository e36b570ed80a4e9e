import type { SourceDocument } from '../../shared/document.ts'
import { type Edition, type TableKey, tableKeys } from '../../shared/form/index.ts'
import { findDisclosure } from './disclosure.ts'
import { findProceedings } from './proceedings.ts'
import { type Region, regionsOf } from './regions.ts'
import { findRequests } from './requests.ts'
import type { TableGuess } from './tableGuess.ts'
import { transposed } from './transposed.ts'

const finders: Readonly<Record<TableKey, (region: Region, likely: Edition) => TableGuess | null>> = {
  disclosure: findDisclosure,
  requests: findRequests,
  proceedings: findProceedings,
}

/** A table that is in the document once more; `block` is where it begins. */
export type SecondTable = { readonly key: TableKey; readonly block: number }

function better(a: TableGuess, b: TableGuess): number {
  return Number(a.lines) - Number(b.lines) || b.score - a.score
}

/** How nearly as good another find must be to be called the same table once more, and not a stray word of it. */
const nearlyAsGood = 0.8

/**
 * The official tables of a document, each from the region it fits best (the first of equals); real grids win over plain lines.
 * @param year decides the edition only where the table itself does not
 */
export function findTables(
  document: SourceDocument,
  year: number | null,
): { readonly tables: readonly TableGuess[]; readonly seconds: readonly SecondTable[] } {
  const regions = regionsOf(document)
  const likely: Edition = year !== null && year < 2021 ? '2019' : '2021'
  const tables: TableGuess[] = []
  const seconds: SecondTable[] = []
  for (const key of tableKeys) {
    const find = (region: Region) => finders[key](region, likely) ?? []
    const upright = regions.flatMap(find)
    const [best, next] = (upright.length > 0 ? upright : regions.flatMap(transposed).flatMap(find)).sort(better)
    if (!best) continue
    tables.push(best)
    const block = next?.blocks[0]
    if (next && block !== undefined && next.lines === best.lines && next.score >= nearlyAsGood * best.score)
      seconds.push({ key, block })
  }
  return { tables, seconds }
}
