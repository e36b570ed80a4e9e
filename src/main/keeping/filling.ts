import { currentOf } from '../../shared/current/current.ts'
import type { ArchiveRecord, RecordId } from '../../shared/data/record.ts'
import type { Report } from '../../shared/data/report.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import type { Archive } from '../archive/model.ts'
import type { Index, Named } from '../index/model.ts'
import { currentReport, yearBefore } from './years.ts'

/** Fills an index from the records of an archive. */

/** Records read at once. */
const chunk = 8
/** So many milliseconds records are put before other work gets a turn: the window must not be seen to stop. */
const slice = 8
/** Reports kept while walking from year to year; an organization with more files for one year than this is read twice. */
const mostRecent = 64

export type Rebuilt = { readonly records: number; readonly problems: readonly Message[] }

type Needs = {
  readonly archive: Pick<Archive, 'record'>
  readonly index: () => Index
  /** The keeper is being closed: stop where it is. */
  readonly ended: () => boolean
  /** How often a record was written; one that was written since it was read is not put, for then its writer puts it. */
  readonly stamp: (id: RecordId) => number
}

/** `each` hears how many of the records are done. */
type Walk = (ids: readonly RecordId[], each: (done: number) => void) => Promise<Rebuilt>

/** Reads records and puts them into the index. */
export type Filler = {
  /**
   * Makes known whose reports of which year these are. To be done for all before any is put. `among` hears whose findings have to be counted
   * anew by it; not given, nobody looks.
   */
  readonly announce: (
    ids: readonly RecordId[],
    each: (done: number) => void,
    among?: (names: readonly Named[]) => void,
  ) => Promise<Rebuilt>
  /** Puts records as they stand, counted with the report of the year before. Fastest in the order of `Index.byBody`. */
  readonly put: Walk
  /** The report of the year before, as it stands; those of the records put last are still at hand. */
  readonly previousOf: (record: ArchiveRecord) => Promise<Report | null>
  /** A record that somebody else has put. */
  readonly remember: (record: ArchiveRecord) => void
}

type Read = { readonly id: RecordId; readonly stamp: number; readonly record: ArchiveRecord }

/** Lets other work have a turn. */
const turn = () => new Promise(resolve => setImmediate(resolve))

export function indexFiller({ archive, index, ended, stamp }: Needs): Filler {
  const recent = new Map<RecordId, { readonly report: Report; readonly stamp: number }>()

  const remember = ({ id, stamp: read, record }: Read): void => {
    recent.delete(id)
    recent.set(id, { report: currentOf(record).report, stamp: read })
    const [oldest] = recent.keys()
    if (recent.size > mostRecent && oldest !== undefined) recent.delete(oldest)
  }

  const previousOf = async (record: ArchiveRecord): Promise<Report | null> => {
    const id = yearBefore(index(), record)
    const kept = id === null ? undefined : recent.get(id)
    return kept && id !== null && kept.stamp === stamp(id) ? kept.report : await currentReport(archive, id)
  }

  const walk = async (
    ids: readonly RecordId[],
    each: (done: number) => void,
    take: (read: readonly Read[], problems: Message[]) => Promise<number>,
  ): Promise<Rebuilt> => {
    const problems: Message[] = []
    let records = 0
    for (let start = 0; start < ids.length && !ended(); start += chunk) {
      each(start)
      const part = ids.slice(start, start + chunk).map(id => ({ id, stamp: stamp(id) }))
      const found = await Promise.all(part.map(async item => ({ ...item, found: await archive.record(item.id) })))
      if (ended()) break
      const read = found.flatMap(({ found: record, ...item }): readonly Read[] => {
        if (record.ok) return [{ ...item, record: record.value }]
        problems.push(message('index.recordUnreadable', { record: item.id }, null, record.problem.code))
        return []
      })
      records += await take(read, problems)
      await turn()
    }
    return { records, problems }
  }

  /** A record that cannot be shown is named and the others go on; an error of the database itself ends the filling. */
  const named = (id: RecordId, problems: Message[], work: () => void): boolean => {
    try {
      work()
      return true
    } catch (error) {
      if (!(error instanceof Error) || ('code' in error && error.code === 'ERR_SQLITE_ERROR')) throw error
      problems.push(message('index.recordUnreadable', { record: id }, null, error.stack ?? error.message))
      return false
    }
  }

  const announce = (record: ArchiveRecord, among: ((names: readonly Named[]) => void) | undefined): void => {
    if (among) among(index().announceAmong(record))
    else index().announce(record)
  }

  return {
    announce: (ids, each, among) =>
      walk(ids, each, async (read, problems) => {
        let done = 0
        index().batch(() => {
          for (const { id, stamp: seen, record } of read)
            if (seen !== stamp(id) || named(id, problems, () => announce(record, among))) done++
        })
        return done
      }),
    put: (ids, each) =>
      walk(ids, each, async (read, problems) => {
        const counted: (Read & { readonly previous: Report | null })[] = []
        for (const item of read) {
          counted.push({ ...item, previous: await previousOf(item.record) })
          remember(item)
        }
        let done = 0
        let next = 0
        while (next < counted.length && !ended()) {
          const began = performance.now()
          index().batch(() => {
            do {
              const item = counted[next++]
              if (!item) break
              const { id, stamp: seen, record, previous } = item
              if (seen !== stamp(id) || named(id, problems, () => index().put(record, 0, previous))) done++
            } while (performance.now() - began < slice)
          })
          await turn()
        }
        return done
      }),
    previousOf,
    remember: record => remember({ id: record.id, stamp: stamp(record.id), record }),
  }
}
