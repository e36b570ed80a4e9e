import type { RecordId } from '../../shared/data/record.ts'
import type { Archive } from '../archive/model.ts'
import type { Named } from '../index/model.ts'
import type { Filler, Rebuilt } from './filling.ts'
import { changedRecord, type Held } from './opening.ts'

/** Brings the index up to what the archive holds: reads what has changed since, or all of it. */

/** The part of a filling's time that goes into learning whose reports there are. */
const announcing = 0.15
const nothing: Rebuilt = { records: 0, problems: [] }

type Needs = {
  readonly archive: Archive
  readonly held: () => Held
  readonly filler: Filler
  readonly progress: (done: number, of: number) => void
  /** The keeper is being closed. */
  readonly ended: () => boolean
}

/** Fills the index: with everything, or with what has been written since it was last filled. */
export type CatchingUp = {
  readonly rebuildAll: () => Promise<Rebuilt>
  readonly catchUp: () => Promise<Rebuilt>
  /** Notes up to which entry of the journal the index goes. */
  readonly upTo: (entry: number) => void
}

export function catchingUp({ archive, held, filler, progress, ended }: Needs): CatchingUp {
  const upTo = (entry: number): void => {
    const { index, own } = held()
    if (!ended() && own && index.lastEntry() < entry) index.setLastEntry(entry)
  }

  /** Makes known whose reports these are, then puts them, in the order that this gives. */
  const fill = async (
    ids: readonly RecordId[],
    inOrder: () => readonly RecordId[],
    among?: (names: readonly Named[]) => void,
  ): Promise<Rebuilt> => {
    const of = ids.length
    const { problems } = await filler.announce(ids, done => progress(done * announcing, of), among)
    const put = await filler.put(inOrder(), done => progress(of * announcing + done * (1 - announcing), of))
    return { records: put.records, problems: [...problems, ...put.problems] }
  }

  const rebuildAll = async (): Promise<Rebuilt> => {
    const entry = archive.lastEntry()
    const { index } = held()
    index.clear()
    const rebuilt = await fill(await archive.recordIds(), () => index.byBody())
    if (!ended()) index.setLastEntry(entry)
    return rebuilt
  }

  const catchUp = async (): Promise<Rebuilt> => {
    const entry = archive.lastEntry()
    const { index } = held()
    const seen = index.lastEntry()
    const ids = await archive.recordIds()
    const indexed = index.counts().records
    const changed = new Set((await archive.entriesAfter(seen)).flatMap(item => changedRecord(item) ?? []))
    // Nothing happened since: asking for each of 100,000 rows would hold up the window that is just opening.
    if (seen <= entry && changed.size === 0 && indexed === ids.length) {
      upTo(entry)
      return nothing
    }
    const known = new Set(ids)
    // A journal shorter than the index, or rows without a record: the archive is not the one that was indexed.
    const strange = seen > entry || indexed > ids.length || ids.filter(id => index.row(id)).length !== indexed
    if (strange || indexed === 0) return rebuildAll()
    for (const id of [...changed]) if (!known.has(id)) changed.delete(id)
    for (const id of ids) if (!index.row(id)) changed.add(id)
    const behind = [...changed]
    const names = new Map<string, Named>()
    const among = (found: readonly Named[]): void => {
      for (const name of found) names.set(`${name.year} ${name.organization}`, name)
    }
    const caught = await fill(behind, () => behind, among)
    const others = new Set([...names.values()].flatMap(index.reportsOf).filter(id => !changed.has(id)))
    await filler.put([...others], () => undefined)
    upTo(entry)
    return caught
  }

  return { rebuildAll, catchUp, upTo }
}
