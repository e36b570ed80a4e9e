import { basename } from 'node:path'
import { z } from 'zod'
import {
  type InspectionCause,
  type InspectionReport,
  inspectionCauses,
  inspectionKeys,
  inspectionResults,
  natures,
} from '../../../shared/data/inspection.ts'
import type { JournalEntry, JournalEvent } from '../../../shared/data/journal.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import { durableWrite, makeFolder } from '../../disk/durable.ts'
import { errorCode, type FileLayer, ifPresent, listFolder } from '../../disk/files.ts'
import { detailOf, writing } from '../../disk/problems.ts'
import type { Journal } from '../journal/journal.ts'
import { inspectionFile, inspectionIdPattern, inspectionPath, inspectionsFolder } from '../layout.ts'
import { checkSeal, sealedJson } from '../seal.ts'

/**
 * Reports of 四性检测 that are kept: `inspections/<id>.json`, sealed, never written again. The journal's entry carries the seal, so
 * that a report altered afterwards shows.
 */

/** Larger inspections become several reports, so that each can be opened, printed and held in memory: about 4 MB. */
export const mostInReport = 1000

const schema = z.looseObject({
  schema: z.literal(1),
  id: z.string().regex(inspectionIdPattern),
  cause: z.enum(inspectionCauses),
  at: z.string(),
  who: z.string(),
  software: z.string(),
  archive: z.string(),
  inspections: z.array(
    z.looseObject({
      record: z.string(),
      items: z.array(
        z.looseObject({ key: z.enum(inspectionKeys), nature: z.enum(natures), result: z.enum(inspectionResults) }),
      ),
    }),
  ),
  problems: z.array(z.looseObject({ code: z.string() })),
})

const damaged = (id: string, detail: string): Message =>
  message('archive.inspectionDamaged', { file: inspectionPath(id) }, null, detail)

/** The reports that lie in the folder, oldest first. */
export async function inspectionIds(files: FileLayer, folder: string): Promise<readonly string[]> {
  const names = (await listFolder(files, inspectionsFolder(folder))).map(entry => basename(entry.name, '.json'))
  return names.filter(name => inspectionIdPattern.test(name)).sort()
}

export async function readInspection(files: FileLayer, folder: string, id: string): Promise<Outcome<InspectionReport>> {
  try {
    const bytes = await ifPresent(files.readFile(inspectionFile(folder, id)))
    if (bytes === null) return failure(message('archive.inspectionMissing', { file: inspectionPath(id) }))
    const checked = checkSeal(bytes)
    if (checked.kind !== 'whole') return failure(damaged(id, 'its seal does not fit its content'))
    const value: unknown = JSON.parse(checked.text)
    const shape = schema.safeParse(value)
    // The shape that everything relies on was checked; the seal vouches for the rest.
    return shape.success ? success(value as InspectionReport) : failure(damaged(id, z.prettifyError(shape.error)))
  } catch (error) {
    if (errorCode(error) === null) throw error
    return failure(damaged(id, detailOf(error)))
  }
}

/** Writes a report and its journal entry: both or neither. */
export function keepInspection(
  work: { readonly files: FileLayer; readonly folder: string; readonly journal: Journal },
  report: InspectionReport,
  counted: { readonly failed: number; readonly upTo: number | null },
  stamp: { readonly at: string; readonly who: string },
): Promise<Outcome<JournalEntry>> {
  const { files, folder, journal } = work
  const { id, cause, inspections, problems } = report
  return writing(folder, async () => {
    await makeFolder(files, inspectionsFolder(folder))
    const { bytes, seal } = sealedJson({ schema: 1, ...report })
    const about = { records: inspections.length, unopened: problems.length, ...counted }
    const event: JournalEvent = { kind: 'inspect', report: id, cause: cause satisfies InspectionCause, ...about, seal }
    let entry: JournalEntry | null = null
    await durableWrite(files, inspectionFile(folder, id), bytes, async place => {
      entry = await journal.append(event, stamp, place)
    })
    if (!entry) throw new Error(`no entry was written for inspection ${id}`)
    return entry
  })
}

/** What differs between a report's file and the seal the journal tells; null for a whole one. */
export async function inspectionProblem(
  files: FileLayer,
  folder: string,
  id: string,
  seal: string | null,
): Promise<Message | null> {
  const params = { file: inspectionPath(id) }
  try {
    const bytes = await ifPresent(files.readFile(inspectionFile(folder, id)))
    if (bytes === null) return seal === null ? null : message('archive.inspectionMissing', params)
    if (seal === null) return message('archive.inspectionNotInJournal', params)
    const checked = checkSeal(bytes)
    if (checked.kind !== 'whole') return damaged(id, 'its seal does not fit its content')
    return checked.seal === seal ? null : damaged(id, 'its seal is not the one in the journal')
  } catch (error) {
    if (errorCode(error) === null) throw error
    return damaged(id, detailOf(error))
  }
}
