import type { MessageTable } from './model.ts'

/** Web pages and plain text. */
export const webTextMessages = {} as const satisfies MessageTable
