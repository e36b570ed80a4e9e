import type {
  JournalEntry,
  JournalEvent,
  JournalKind,
  JournalPage,
  JournalQuery,
} from '../../../shared/data/journal.ts'
import type { Change } from '../../../shared/data/record.ts'
import type { FileLayer } from '../../disk/files.ts'
import { journalFile } from './files.ts'
import type { Journal } from './journal.ts'
import { hashHolds, parseEntry } from './lines.ts'
import { readPart } from './reading.ts'

/** Asking the journal for a page of entries by kind, person, record and words. */

function wordsOfChange(change: Change): readonly string[] {
  switch (change.kind) {
    case 'cell':
      return [change.cell, change.before.raw ?? '', change.after.raw ?? '']
    case 'confirm':
      return change.cells
    case 'verdict':
      return [change.before?.note ?? '', change.after?.note ?? '']
    case 'field':
      return [String(change.before ?? ''), String(change.after ?? '')]
    case 'status':
      return []
  }
}

function wordsOf(event: JournalEvent): readonly string[] {
  switch (event.kind) {
    case 'ingest':
      return [event.name, event.fileName]
    case 'refuse':
      return [event.fileName]
    case 'revise':
      return [event.name, event.why, ...wordsOfChange(event.change)]
    case 'reread':
    case 'migrate':
    case 'repair':
    case 'export':
      return [event.name]
    case 'verify':
    case 'inspect':
      return []
  }
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

function hasText(entry: JournalEntry, text: string): boolean {
  try {
    return wordsOf(entry.event).some(word => plain(word).includes(text))
  } catch (error) {
    // A damaged line may lack anything; in one that is as it was written this is a bug.
    if (hashHolds(entry)) throw error
    return false
  }
}

/** Numbers of the entries in whose words a text occurs: the one question for which every line is read. */
async function withText(journal: Journal, text: string): Promise<ReadonlySet<number>> {
  const found = new Set<number>()
  await journal.lines(({ entry }) => {
    if (entry && hasText(entry, text)) found.add(entry.number)
  })
  return found
}

/**
 * One page of the journal, newest first. `matching` counts all entries that match, whatever page is asked for; the counts by kind
 * and by person leave their own filter out, so that they say what choosing another one would show.
 */
export async function queryJournal(
  files: FileLayer,
  folder: string,
  journal: Journal,
  query: JournalQuery,
): Promise<JournalPage> {
  const places = await journal.places()
  const text = plain(query.text.trim())
  const worded = text ? await withText(journal, text) : null
  const since = query.since === null ? null : Date.parse(query.since)
  const byKind: Record<JournalKind, number> = {
    ingest: 0,
    refuse: 0,
    revise: 0,
    verify: 0,
    reread: 0,
    repair: 0,
    export: 0,
    inspect: 0,
    migrate: 0,
  }
  const byWho = new Map<string, number>()
  const page: number[] = []
  let matching = 0
  for (let index = places.count() - 1; index >= 0; index--) {
    if (query.record !== null && !places.isOf(index, query.record)) continue
    if (since !== null && places.at(index) < since) continue
    if (worded && !worded.has(places.number(index))) continue
    const kind = places.kind(index)
    const who = places.who(index)
    const kindFits = query.kinds.length === 0 || query.kinds.includes(kind)
    const whoFits = query.who.length === 0 || query.who.includes(who)
    if (whoFits) byKind[kind]++
    if (kindFits) byWho.set(who, (byWho.get(who) ?? 0) + 1)
    if (!kindFits || !whoFits) continue
    matching++
    if (page.length < query.limit && (query.before === null || places.number(index) < query.before)) page.push(index)
  }
  const read = await Promise.all(
    page.map(async index => {
      const { year, start, length } = places.place(index)
      return parseEntry((await readPart(files, journalFile(folder, year), start, length)).toString('utf8'))
    }),
  )
  return {
    entries: read.filter(entry => entry !== null),
    matching,
    total: places.count(),
    byKind,
    byWho: [...byWho].map(([who, count]) => ({ who, count })).sort((a, b) => b.count - a.count),
  }
}
