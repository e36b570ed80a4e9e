import type { MessageTable } from './model.ts'

/** Binary Word (.doc). */
export const docMessages = {} as const satisfies MessageTable
