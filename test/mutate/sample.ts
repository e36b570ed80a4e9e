/**
 * A Stryker checker that lets through so many mutants of a room, drawn by a seed, and turns the others away as not tried. The number
 * and the seed come by environment, since Stryker loads this file in a process of its own.
 */
import { createHash } from 'node:crypto'
import { type CheckResult, CheckStatus } from '@stryker-mutator/api/check'
import type { Mutant } from '@stryker-mutator/api/core'
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

/** Why a mutant that was turned away has no result. */
export const notInSample = 'not in the sample'

let drawn: ReadonlySet<string> = new Set()

/** A mutant's place in the draw: the same on every machine for the same seed, whatever the order they come in. */
function lot({ fileName, location, replacement }: Mutant): string {
  const { start, end } = location
  const place = [start.line, start.column, end.line, end.column].join(':')
  const file = fileName.slice(fileName.lastIndexOf('/src/'))
  return createHash('sha256')
    .update([process.env.KAIJUAN_MUTATE_SEED, file, place, replacement].join('\n'))
    .digest('hex')
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Checker, 'sample', {
    async init() {},
    /** Stryker hands over all mutants at once before it has any of them checked. */
    async group(mutants: Mutant[]) {
      const lots = mutants.map(mutant => ({ id: mutant.id, lot: lot(mutant) }))
      const inOrder = lots.toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
      drawn = new Set(inOrder.slice(0, Number(process.env.KAIJUAN_MUTATE_SAMPLE)).map(({ id }) => id))
      return [mutants.map(({ id }) => id)]
    },
    async check(mutants: Mutant[]) {
      const results = mutants.map(({ id }): [string, CheckResult] => [
        id,
        drawn.has(id) ? { status: CheckStatus.Passed } : { status: CheckStatus.CompileError, reason: notInSample },
      ])
      return Object.fromEntries(results)
    },
  }),
]
