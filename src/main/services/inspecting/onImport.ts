import { setTimeout } from 'node:timers/promises'
import {
  countResults,
  hasFailed,
  type ImportInspection,
  type Inspection,
  type InspectionState,
  type Look,
} from '../../../shared/data/inspection.ts'
import type { ArchiveRecord, RecordId } from '../../../shared/data/record.ts'
import { type InspectionFacts, inspect as judge } from '../../../shared/inspecting/inspect.ts'
import type { Proved } from '../../../shared/inspecting/proved.ts'
import type { Message } from '../../../shared/messages/index.ts'
import { mostInReport } from '../../archive/index.ts'
import type { Archive } from '../../archive/model.ts'
import type { FileLayer } from '../../disk/files.ts'
import { inspectRecord } from '../../exchange/inspectRecord.ts'
import type { Pool } from '../../ingest/pool.ts'
import { type DueResult, type DueStore, openDue } from './due.ts'
import { looker } from './look.ts'
import { type Reports, reportOf } from './reports.ts'

/** quietly: one after the other, resting as long as it worked; atOnce: as fast as it goes. */
export type ImportInspecting = 'quietly' | 'atOnce'

type Needs = {
  readonly archive: Archive
  readonly files: FileLayer
  readonly pool: Pool
  readonly reports: Reports
  readonly version: string
  readonly how: ImportInspecting
  /** Whether nothing else is being done: imports and whatever a person waits for go first. */
  readonly idle: () => boolean
  readonly changed: () => void
}

export type ImportInspector = {
  readonly state: () => InspectionState
  /** Something came in. */
  readonly look: () => void
  /** What an import has just proved of a record: it is judged at once, and nothing of it is looked at again. */
  readonly proved: (record: ArchiveRecord, by: ProvedImport) => void
  /** Resolves when everything that has come in until now is inspected and its report kept, or that failed. */
  readonly done: () => Promise<void>
  /** What was found of a record in this session. */
  readonly of: (record: RecordId) => ImportInspection | null
  readonly stop: () => Promise<void>
}

/** What an import knows of the source it has kept, opened and recorded. */
export type ProvedImport = {
  readonly source: InspectionFacts['source']
  readonly look: Look
  readonly proved: Proved
}

type Due = { readonly entry: number; readonly record: RecordId }

/** How often it looks whether it may go on, and the shortest rest between two records. */
const wait = 250
const shortestRest = 20
/** So many that are proved already are written down at once. */
const mostAtOnce = 25

/**
 * 四性检测 of what comes in, by itself: what the import proved of a record is judged with its time, and when it has ended, the report is
 * kept. What it did not prove (a bag's records, those of an import that was cut off) is inspected as quiet work, which goes on at the
 * next start where it was cut off.
 */
export function importInspector({
  archive,
  files,
  pool,
  reports,
  version,
  how,
  idle,
  changed,
}: Needs): ImportInspector {
  const control = new AbortController()
  const { signal } = control
  const quiet = how === 'quietly'
  const lanes = quiet ? 1 : pool.size
  const look = looker(archive, pool, quiet)
  const found = new Map<RecordId, ImportInspection>()
  const judged = new Map<RecordId, Inspection>()
  let due: Due[] = []
  let seen = 0
  let kept: { reports: string[]; done: number; failed: number; unopened: number } = {
    ...{ reports: [], done: 0, failed: 0, unopened: 0 },
  }
  let problem: Message | null = null
  let working: Promise<void> = Promise.resolve()
  let asked = false
  let running = false
  let store: DueStore | null = null

  // Rejects when stopped, and then the loop looks at the signal.
  const pause = (milliseconds: number) => setTimeout(milliseconds, undefined, { signal }).catch(() => undefined)

  const count = (result: DueResult): void => {
    kept.done++
    if ('problem' in result.found) kept.unopened++
    else {
      const { inspection } = result.found
      if (hasFailed(inspection)) kept.failed++
      const failed = inspection.items.filter(item => item.result === 'fail').map(item => item.key)
      found.set(inspection.record, { ...countResults(inspection.items), failed })
    }
  }

  async function open(): Promise<DueStore> {
    if (store) return store
    store = await openDue(files, archive)
    seen = store.after()
    for (const result of store.results()) count(result)
    return store
  }

  /** Takes up what has come in since. */
  async function listen(here: DueStore): Promise<void> {
    const last = archive.lastEntry()
    if (last <= seen) return
    const had = new Set(here.results().map(result => result.entry))
    const told = due.length === 0 && had.size === 0
    const fresh = (await archive.entriesAfter(seen)).flatMap(({ event, number: entry }): Due[] =>
      event.kind === 'ingest' && !had.has(entry) ? [{ entry, record: event.record }] : [],
    )
    // A new import after everything was told: what is shown begins anew.
    if (told && fresh.length > 0) kept = { reports: [], done: 0, failed: 0, unopened: 0 }
    due = [...due, ...fresh]
    seen = Math.max(seen, last)
  }

  async function keep(here: DueStore): Promise<boolean> {
    const results = here.results()
    const inspections = results.flatMap(({ found }) => ('inspection' in found ? [found.inspection] : []))
    const problems = results.flatMap(({ found }) => ('problem' in found ? [found.problem] : []))
    const upTo = due.length === 0 ? seen : Math.max(...results.map(result => result.entry))
    const report = await reports.keep(reportOf(archive, version, 'import', inspections, problems), upTo)
    problem = report.ok ? null : report.problem
    if (!report.ok) return false
    await here.covered(upTo)
    kept.reports.push(report.value.id)
    return true
  }

  const note = async (here: DueStore, results: readonly DueResult[]): Promise<void> => {
    await here.add(results)
    for (const result of results) count(result)
  }

  /** The first of those due that the import has judged already, as far as they stand one after the other. */
  function provedOf(room: number): readonly DueResult[] {
    const results: DueResult[] = []
    for (const { entry, record } of due.slice(0, Math.min(room, mostAtOnce))) {
      const inspection = judged.get(record)
      if (!inspection) break
      judged.delete(record)
      results.push({ entry, found: { inspection } })
    }
    return results
  }

  /** Inspects one record. False when its worker was wanted for something else. */
  async function inspect(here: DueStore, next: Due): Promise<boolean> {
    let yielded = false
    const inspected = await inspectRecord(next.record, {
      archive,
      look: async (record, signal) => {
        const looked = await look(record, signal)
        yielded = looked === 'yielded'
        return looked === 'yielded' ? null : looked
      },
      signal,
    })
    if (signal.aborted || yielded) return false
    const found = inspected.ok ? { inspection: inspected.value } : { problem: inspected.problem }
    await note(here, [{ entry: next.entry, found }])
    return true
  }

  /** In the order they came in, so that a report covers all up to its last. */
  async function inspectSome(here: DueStore, room: number): Promise<void> {
    const part = due.slice(0, Math.min(lanes, room))
    const started = performance.now()
    const done = await Promise.all(part.map(next => inspect(here, next)))
    const left = part.filter((_, index) => !done[index])
    due = [...left, ...due.slice(part.length)]
    changed()
    if (quiet) await pause(Math.max(shortestRest, performance.now() - started))
  }

  async function work(): Promise<void> {
    const here = await open()
    for (;;) {
      asked = false
      await listen(here)
      if (signal.aborted) return
      if (due.length === 0 && here.results().length === 0) break
      const room = mostInReport - here.results().length
      // What is proved already costs nothing, and is not held until the import has ended.
      const proved = provedOf(room)
      if (proved.length > 0) {
        await note(here, proved)
        due = due.slice(proved.length)
        changed()
        continue
      }
      if (room > 0 && !idle()) {
        changed()
        await pause(wait)
        continue
      }
      if (room > 0 && due.length > 0) {
        await inspectSome(here, room)
        continue
      }
      const done = await keep(here)
      changed()
      if (!done) return
    }
    // So that a start need not read all that was written since.
    if (seen - here.after() > 500) await here.covered(seen)
  }

  const start = (): void => {
    asked = true
    if (running || signal.aborted || archive.readOnly) return
    running = true
    working = work()
      // Quiet work must never break anything else; what is not inspected now is at the next start.
      .catch(() => undefined)
      .finally(() => {
        running = false
        changed()
        if (asked) start()
      })
  }

  return {
    state: () => ({ due: due.length, ...kept, reports: [...kept.reports], problem }),
    look: start,
    proved: (record, { source, look: looked, proved }) => {
      const facts = { record, source, look: looked, proved, brokenRevision: null, differences: [], ingested: true }
      judged.set(record.id, judge({ ...facts, now: new Date() }))
      start()
    },
    done: async () => {
      start()
      while (running) await working
    },
    of: record => found.get(record) ?? null,
    stop: async () => {
      control.abort()
      while (running) await working
    },
  }
}
