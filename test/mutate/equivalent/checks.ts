import type { Equivalent } from '../judge.ts'

/** Mutants of the room `checks` that change nothing, each with the reason. */
export const checks: readonly Equivalent[] = []
