import { setTimeout } from 'node:timers/promises'
import {
  countResults,
  type ImportInspection,
  type Inspection,
  type InspectionState,
  type Look,
} from '../../../shared/data/inspection.ts'
import type { ArchiveRecord, RecordId } from '../../../shared/data/record.ts'
import { type InspectionFacts, inspect as judge } from '../../../shared/inspecting/inspect.ts'
import type { Proved } from '../../../shared/inspecting/proved.ts'
import { mostInReport } from '../../archive/index.ts'
import type { Archive } from '../../archive/model.ts'
import type { FileLayer } from '../../disk/files.ts'
import { inspectRecord } from '../../exchange/inspectRecord.ts'
import type { Pool } from '../../ingest/pool.ts'
import { asked, ended, looked, type Running, stop, underWay } from '../work/running.ts'
import { type DueResult, type DueStore, openDue } from './due.ts'
import { looker } from './look.ts'
import { type Reports, reportOf } from './reports.ts'
import {
  coveredBy,
  type Due,
  found,
  listened,
  nextStep,
  nothingTracked,
  reported,
  type Step,
  type Tracking,
} from './tracking.ts'

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

/** How often it looks whether it may go on, and the shortest rest between two records. */
const wait = 250
const shortestRest = 20

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
  /** What was found in this session, and what imports have judged that is not written down yet. */
  const byRecord = new Map<RecordId, ImportInspection>()
  const judged = new Map<RecordId, Inspection>()
  let now: Tracking = nothingTracked
  let running: Running = archive.readOnly ? 'stopped' : 'resting'
  let run: Promise<void> = Promise.resolve()
  let store: DueStore | null = null

  // Rejects when stopped, and then the loop looks at the signal.
  const pause = (milliseconds: number) => setTimeout(milliseconds, undefined, { signal }).catch(() => undefined)

  const count = (results: readonly DueResult[]): void => {
    now = found(now, results)
    for (const { found } of results) {
      if ('problem' in found) continue
      const { record, items } = found.inspection
      const failed = items.filter(item => item.result === 'fail').map(item => item.key)
      byRecord.set(record, { ...countResults(items), failed })
    }
  }

  async function open(): Promise<DueStore> {
    if (store) return store
    store = await openDue(files, archive)
    now = { ...now, seen: store.after() }
    count(store.results())
    return store
  }

  /** Takes up what has come in since. */
  async function listen(here: DueStore): Promise<void> {
    const last = archive.lastEntry()
    if (last <= now.seen) return
    const had = new Set(here.results().map(result => result.entry))
    const fresh = (await archive.entriesAfter(now.seen)).flatMap(({ event, number: entry }): Due[] =>
      event.kind === 'ingest' && !had.has(entry) ? [{ entry, record: event.record }] : [],
    )
    now = listened(now, last, fresh, had.size)
  }

  /** Puts what was found into a report. False where that could not be kept. */
  async function keep(here: DueStore): Promise<boolean> {
    const results = here.results()
    const inspections = results.flatMap(({ found }) => ('inspection' in found ? [found.inspection] : []))
    const problems = results.flatMap(({ found }) => ('problem' in found ? [found.problem] : []))
    const upTo = coveredBy(now, results)
    const report = await reports.keep(reportOf(archive, version, 'import', inspections, problems), upTo)
    if (report.ok) await here.covered(upTo)
    now = reported(now, report)
    return report.ok
  }

  const note = async (here: DueStore, results: readonly DueResult[]): Promise<void> => {
    await here.add(results)
    count(results)
  }

  /** Inspects one record; left as it is when its worker was wanted for something else. */
  async function inspect(here: DueStore, { entry, record: id }: Due): Promise<void> {
    let yielded = false
    const inspected = await inspectRecord(id, {
      archive,
      look: async (record, signal) => {
        const looked = await look(record, signal)
        yielded = looked === 'yielded'
        return looked === 'yielded' ? null : looked
      },
      signal,
    })
    if (signal.aborted || yielded) return
    await note(here, [
      { entry, found: inspected.ok ? { inspection: inspected.value } : { problem: inspected.problem } },
    ])
  }

  /** Takes one step. False where there is none left, or no report could be kept. */
  async function take(step: Step, here: DueStore): Promise<boolean> {
    switch (step.kind) {
      case 'rest':
        return false
      case 'note':
        for (const { found } of step.results) if ('inspection' in found) judged.delete(found.inspection.record)
        await note(here, step.results)
        changed()
        return true
      case 'wait':
        changed()
        await pause(wait)
        return true
      case 'inspect': {
        const started = performance.now()
        await Promise.all(step.part.map(next => inspect(here, next)))
        changed()
        if (quiet) await pause(Math.max(shortestRest, performance.now() - started))
        return true
      }
      case 'report': {
        const kept = await keep(here)
        changed()
        return kept
      }
    }
  }

  async function work(): Promise<void> {
    const here = await open()
    for (;;) {
      running = looked(running)
      await listen(here)
      if (signal.aborted) return
      const unreported = here.results().length
      const step = nextStep(now, { unreported, room: mostInReport - unreported, judged, idle, lanes })
      if (await take(step, here)) continue
      if (step.kind === 'report') return
      // So that a start need not read all that was written since.
      if (now.seen - here.after() > 500) await here.covered(now.seen)
      return
    }
  }

  function begin(): void {
    run = work()
      // Quiet work must never break anything else; what is not inspected now is at the next start.
      .catch(() => undefined)
      .finally(() => {
        running = ended(running)
        changed()
        if (running === 'working') begin()
      })
  }

  const start = (): void => {
    const resting = running === 'resting'
    running = asked(running)
    if (resting) begin()
  }

  const settled = async (): Promise<void> => {
    while (underWay(running)) await run
  }

  return {
    state: () => {
      const { due, seen: _, ...told } = now
      return { ...told, due: due.length }
    },
    look: start,
    proved: (record, { source, look: looked, proved }) => {
      const facts = { record, source, look: looked, proved, brokenRevision: null, differences: [], ingested: true }
      judged.set(record.id, judge({ ...facts, now: new Date() }))
      start()
    },
    done: async () => {
      start()
      await settled()
    },
    of: record => byRecord.get(record) ?? null,
    stop: async () => {
      running = stop(running)
      control.abort()
      await settled()
    },
  }
}
