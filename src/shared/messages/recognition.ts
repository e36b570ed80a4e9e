import type { MessageTable } from './model.ts'

/** Finding the official form in a document. */
export const recognitionMessages = {} as const satisfies MessageTable
