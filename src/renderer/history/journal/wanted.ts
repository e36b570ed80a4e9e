import type { JournalKind } from '../../../shared/data/journal.ts'

export type Span = 'today' | 'week' | 'month' | 'all'
export type Wanted = {
  readonly kinds: readonly JournalKind[]
  readonly who: readonly string[]
  readonly span: Span
  readonly text: string
}
export const everything: Wanted = { kinds: [], who: [], span: 'all', text: '' }

/** The first moment of a span, in the machine's own zone. */
export function since(span: Span, now: Date): string | null {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate())
  switch (span) {
    case 'all':
      return null
    case 'today':
      return midnight.toISOString()
    case 'week':
      midnight.setDate(midnight.getDate() - 6)
      return midnight.toISOString()
    case 'month':
      midnight.setDate(1)
      return midnight.toISOString()
  }
}
