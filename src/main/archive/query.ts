import type { JournalEntry, JournalEvent, JournalKind, JournalPage, JournalQuery } from '../../shared/journal.ts'
import type { Change } from '../../shared/record.ts'

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
    case 'verify':
      return []
  }
}

const recordOf = (event: JournalEvent) => (event.kind === 'ingest' || event.kind === 'revise' ? event.record : null)
const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/**
 * One page of the journal, newest first. `matching` counts all entries that match, whatever page is asked for; the counts by kind
 * and by person leave their own filter out, so that they say what choosing another one would show.
 */
export function queryJournal(entries: readonly JournalEntry[], query: JournalQuery): JournalPage {
  const text = plain(query.text.trim())
  const since = query.since === null ? null : Date.parse(query.since)
  const byKind: Record<JournalKind, number> = { ingest: 0, refuse: 0, revise: 0, verify: 0 }
  const byWho = new Map<string, number>()
  const page: JournalEntry[] = []
  let matching = 0
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index]
    if (!entry) continue
    const { event } = entry
    if (query.record !== null && recordOf(event) !== query.record) continue
    if (since !== null && Date.parse(entry.at) < since) continue
    if (text && !wordsOf(event).some(word => plain(word).includes(text))) continue
    const kindFits = query.kinds.length === 0 || query.kinds.includes(event.kind)
    const whoFits = query.who.length === 0 || query.who.includes(entry.who)
    if (whoFits) byKind[event.kind]++
    if (kindFits) byWho.set(entry.who, (byWho.get(entry.who) ?? 0) + 1)
    if (!kindFits || !whoFits) continue
    matching++
    if (page.length < query.limit && (query.before === null || entry.number < query.before)) page.push(entry)
  }
  return {
    entries: page,
    matching,
    total: entries.length,
    byKind,
    byWho: [...byWho].map(([who, count]) => ({ who, count })).sort((a, b) => b.count - a.count),
  }
}
