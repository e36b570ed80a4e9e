import type { MessageTable } from './model.ts'

/** The archive on disk. */
export const archiveMessages = {} as const satisfies MessageTable
