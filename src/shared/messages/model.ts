import type { Anchor } from '../data/document.ts'

export type Severity = 'error' | 'warning' | 'info'
export type Params = Readonly<Record<string, string | number>>

/** One sentence in both languages. `{name}` stands for a parameter. */
export type Sentence = { readonly zh: string; readonly en: string }

/**
 * What one message code says: what happened (and to which file), what is unharmed, what to do. Who meets an error needs all three; a warning
 * stands beside the report it is about, whose original is kept, and says what to do; a note tells of what needs no answer.
 */
export type MessageWords = { readonly what: Sentence } & (
  | { readonly severity: 'error'; readonly kept: Sentence; readonly todo: Sentence }
  | { readonly severity: 'warning'; readonly kept?: Sentence; readonly todo: Sentence }
  | { readonly severity: 'info'; readonly kept?: Sentence; readonly todo?: Sentence }
)

export type MessageTable = Readonly<Record<string, MessageWords>>

/** A fact to tell: stored and sent as code and parameters, put into words only where it is shown. */
export type Message = {
  readonly code: string
  readonly severity: Severity
  readonly params: Params
  readonly anchor: Anchor | null
  /** Technical detail for a repair (an exception's text); shown only under 详情. */
  readonly detail?: string
}

export type Language = 'zh' | 'en'
