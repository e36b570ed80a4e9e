import type { Equivalent } from '../judge.ts'

/** Mutants of the room `state` that change nothing, each with the reason. */
export const state: readonly Equivalent[] = []
