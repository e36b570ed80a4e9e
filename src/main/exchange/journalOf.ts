import type { JournalEntry } from '../../shared/journal.ts'
import type { RecordId } from '../../shared/record.ts'
import type { Archive } from '../archive/model.ts'

const pageSize = 1000

/** Everything the journal tells of one record, oldest first. */
export async function journalOf(archive: Pick<Archive, 'journal'>, record: RecordId): Promise<readonly JournalEntry[]> {
  const found: JournalEntry[] = []
  const query = { limit: pageSize, kinds: [], who: [], since: null, record, text: '' }
  for (let before: number | null = null; ; ) {
    const { entries } = await archive.journal({ ...query, before })
    found.push(...entries)
    const last = entries.at(-1)
    if (!last || entries.length < pageSize) return found.reverse()
    before = last.number
  }
}
