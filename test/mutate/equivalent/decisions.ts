import type { Equivalent } from '../judge.ts'

/** Mutants of the room `decisions` that change nothing, each with the reason. */
export const decisions: readonly Equivalent[] = []
