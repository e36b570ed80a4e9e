import type { MessageTable } from './model.ts'

/** PDF. */
export const pdfMessages = {} as const satisfies MessageTable
