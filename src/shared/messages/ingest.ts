import type { MessageTable } from './model.ts'

/** Accepting files: queue, limits, duplicates. */
export const ingestMessages = {} as const satisfies MessageTable
