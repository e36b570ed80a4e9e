import type { CellKey } from '../../form/index.ts'

/** A cell and what it would have to say. */
export type Suspect = { readonly cell: CellKey; readonly value: number }

/** Cells which, changed together, make every sum of their group agree. `cost` is how unlikely that misreading is: 0 and below is likely. */
export type SuspectSet = { readonly changes: readonly Suspect[]; readonly cost: number }

/**
 * Failed sums that no smallest answer takes apart, and the smallest sets that settle all of them, likeliest first. Empty where none
 * does. `stopped`: the search reached its bound, so that nothing is claimed.
 */
export type SuspectGroup = {
  readonly sums: readonly string[]
  readonly sets: readonly SuspectSet[]
  readonly stopped?: true
}

/** What a person has already settled: sums not to be asked about any more, cells known to be read rightly. */
export type Answered = { readonly sums: ReadonlySet<string>; readonly cells: ReadonlySet<CellKey> }
