import { currentOf } from '../../../shared/current/current.ts'
import type { ArchiveRecord } from '../../../shared/data/record.ts'
import { reportName } from '../../../shared/facts/recordName.ts'
import { safeName, uniqueNames } from '../bag/names.ts'

/**
 * Where one report lies in a bag: `data/<year>/<body>_<id>/`, the original under its own name beside what is told of it. Year and body
 * are for people; a bag is read back by the names of these files alone.
 */
export const recordParts = {
  record: 'record.json',
  metadata: 'metadata.json',
  events: 'events.json',
  journal: 'journal.jsonl',
} as const

export type RecordLayout = { readonly folder: string; readonly source: string } & Readonly<
  Record<keyof typeof recordParts, string>
>

/** Characters of a body's name in a folder's: with a year and an id, paths stay short enough for Windows. */
const mostCharacters = 40

export function recordLayout(record: ArchiveRecord): RecordLayout {
  const { report } = currentOf(record)
  const name = reportName(report, record.provenance.name)
  const body = safeName([...name].slice(0, mostCharacters).join(''), 'report')
  const folder = `data/${report.year ?? '无年度'}/${body}_${record.id}`
  const unique = uniqueNames(Object.values(recordParts))
  const inFolder = (file: string) => `${folder}/${file}`
  return {
    folder,
    source: inFolder(unique(safeName(record.provenance.name, 'source'))),
    record: inFolder(recordParts.record),
    metadata: inFolder(recordParts.metadata),
    events: inFolder(recordParts.events),
    journal: inFolder(recordParts.journal),
  }
}
