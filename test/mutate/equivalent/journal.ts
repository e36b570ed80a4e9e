import type { Equivalent } from '../judge.ts'

/** Mutants of the room `journal` that change nothing, each with the reason. */
export const journal: readonly Equivalent[] = []
