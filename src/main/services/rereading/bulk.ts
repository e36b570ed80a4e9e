import type { Api } from '../../../shared/api.ts'
import { currentOf } from '../../../shared/current/current.ts'
import { openCounts } from '../../../shared/current/review.ts'
import type { ArchiveRecord, RecordId } from '../../../shared/data/record.ts'
import type { RereadPreview, RereadRow, RereadScope, RereadTaken } from '../../../shared/data/rereading.ts'
import { reportName } from '../../../shared/facts/recordName.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import type { Progress } from '../../archive/model.ts'
import type { FileLayer } from '../../disk/files.ts'
import type { LongWorks } from '../work/longWork.ts'
import { type Found, type FoundStore, openFound, stampOf } from './found.ts'
import { judge, type ReadingNeeds, readAgain } from './read.ts'

/** Looking through the whole archive with newer readers. */

type BulkCalls = Pick<Api, 'reread.preview' | 'reread.list' | 'reread.take'>
type Needs = ReadingNeeds & { readonly files: FileLayer; readonly works: LongWorks }

const openOf = (record: ArchiveRecord): number => {
  const { errors, warnings, hints } = openCounts(currentOf(record))
  return errors + warnings + hints
}

const size = ({ cells, fields, sections, kept }: RereadRow) => cells + fields + sections + kept

/** Runs `work` over all of them, some at a time; stops beginning new ones when told to. */
async function each<T>(all: readonly T[], at: number, signal: AbortSignal, work: (item: T) => Promise<void>) {
  let next = 0
  const lane = async () => {
    while (next < all.length && !signal.aborted) {
      const item = all[next++]
      if (item !== undefined) await work(item)
    }
  }
  await Promise.all(Array.from({ length: at }, lane))
}

/** Looks at one record with today's readers; null for one that was stopped. */
async function look(needs: Needs, record: ArchiveRecord, signal: AbortSignal): Promise<Found | null> {
  const { id } = record
  const stamp = stampOf(record)
  const reading = await readAgain(needs, record, signal)
  if (signal.aborted) return null
  if (!reading.ok) return { id, stamp, kind: 'worse', row: null }
  const { kind, changes, kept, next } = judge(record, reading.value)
  if (kind !== 'changed') return { id, stamp, kind, row: null }
  const { report } = currentOf(next)
  const row: RereadRow = {
    id,
    name: reportName(report, record.provenance.name),
    year: report.year,
    cells: changes.cells.length,
    fields: changes.fields.length,
    sections: changes.sections,
    kept,
    open: { before: openOf(record), after: openOf(next) },
  }
  return { id, stamp, kind, row }
}

const sum = (rows: readonly RereadRow[], part: (row: RereadRow) => number) =>
  rows.reduce((all, row) => all + part(row), 0)

/** Reading all kept sources again: first a look that changes nothing, then what was chosen of it is taken. */
export function bulkCalls(needs: Needs): BulkCalls {
  const { archive, files, pool, works, readers } = needs
  let store: FoundStore | null = null
  /** What the last look found, by record. */
  let found = new Map<RecordId, Found>()

  const rows = (): readonly RereadRow[] =>
    [...found.values()].flatMap(item => item.row ?? []).sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1))

  function preview(): RereadPreview {
    const all = rows()
    const count = (kind: Found['kind']) => [...found.values()].filter(item => item.kind === kind).length
    return {
      readers,
      looked: found.size,
      same: count('same'),
      placesOnly: count('places'),
      unread: count('worse'),
      records: all.length,
      cells: sum(all, row => row.cells),
      fields: sum(all, row => row.fields),
      kept: sum(all, row => row.kept),
    }
  }

  async function lookAll(scope: RereadScope, progress: Progress, signal: AbortSignal): Promise<Outcome<RereadPreview>> {
    store ??= await openFound(files, archive, readers)
    const known = store
    const ids = await archive.recordIds()
    found = new Map()
    let done = 0
    await each(ids, pool.size + 1, signal, async id => {
      const read = await archive.record(id)
      if (read.ok && (scope === 'all' || read.value.extraction.reader !== readers)) {
        const before = known.known(read.value)
        const now = before ?? (await look(needs, read.value, signal))
        if (now && !before) await known.add(now)
        if (now) found.set(id, now)
      }
      progress(++done, ids.length)
    })
    // Stopped while the disk takes nothing: that it goes on next time would not be true.
    return signal.aborted ? failure(known.problem() ?? message('app.workStopped')) : success(preview())
  }

  async function takeOne(id: RecordId, signal: AbortSignal): Promise<Outcome<number>> {
    const read = await archive.record(id)
    if (!read.ok) return read
    const reading = await readAgain(needs, read.value, signal)
    if (!reading.ok) return reading
    const { kind, kept } = judge(read.value, reading.value)
    if (kind === 'worse') return failure(message('ingest.rereadWorse', { file: read.value.provenance.name }))
    const put = await archive.replaceExtraction(id, reading.value)
    return put.ok ? success(kept) : put
  }

  async function takeAll(ids: readonly RecordId[], progress: Progress, signal: AbortSignal) {
    const problems: Message[] = []
    let taken = 0
    let kept = 0
    let done = 0
    await each(ids, pool.size + 1, signal, async id => {
      const put = await takeOne(id, signal)
      if (put.ok) {
        taken++
        kept += put.value
        found.delete(id)
      } else if (!signal.aborted) problems.push(put.problem)
      progress(++done, ids.length)
    })
    return success<RereadTaken>({ taken, kept, problems })
  }

  return {
    'reread.preview': ({ scope }) => works.run('reread', (progress, signal) => lookAll(scope, progress, signal)),
    'reread.list': async ({ offset, limit }) => success(rows().slice(offset, offset + limit)),
    'reread.take': async ({ records }) => {
      if (archive.readOnly) return failure(archive.readOnly)
      const all = [...found.values()].filter(item => item.kind === 'changed' || item.kind === 'places')
      const chosen = records === null ? null : new Set(records)
      const ids = all.map(item => item.id).filter(id => chosen?.has(id) ?? true)
      return works.run('take', (progress, signal) => takeAll(ids, progress, signal))
    },
  }
}
