import type { Equivalent } from '../judge.ts'

/** Mutants of the room `sums` that change nothing, each with the reason. */
export const sums: readonly Equivalent[] = []
