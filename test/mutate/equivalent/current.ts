import type { Equivalent } from '../judge.ts'

/** Mutants of the room `current` that change nothing, each with the reason. */
export const current: readonly Equivalent[] = []
