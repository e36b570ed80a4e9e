import type { Equivalent } from '../judge.ts'

/** Mutants of the room `actions` that change nothing, each with the reason. */
export const actions: readonly Equivalent[] = []
