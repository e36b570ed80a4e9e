import type { Api, Selection } from '../../../shared/api.ts'
import type { Inspection, InspectionHead, InspectionReport, InspectionRun } from '../../../shared/data/inspection.ts'
import type { RecordId } from '../../../shared/data/record.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import { mostInReport } from '../../archive/index.ts'
import type { Archive } from '../../archive/model.ts'
import type { FileLayer } from '../../disk/files.ts'
import { inspectionPage } from '../../exchange/inspectionPage.ts'
import { inspectRecord } from '../../exchange/inspectRecord.ts'
import { writeOut } from '../../exchange/writeOut.ts'
import type { Pool } from '../../ingest/pool.ts'
import { freePath } from '../exporting/exports.ts'
import type { Select } from '../exporting/selecting.ts'
import type { Emitter } from '../state/events.ts'
import { oneAtATime, progressPace } from '../work/oneAtATime.ts'
import { looker } from './look.ts'
import { type Reports, reportOf } from './reports.ts'

/** The calls of 四性检测. */

export type InspectionCalls = Pick<Api, 'inspect.run' | 'inspect.cancel' | 'inspect.open' | 'inspect.save'>

export type InspectionNeeds = {
  readonly archive: Archive
  readonly files: FileLayer
  readonly selected: Select
  readonly pool: Pool
  readonly reports: Reports
  readonly emitter: Emitter
  readonly version: string
  readonly changed: () => void
  readonly chooseTarget: () => Promise<string | null>
  readonly reveal: (path: string) => void
}

export type Inspector = {
  readonly calls: InspectionCalls
  /** One record after the other, each told as soon as it is known. */
  readonly each: (
    ids: readonly RecordId[],
    tell: (inspected: Outcome<Inspection>) => Promise<boolean>,
    signal: AbortSignal,
  ) => Promise<void>
  readonly report: (inspections: readonly Inspection[], problems: readonly Message[]) => InspectionReport
  readonly running: () => boolean
  readonly stop: () => Promise<void>
}

/** 四性检测 on demand; one at a time. */
export function inspector(needs: InspectionNeeds): Inspector {
  const { archive, files, selected, pool, reports, emitter, version } = needs
  const look = looker(archive, pool, false)
  const inspecting = oneAtATime(() => message('inspect.busy'))

  const lookAt = async (...given: Parameters<typeof look>) => {
    const looked = await look(...given)
    return looked === 'yielded' ? null : looked
  }
  const each: Inspector['each'] = async (ids, tell, signal) => {
    for (const id of ids) {
      if (signal.aborted) return
      const inspected = await inspectRecord(id, { archive, look: lookAt, signal })
      if (signal.aborted || !(await tell(inspected))) return
    }
  }
  const report: Inspector['report'] = (inspections, problems) =>
    reportOf(archive, version, 'asked', inspections, problems)

  async function run(selection: Selection, signal: AbortSignal): Promise<Outcome<InspectionRun>> {
    const ids = await selected(selection)
    if (!ids.ok) return ids
    const of = ids.value.length
    if (of === 0) return failure(message('inspect.nothing'))
    const heads: InspectionHead[] = []
    let inspections: Inspection[] = []
    let problems: Message[] = []
    let done = 0
    const due = progressPace()
    let failed: Message | null = null
    /** Puts what was found into a report; of a stopped inspection, too: nothing that was done is thrown away. */
    const close = async (): Promise<boolean> => {
      if (inspections.length + problems.length === 0) return true
      const kept = await reports.keep(report(inspections, problems), null)
      if (kept.ok) heads.push(kept.value)
      else failed = kept.problem
      inspections = []
      problems = []
      return kept.ok
    }
    const tell = async (inspected: Outcome<Inspection>) => {
      if (inspected.ok) inspections.push(inspected.value)
      else problems.push(inspected.problem)
      done++
      if (due(done, of)) emitter.emit('inspect.progress', { done, of })
      return inspections.length + problems.length < mostInReport || (await close())
    }
    await each(ids.value, tell, signal)
    if (!failed) await close()
    needs.changed()
    if (failed) return failure(failed)
    return heads.length === 0 ? failure(message('inspect.cancelled')) : success({ reports: heads, done, of })
  }

  async function save(ids: readonly string[]): Promise<Outcome<string | null>> {
    const folder = await needs.chooseTarget()
    if (folder === null) return success(null)
    let first: string | null = null
    for (const id of ids) {
      const found = await reports.open(id)
      if (!found.ok) return found
      const page = await freePath(folder, '四性检测', '.html')
      const text = `${JSON.stringify({ schema: 1, ...found.value }, null, 2)}\n`
      const written = await writeOut(files, [
        { path: page, text: inspectionPage(found.value, archive.settings().language) },
        { path: page.replace(/\.html$/, '.json'), text },
      ])
      if (!written.ok) return written
      first ??= page
    }
    if (first !== null) needs.reveal(first)
    return success(first)
  }

  return {
    each,
    report,
    calls: {
      'inspect.run': ({ selection }) => inspecting.run(signal => run(selection, signal)),
      'inspect.cancel': async () => {
        inspecting.stop()
        return success(null)
      },
      'inspect.open': ({ report }) => reports.open(report),
      'inspect.save': ({ reports: ids }) => save(ids),
    },
    running: inspecting.running,
    stop: inspecting.close,
  }
}
