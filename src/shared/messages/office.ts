import type { MessageTable } from './model.ts'

/** DOCX and zip containers. */
export const officeMessages = {} as const satisfies MessageTable
