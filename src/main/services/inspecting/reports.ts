import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  countAll,
  hasFailed,
  type Inspection,
  type InspectionCause,
  type InspectionHead,
  type InspectionReport,
} from '../../../shared/inspection.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import type { Archive } from '../../archive/model.ts'

/** A report's name: when it was made, and something that no other has. */
const newId = (at: Date): string =>
  `${at.toISOString().slice(0, 19).replaceAll('-', '').replaceAll(':', '').replace('T', '-')}-${randomBytes(4).toString('hex')}`

/** What was inspected, as the report that is kept of it. */
export function reportOf(
  archive: Archive,
  version: string,
  cause: InspectionCause,
  inspections: readonly Inspection[],
  problems: readonly Message[],
): InspectionReport {
  const at = new Date()
  return {
    id: newId(at),
    cause,
    at: at.toISOString(),
    who: archive.who(),
    software: `Kaijuan ${version}`,
    archive: archive.folder,
    inspections,
    problems,
    verified: archive.lastVerified(),
  }
}

export function headOf({ id, cause, at, inspections, problems }: InspectionReport): InspectionHead {
  return {
    ...{ id, cause, at },
    records: inspections.length,
    failed: inspections.filter(hasFailed).length,
    unopened: problems.length,
    counts: countAll(inspections),
  }
}

/** Where reports go and can be had again. */
export type Reports = {
  readonly keep: (report: InspectionReport, upTo: number | null) => Promise<Outcome<InspectionHead>>
  readonly open: (id: string) => Promise<Outcome<InspectionReport>>
  readonly stop: () => Promise<void>
}

/** In the archive; in a temporary folder for as long as the process lives where the archive may only be read. */
export function openReports(archive: Archive): Reports {
  let folder: Promise<string> | null = null
  const here = new Map<string, string>()

  async function keepHere(report: InspectionReport): Promise<Outcome<InspectionHead>> {
    folder ??= mkdtemp(join(tmpdir(), 'kaijuan-inspections-'))
    try {
      const path = join(await folder, `${report.id}.json`)
      await writeFile(path, JSON.stringify(report))
      here.set(report.id, path)
      return success(headOf(report))
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      return failure(message('export.writeFailed', { folder: tmpdir() }, null, detail))
    }
  }

  return {
    keep: async (report, upTo) => {
      if (archive.readOnly) return await keepHere(report)
      const head = headOf(report)
      const kept = await archive.keepInspection(report, { failed: head.failed, upTo })
      return kept.ok ? success(head) : kept
    },
    open: async id => {
      const path = here.get(id)
      // Written a moment ago by this process.
      return path === undefined
        ? await archive.inspection(id)
        : success(JSON.parse(await readFile(path, 'utf8')) as InspectionReport)
    },
    stop: async () => {
      if (folder) await rm(await folder, { recursive: true, force: true })
    },
  }
}
