import type { Equivalent } from '../judge.ts'

/** Mutants of the room `recovery` that change nothing, each with the reason. */
export const recovery: readonly Equivalent[] = []
