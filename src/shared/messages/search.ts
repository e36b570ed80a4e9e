import type { MessageTable } from './model.ts'

/** Searching. */
export const searchMessages = {} as const satisfies MessageTable
