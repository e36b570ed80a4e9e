import type { JournalEvent, QuietRound } from '../../../shared/data/journal.ts'
import type { RecordId } from '../../../shared/data/record.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { type FileLayer, ifPresent } from '../../disk/files.ts'
import { headProblem } from '../head/head.ts'
import { inspectionIds, inspectionProblem } from '../inspections/inspections.ts'
import { recordOf } from '../journal/entryPlaces.ts'
import type { JournalEnd } from '../journal/files.ts'
import type { Journal } from '../journal/journal.ts'
import { type JournalCheck, startJournalCheck } from '../journal/sealsByRecord.ts'
import { sourceFile } from '../layout.ts'
import type { VerifiedSome } from '../model.ts'
import type { RecordStore } from '../records/records.ts'
import { sourceNames } from '../sources/sourceList.ts'
import { examineRecords } from './examineRecords.ts'
import { foreignFileProblems } from './foreignFiles.ts'
import { sealOf, sourceProblem } from './oneFile.ts'
import {
  damagedIn,
  type Round,
  type RoundState,
  readRoundState,
  rests,
  withProblems,
  writeRoundState,
} from './roundState.ts'

/** Verification by and by, in the background: a few objects at a time. */

export type RoundWork = {
  readonly files: FileLayer
  readonly folder: string
  readonly records: RecordStore
  readonly journal: Journal
  readonly now: () => Date
  /** Adds the entry that says that a round is over; not given where nothing may be written. */
  readonly note: ((event: JournalEvent) => Promise<void>) | null
}

/**
 * The quiet verification: round after round over all objects, a few at a time, going on where it was after a restart. Each object gets
 * the same judgement as in a whole verification, and so does the journal: a finished round proves the archive as well, between its
 * first look and its last.
 */
export type Rounds = {
  /** Looks at as many objects as fit into a time. */
  readonly some: (milliseconds: number, signal: AbortSignal) => Promise<VerifiedSome>
  readonly under: () => QuietRound | null
  /** A whole verification has read everything: the next round is due as if one had begun then. */
  readonly restart: (begunAt: string) => Promise<void>
}

/** What a process remembers while a round is under way: what the journal tells, and what there is to look at. */
type Session = {
  readonly journalCheck: JournalCheck
  until: JournalEnd | null
  phase: Round['phase']
  objects: readonly string[]
}

export function quietRounds(work: RoundWork, first: RoundState): Rounds {
  const { files, folder, records, journal, now, note } = work
  let state = first
  let session: Session | null = null

  const put = async (next: RoundState): Promise<void> => {
    if (note) await writeRoundState(files, folder, next)
    state = next
  }

  async function objectsOf(round: Round, { journalCheck }: Session): Promise<readonly string[]> {
    if (round.phase === 'all') {
      const reports = new Set([...(await inspectionIds(files, folder)), ...journalCheck.inspections.keys()])
      return [...(await records.ids()), ...(await sourceNames(files, folder)), ...reports].sort()
    }
    const since = (await journal.after(round.entry)).map(recordOf).filter(id => id !== null)
    return [...new Set(since)].flatMap(id => [id, journalCheck.records.get(id)?.sha256 ?? id]).sort()
  }

  /** Takes up what the journal tells since. Without holding up who writes: what is read up to here can only grow. */
  async function listenOn(round: Round): Promise<Session> {
    session ??= { journalCheck: startJournalCheck(), until: null, phase: round.phase, objects: [] }
    session.until = await journal.lines(session.journalCheck.line, session.until)
    if (session.objects.length === 0 || session.phase !== round.phase) {
      session.phase = round.phase
      session.objects = await objectsOf(round, session)
    }
    return session
  }

  /** What is there and not as the journal tells: named once nothing is being appended, for work may have gone on meanwhile. */
  async function judge(suspects: ReadonlySet<RecordId>, reports: readonly string[], here: Session) {
    if (suspects.size === 0 && reports.length === 0) return []
    return await journal.still(async () => {
      here.until = await journal.lines(here.journalCheck.line, here.until)
      const still = new Set<RecordId>()
      for (const id of suspects)
        if ((await sealOf(work, id)) !== (here.journalCheck.records.get(id)?.seal ?? 'none')) still.add(id)
      const found: Message[] = [...(await examineRecords(still, records, journal))]
      for (const id of reports) {
        const problem = await inspectionProblem(files, folder, id, here.journalCheck.inspections.get(id) ?? null)
        if (problem) found.push(problem)
      }
      return found
    })
  }

  /** What the journal tells of and is not there, and what concerns no single object. */
  async function atTheEnd({ journalCheck }: Session): Promise<readonly Message[]> {
    const found: Message[] = [...(await headProblem(files, folder)), ...(await foreignFileProblems(files, folder))]
    const ids = new Set(await records.ids())
    const present = new Set(await sourceNames(files, folder))
    const gone = new Set<RecordId>()
    for (const [id, { name, sha256 }] of journalCheck.records) {
      if (!ids.has(id)) gone.add(id)
      if (sha256 === null || present.has(sha256)) continue
      if ((await ifPresent(files.stat(sourceFile(folder, sha256)))) === null)
        found.push(message('archive.sourceMissing', { name, source: id }))
    }
    if (gone.size > 0) found.push(...(await journal.still(() => examineRecords(gone, records, journal))))
    return found
  }

  async function finish(round: Round, here: Session): Promise<Round> {
    const over = withProblems(round, await atTheEnd(here))
    const { begunAt, sources, records: count, milliseconds, problems } = over
    session = null
    if (note)
      await note({
        kind: 'verify',
        ...{ sources, records: count, damaged: damagedIn(over), milliseconds: Math.round(milliseconds) },
        round: { begunAt, problems },
      })
    await put({ round: null, lastBegunAt: begunAt })
    return over
  }

  const begin = (): Round => ({
    ...{ begunAt: now().toISOString(), entry: journal.last(), phase: 'all', after: '' },
    ...{ looked: 0, of: 0, sources: 0, records: 0, milliseconds: 0, problems: [], more: 0 },
  })

  async function some(milliseconds: number, signal: AbortSignal): Promise<VerifiedSome> {
    const started = performance.now()
    if (rests(state, now())) return { looked: 0, left: 0, idle: true, problems: [] }
    let round = state.round ?? begin()
    const here = await listenOn(round)
    const suspects = new Set<RecordId>()
    const reports: string[] = []
    const found: Message[] = []
    const buffer = Buffer.alloc(256 * 1024)
    const next = here.objects.findIndex(name => name > round.after)
    const from = next === -1 ? here.objects.length : next
    let at = from
    let { after, sources, records: count } = round
    // At least one, however short the time, or a call would never end a round.
    for (; at < here.objects.length && !signal.aborted; at++) {
      if (at > from && performance.now() - started >= milliseconds) break
      const name = here.objects[at] ?? ''
      if (name.length === 64) {
        const problem = await sourceProblem(work, name, here.journalCheck, buffer, signal)
        if (problem === 'cancelled') break
        if (problem) found.push(problem)
        sources++
      } else if (name.length === 16) {
        const seal = here.journalCheck.records.get(name)?.seal ?? null
        if (seal === null || (await sealOf(work, name)) !== seal) suspects.add(name)
        count++
      } else if (await inspectionProblem(files, folder, name, here.journalCheck.inspections.get(name) ?? null))
        reports.push(name)
      after = name
    }
    found.push(...here.journalCheck.problems, ...(await judge(suspects, reports, here)))
    const left = here.objects.length - at
    const looked = round.looked + (at - from)
    const spent = round.milliseconds + (performance.now() - started)
    round = withProblems(
      { ...round, after, sources, records: count, looked, of: looked + left, milliseconds: spent },
      found,
    )
    const answer = { looked: at - from, left, idle: false }
    if (left > 0 || signal.aborted) {
      await put({ round, lastBegunAt: round.begunAt })
      return { ...answer, problems: round.problems }
    }
    if (round.phase === 'all') {
      round = { ...round, phase: 'since', after: '' }
      here.phase = 'since'
      here.objects = await objectsOf(round, here)
      if (here.objects.length > 0) {
        await put({ round: { ...round, of: looked + here.objects.length }, lastBegunAt: round.begunAt })
        return { ...answer, left: here.objects.length, problems: round.problems }
      }
    }
    return { ...answer, problems: (await finish(round, here)).problems }
  }

  return {
    some,
    under: () => {
      const { round } = state
      return round && { begunAt: round.begunAt, looked: round.looked, of: round.of, problems: round.problems }
    },
    restart: async begunAt => {
      session = null
      await put({ round: null, lastBegunAt: begunAt })
    },
  }
}

/** The quiet verification of an archive, as far as it is. */
export async function openRounds(work: RoundWork): Promise<Rounds> {
  return quietRounds(work, await readRoundState(work.files, work.folder))
}
