import type { IndexAgreement } from '../../shared/data/journal.ts'
import type { RecordId } from '../../shared/data/record.ts'
import { recordName } from '../../shared/facts/recordName.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import type { Archive, Progress } from '../archive/model.ts'
import type { IndexPart } from '../index/agreement.ts'
import type { IndexKeeper } from './keeper.ts'

/** More differences than anybody reads one by one are counted. */
export const mostNamed = 100

type Compared = { readonly archive: Archive; readonly keeper: IndexKeeper }
type Needs = Compared & { readonly progress: Progress; readonly signal: AbortSignal }

/** What the index holds of one record otherwise than the record gives, null for nothing. */
export async function differenceIn(id: RecordId, by: Compared): Promise<Message | null> {
  const { name, parts } = await lookAt(id, by)
  return parts.length === 0 ? null : message('index.differs', { name }, null, parts.join(' '))
}

/** How many lines of the catalogue have no record. Counted before the records are: a record is there before its line. */
export async function linesWithoutRecord({ archive, keeper }: Compared): Promise<number> {
  const rows = keeper.ask(index => index.counts().records)
  const there = new Set(await archive.recordIds())
  return rows.ok ? Math.max(0, rows.value - there.size) : 0
}

/** How the index holds one record; asked twice where it differs, for a change may just have come between record and index. */
async function lookAt(
  id: RecordId,
  { archive, keeper }: Compared,
): Promise<{ name: string; parts: readonly IndexPart[] }> {
  for (let attempt = 1; ; attempt++) {
    const read = await archive.record(id)
    // Verification has named it; the index holds what it was.
    if (!read.ok) return { name: id, parts: [] }
    const previous = await keeper.previousOf(read.value)
    const parts = keeper.ask(index => index.compare(read.value, previous))
    if (!parts.ok) return { name: recordName(read.value), parts: ['row'] }
    if (parts.value.length === 0 || attempt === 2) return { name: recordName(read.value), parts: parts.value }
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

/**
 * Compares the index with the records, one by one: each line of the catalogue with what the record gives, each text character by
 * character. The index is derived: where anything differs it is made anew from the records, if this process may write.
 */
export async function compareIndex(needs: Needs): Promise<IndexAgreement | null> {
  const { archive, keeper, progress, signal } = needs
  await keeper.ready()
  const ids = await archive.recordIds()
  const broken = keeper.ask(index => index.check())
  const problems: Message[] = []
  let found = 0
  for (const [at, id] of ids.entries()) {
    if (signal.aborted) return null
    const difference = await differenceIn(id, needs)
    if (difference) {
      found++
      if (problems.length < mostNamed) problems.push(difference)
    }
    progress(at + 1, ids.length)
    if (at % 16 === 0) await new Promise(resolve => setImmediate(resolve))
  }
  const spare = await linesWithoutRecord(needs)
  if (spare > 0) problems.push(message('index.withoutRecord', { count: spare }))
  const detail = broken.ok ? broken.value : broken.problem.code
  if (detail !== null) problems.push(message('index.broken', {}, null, detail))
  const differing = found + spare + (detail === null ? 0 : 1)
  const repaired = differing > 0 && archive.readOnly === null
  // Sums and orders hang together with the lines: all of it is put anew.
  if (repaired) await keeper.rebuild()
  return { compared: ids.length, differing, problems, repaired }
}
