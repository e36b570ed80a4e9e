import type { JournalEntry, JournalEvent } from '../../../shared/data/journal.ts'
import { day } from '../../ui/format.ts'

type OfKind<Kind extends JournalEvent['kind']> = JournalEntry & {
  readonly event: Extract<JournalEvent, { kind: Kind }>
}
export type Revised = OfKind<'revise'>
type Verified = OfKind<'verify'>
export type Inspected = OfKind<'inspect'>
export type HandedOver = OfKind<'export'>
export type CaredFor = OfKind<'reread'> | OfKind<'repair'>
type Reformed = OfKind<'migrate'>
export type Taken = OfKind<'ingest'> | OfKind<'refuse'>

/** One line of the timeline. Files that came in one after the other are one line. */
export type Line =
  | { readonly kind: 'revise'; readonly key: number; readonly entry: Revised }
  | { readonly kind: 'verify'; readonly key: number; readonly entry: Verified }
  | { readonly kind: 'inspect'; readonly key: number; readonly entry: Inspected }
  | { readonly kind: 'export'; readonly key: number; readonly entry: HandedOver }
  | { readonly kind: 'care'; readonly key: number; readonly entry: CaredFor }
  /** Records that an opening brought to a new form, together. */
  | { readonly kind: 'migrate'; readonly key: number; readonly entry: Reformed; readonly records: number }
  | { readonly kind: 'batch'; readonly key: number; readonly entry: Taken; readonly files: readonly Taken[] }

export type Day = { readonly day: string; readonly at: Date; readonly lines: readonly Line[] }

function lineOf({ event, ...entry }: JournalEntry): Line {
  const { number: key } = entry
  switch (event.kind) {
    case 'revise':
      return { kind: 'revise', key, entry: { ...entry, event } }
    case 'verify':
      return { kind: 'verify', key, entry: { ...entry, event } }
    case 'inspect':
      return { kind: 'inspect', key, entry: { ...entry, event } }
    case 'reread':
      return { kind: 'care', key, entry: { ...entry, event } }
    case 'export':
      return { kind: 'export', key, entry: { ...entry, event } }
    case 'repair':
      return { kind: 'care', key, entry: { ...entry, event } }
    case 'migrate':
      return { kind: 'migrate', key, entry: { ...entry, event }, records: 1 }
    case 'ingest': {
      const taken = { ...entry, event }
      return { kind: 'batch', key, entry: taken, files: [taken] }
    }
    case 'refuse': {
      const taken = { ...entry, event }
      return { kind: 'batch', key, entry: taken, files: [taken] }
    }
  }
}

/** Entries, newest first, by local calendar day; imports of one person that follow each other within a day are put together, and so are new forms. */
export function daysOf(entries: readonly JournalEntry[]): readonly Day[] {
  const days: { day: string; at: Date; lines: Line[] }[] = []
  for (const entry of entries) {
    const at = new Date(entry.at)
    const name = day(at)
    let here = days.at(-1)
    if (here?.day !== name) {
      here = { day: name, at, lines: [] }
      days.push(here)
    }
    const line = lineOf(entry)
    const last = here.lines.at(-1)
    if (line.kind === 'batch' && last?.kind === 'batch' && last.entry.who === entry.who) {
      here.lines[here.lines.length - 1] = { ...last, files: [...last.files, ...line.files] }
    } else if (line.kind === 'migrate' && last?.kind === 'migrate') {
      here.lines[here.lines.length - 1] = { ...last, records: last.records + 1 }
    } else here.lines.push(line)
  }
  return days
}

export type BatchStates = {
  readonly archived: number
  readonly warned: number
  readonly failed: number
  readonly refused: number
}

export function batchStates(files: readonly Taken[]): BatchStates {
  const states = { archived: 0, warned: 0, failed: 0, refused: 0 }
  for (const { event } of files) states[event.kind === 'refuse' ? 'refused' : event.state] += 1
  return states
}
