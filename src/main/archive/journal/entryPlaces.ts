import { type JournalEntry, type JournalKind, journalKinds } from '../../../shared/data/journal.ts'
import type { RecordId } from '../../../shared/data/record.ts'
import { makeNumberList, type NumberList } from './numberList.ts'

/**
 * Where each entry of the journal stands and what it is asked by: 40 bytes an entry, made from the files when the history is first
 * asked for. (Entries as objects: 1.5 KB each.)
 */
export type EntryPlaces = {
  readonly push: (entry: JournalEntry, year: number, start: number, length: number) => void
  readonly count: () => number
  readonly number: (index: number) => number
  readonly at: (index: number) => number
  readonly kind: (index: number) => JournalKind
  readonly who: (index: number) => string
  readonly isOf: (index: number, record: RecordId) => boolean
  readonly place: (index: number) => { readonly year: number; readonly start: number; readonly length: number }
}

const half = (id: RecordId, part: 0 | 1) => Number.parseInt(id.slice(part * 8, part * 8 + 8), 16)

/** The record an entry speaks of, null for none. */
export const recordOf = ({ event }: JournalEntry): RecordId | null => ('record' in event ? event.record : null)

export function makeEntryPlaces(): EntryPlaces {
  const double = (): NumberList => makeNumberList(length => new Float64Array(length))
  const whole = (): NumberList => makeNumberList(length => new Uint32Array(length))
  const columns = { number: double(), at: double(), start: double(), high: whole(), low: whole(), length: whole() }
  const kinds = makeNumberList(length => new Uint8Array(length))
  const years = makeNumberList(length => new Uint16Array(length))
  const whos = makeNumberList(length => new Uint16Array(length))
  const names: string[] = []
  const known = new Map<string, number>()
  let count = 0
  return {
    push: (entry, year, start, length) => {
      const record = recordOf(entry)
      let who = known.get(entry.who)
      if (who === undefined) {
        who = names.push(entry.who) - 1
        known.set(entry.who, who)
      }
      columns.number.push(entry.number)
      columns.at.push(Date.parse(entry.at))
      columns.start.push(start)
      columns.length.push(length)
      // No record has the id 0: a SHA-256 that begins with 64 zero bits does not occur.
      columns.high.push(record ? half(record, 0) : 0)
      columns.low.push(record ? half(record, 1) : 0)
      kinds.push(journalKinds.indexOf(entry.event.kind))
      years.push(year)
      whos.push(who)
      count++
    },
    count: () => count,
    number: columns.number.at,
    at: columns.at.at,
    kind: index => journalKinds[kinds.at(index)] ?? 'verify',
    who: index => names[whos.at(index)] ?? '',
    isOf: (index, record) => columns.high.at(index) === half(record, 0) && columns.low.at(index) === half(record, 1),
    place: index => ({ year: years.at(index), start: columns.start.at(index), length: columns.length.at(index) }),
  }
}
