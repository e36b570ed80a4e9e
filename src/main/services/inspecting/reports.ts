import { randomBytes } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import {
  countAll,
  hasFailed,
  type Inspection,
  type InspectionCause,
  type InspectionHead,
  type InspectionReport,
} from '../../../shared/data/inspection.ts'
import type { Message } from '../../../shared/messages/index.ts'
import { type Outcome, success } from '../../../shared/outcome.ts'
import type { Archive } from '../../archive/model.ts'

/** The stored reports of 四性检测. */

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
}

/** In the archive; where that may only be read, packed in memory (some 100 bytes a record) for as long as the process lives. */
export function openReports(archive: Archive): Reports {
  const here = new Map<string, Buffer>()
  return {
    keep: async (report, upTo) => {
      const head = headOf(report)
      if (archive.readOnly) {
        here.set(report.id, gzipSync(JSON.stringify(report)))
        return success(head)
      }
      const kept = await archive.keepInspection(report, { failed: head.failed, upTo })
      return kept.ok ? success(head) : kept
    },
    open: async id => {
      const packed = here.get(id)
      // Packed by this process.
      return packed
        ? success(JSON.parse(gunzipSync(packed).toString()) as InspectionReport)
        : await archive.inspection(id)
    },
  }
}
