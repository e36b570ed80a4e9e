import { createHash } from 'node:crypto'
import { tableKeys } from '../../src/shared/form/index.ts'
import type { Truth } from './model.ts'

/** Tells whether the generator still makes the same truth from a seed: kept files are of no use with another. */
export function truthHash(truth: Truth): string {
  const tables = tableKeys.map(key => {
    const table = truth.tables[key]
    return table.status === 'there' ? [key, table.edition, ...table.cells] : [key, table.status]
  })
  return createHash('sha256')
    .update(JSON.stringify([truth.year, truth.organization, tables]))
    .digest('hex')
}
