import type { JournalEntry } from '../../../shared/data/journal.ts'
import type { RecordId } from '../../../shared/data/record.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { recordPath } from '../layout.ts'
import { journalName } from './files.ts'
import type { JournalLine } from './journal.ts'
import { hashHolds, noHash } from './lines.ts'

/** What the journal tells of a record, as far as all records can be kept in memory: about 300 bytes each. */
export type JournalledRecord = {
  readonly name: string
  /** Null when the journal does not tell of its import. */
  readonly sha256: string | null
  /** What its file must bear; null when an older version wrote the last entry. */
  readonly seal: string | null
}

/** Takes journal lines one after the other: each must follow the one before, and each record's seals must follow each other. */
export type JournalCheck = {
  readonly line: (line: JournalLine) => void
  readonly records: ReadonlyMap<RecordId, JournalledRecord>
  /** Reports of inspections by name, with their seals. */
  readonly inspections: ReadonlyMap<string, string>
  readonly entries: () => number
  readonly problems: readonly Message[]
}

export function startJournalCheck(): JournalCheck {
  const records = new Map<RecordId, JournalledRecord>()
  const inspections = new Map<string, string>()
  const problems: (() => Message)[] = []
  let number = 0
  let previous = noHash
  let entries = 0

  function take({ event, number: entry }: JournalEntry): void {
    switch (event.kind) {
      case 'ingest':
        records.set(event.record, { name: event.name, sha256: event.sha256, seal: event.seal ?? null })
        break
      case 'revise':
      case 'reread':
      case 'migrate': {
        const known = records.get(event.record)
        if (known?.seal && known.seal !== event.sealBefore) {
          const file = recordPath(event.record)
          // Named when it is told, not when it is heard: a later line may know the record by another name.
          const name = () => records.get(event.record)?.name ?? event.name
          problems.push(() => message('archive.alteredBefore', { name: name(), file, entry }))
        }
        records.set(event.record, { name: event.name, sha256: known?.sha256 ?? null, seal: event.seal ?? null })
        break
      }
      case 'inspect':
        inspections.set(event.report, event.seal)
        break
      case 'refuse':
      case 'verify':
      case 'repair':
      case 'export':
        break
    }
  }

  return {
    records,
    inspections,
    get problems() {
      return problems.map(problem => problem())
    },
    entries: () => entries,
    line: ({ entry, bytes, year, line }) => {
      const follows = entry?.number === number + 1 && entry.previous === previous
      const asWritten = entry !== null && hashHolds(entry) && Buffer.from(JSON.stringify(entry)).equals(bytes)
      if (!follows || !asWritten) {
        const said = message('archive.journalLine', { file: journalName(year), line })
        problems.push(() => said)
      }
      if (!entry) return
      entries++
      number = entry.number
      previous = entry.hash
      // What a damaged line says is not believed.
      if (asWritten) take(entry)
    },
  }
}
