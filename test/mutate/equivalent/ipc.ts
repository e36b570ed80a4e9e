import type { Equivalent } from '../judge.ts'

/** Mutants of the room `ipc` that change nothing, each with the reason. */
export const ipc: readonly Equivalent[] = []
