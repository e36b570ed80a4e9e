import type { Language } from '../../messages/index.ts'
import { en } from './en.ts'
import { type TraceWords, zh } from './zh.ts'

export type { TraceWords } from './zh.ts'

/** The words in which the steps of a reading are told. */
export const traceWords: Readonly<Record<Language, TraceWords>> = { zh, en }
