import type { Equivalent } from '../judge.ts'

/** Mutants of the room `protocol` that change nothing, each with the reason. */
export const protocol: readonly Equivalent[] = []
