import type { Api, Selection } from '../../shared/api.ts'
import { blockText } from '../../shared/document.ts'
import type { Inspection, InspectionReport, Look } from '../../shared/inspection.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import type { ArchiveRecord, RecordId } from '../../shared/record.ts'
import type { FileLayer } from '../archive/files.ts'
import type { Archive } from '../archive/model.ts'
import { inspectionPage } from '../exchange/inspectionPage.ts'
import { inspectRecord } from '../exchange/inspectRecord.ts'
import { writeOut } from '../exchange/writeOut.ts'
import type { Pool } from '../ingest/pool.ts'
import type { Emitter } from './events.ts'
import { freePath, selected } from './exports.ts'
import type { IndexKeeper } from './indexKeeper.ts'

export type InspectionCalls = Pick<Api, 'inspect.run' | 'inspect.cancel' | 'inspect.save'>

export type InspectionNeeds = {
  readonly archive: Archive
  readonly files: FileLayer
  readonly keeper: IndexKeeper
  readonly pool: Pool
  readonly emitter: Emitter
  readonly version: string
  readonly chooseTarget: () => Promise<string | null>
  readonly reveal: (path: string) => void
}

/** What the window shows and a page prints at once; the command line has no limit. */
const mostRecords = 5000
const locked = new Set(['office.encrypted', 'doc.encrypted', 'pdf.encrypted', 'pdf.wrongPassword'])

/** Opens a source in a worker as at its import, and has it looked into for active content. */
function looker(archive: Archive, pool: Pool) {
  return async (record: ArchiveRecord, signal: AbortSignal): Promise<Look | null> => {
    const { name } = record.provenance
    const job = { path: archive.sourcePath(record.source.sha256), name, inspect: true }
    const answer = await pool.read(job, () => undefined, signal)
    if (answer.kind !== 'done') return null
    const { format, document, messages, active = null } = answer.reading
    const text = document?.blocks.map(blockText).join('\n') ?? ''
    return {
      format,
      readable: document !== null,
      encrypted: messages.some(item => locked.has(item.code)),
      misnamed: messages.some(item => item.code === 'read.otherFormat'),
      characters: [...text].length,
      lost: text.split('\ufffd').length - 1,
      active,
    }
  }
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
  readonly stop: () => Promise<void>
}

/** 四性检测 on demand. Reads only; one at a time. */
export function inspector(needs: InspectionNeeds): Inspector {
  const { archive, files, keeper, pool, emitter, version } = needs
  const look = looker(archive, pool)
  let running: { readonly control: AbortController; readonly done: Promise<unknown> } | null = null
  let last: InspectionReport | null = null

  const each: Inspector['each'] = async (ids, tell, signal) => {
    for (const id of ids) {
      if (signal.aborted) return
      const inspected = await inspectRecord(id, { archive, look, signal })
      if (signal.aborted || !(await tell(inspected))) return
    }
  }
  const report: Inspector['report'] = (inspections, problems) => ({
    at: new Date().toISOString(),
    who: archive.who(),
    software: `Kaijuan ${version}`,
    archive: archive.folder,
    inspections,
    problems,
    verified: archive.lastVerified(),
  })

  async function run(selection: Selection, signal: AbortSignal): Promise<Outcome<InspectionReport>> {
    const ids = await selected(keeper, selection)
    if (!ids.ok) return ids
    const of = ids.value.length
    if (of === 0) return failure(message('inspect.nothing'))
    if (of > mostRecords) return failure(message('inspect.tooMany', { count: of, limit: mostRecords }))
    const inspections: Inspection[] = []
    const problems: Message[] = []
    const tell = async (inspected: Outcome<Inspection>) => {
      if (inspected.ok) inspections.push(inspected.value)
      else problems.push(inspected.problem)
      emitter.emit('inspect.progress', { done: inspections.length + problems.length, of })
      return true
    }
    await each(ids.value, tell, signal)
    if (signal.aborted) return failure(message('inspect.cancelled'))
    last = report(inspections, problems)
    return success(last)
  }

  async function save(): Promise<Outcome<string | null>> {
    if (!last) return failure(message('inspect.nothing'))
    const folder = await needs.chooseTarget()
    if (folder === null) return success(null)
    const page = await freePath(folder, '四性检测', '.html')
    const written = await writeOut(files, [
      { path: page, text: inspectionPage(last, archive.settings().language) },
      { path: page.replace(/\.html$/, '.json'), text: `${JSON.stringify({ schema: 1, ...last }, null, 2)}\n` },
    ])
    if (!written.ok) return written
    needs.reveal(page)
    return success(page)
  }

  return {
    each,
    report,
    calls: {
      'inspect.run': async ({ selection }) => {
        if (running) return failure(message('inspect.busy'))
        const control = new AbortController()
        const done = run(selection, control.signal)
        running = { control, done }
        try {
          return await done
        } finally {
          running = null
        }
      },
      'inspect.cancel': async () => {
        running?.control.abort()
        return success(null)
      },
      'inspect.save': save,
    },
    stop: async () => {
      running?.control.abort()
      await running?.done.catch(() => undefined)
    },
  }
}
