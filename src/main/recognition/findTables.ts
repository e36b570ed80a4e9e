import type { SourceDocument } from '../../shared/document.ts'
import { type Edition, type TableKey, tableKeys } from '../../shared/form/index.ts'
import { findDisclosure } from './disclosure.ts'
import { findProceedings } from './proceedings.ts'
import { type Region, regionsOf } from './regions.ts'
import { findRequests } from './requests.ts'
import type { TableGuess } from './tableGuess.ts'

const finders: Readonly<Record<TableKey, (region: Region, likely: Edition) => TableGuess | null>> = {
  disclosure: findDisclosure,
  requests: findRequests,
  proceedings: findProceedings,
}

/**
 * The official tables of a document, each from the region it fits best; real grids win over plain lines.
 * @param year decides the edition only where the table itself does not
 */
export function findTables(document: SourceDocument, year: number | null): readonly TableGuess[] {
  const regions = regionsOf(document)
  const likely: Edition = year !== null && year < 2021 ? '2019' : '2021'
  return tableKeys.flatMap(key => {
    let best: TableGuess | null = null
    for (const region of regions) {
      const guess = finders[key](region, likely)
      if (guess && (!best || (best.lines && !guess.lines) || (best.lines === guess.lines && guess.score > best.score)))
        best = guess
    }
    return best ? [best] : []
  })
}
