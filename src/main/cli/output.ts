import type { CheckContext } from '../../shared/checks/index.ts'
import { currentOf } from '../../shared/current/current.ts'
import { disagreementFindings } from '../../shared/current/disagreementFindings.ts'
import type { CatalogueRow, SearchGroup } from '../../shared/data/catalogue.ts'
import type { Exported } from '../../shared/data/exchange.ts'
import type { ImportItem } from '../../shared/data/importing.ts'
import type { ImportInspection, Inspection } from '../../shared/data/inspection.ts'
import type { VerifyReport } from '../../shared/data/journal.ts'
import type { ArchiveRecord } from '../../shared/data/record.ts'
import { findingsOutput, messageOutput, outputSchema, reportOutput } from '../../shared/extract/output.ts'
import type { Language, Message } from '../../shared/messages/index.ts'
import { itemWords } from '../../shared/words/inspection.ts'

/** The JSON objects of the verbs that work on an archive; docs/output.md describes them. */

/** `inspection`: what the 四性检测 that follows an import found, null where none was made. */
export function importOutput(item: ImportItem, inspection: ImportInspection | null, language: Language) {
  return {
    schema: outputSchema,
    file: item.path,
    state: item.state,
    record: item.record,
    name: item.recordName,
    year: item.year,
    format: item.format,
    errors: item.errors,
    inspection,
    messages: item.messages.map(message => messageOutput(message, language)),
  }
}

export function rowOutput(row: CatalogueRow) {
  return { schema: outputSchema, ...row }
}

export function groupOutput(group: SearchGroup) {
  return { schema: outputSchema, record: group.record, hitCount: group.hitCount, hits: group.hits }
}

/** The record as it stands; `extraction` values that were corrected are in `revisions`. */
export function recordOutput(
  record: ArchiveRecord,
  path: string | null,
  language: Language,
  context: CheckContext = {},
) {
  const current = currentOf(record)
  const { id, source, extraction, revisions } = record
  const { name, modifiedAt, importedAt, importedBy } = record.provenance
  return {
    schema: outputSchema,
    id,
    status: current.status,
    source,
    provenance: { name, path, modifiedAt, importedAt, importedBy },
    messages: extraction.messages.map(message => messageOutput(message, language)),
    report: extraction.report || current.report.tables.length > 0 ? reportOutput(current.report) : null,
    findings:
      current.status === 'unread'
        ? []
        : findingsOutput(current.report, language, context, disagreementFindings(current)),
    verdicts: [...current.verdicts].map(([finding, { verdict }]) => ({ finding, ...verdict })),
    revisions,
  }
}

export function verifyOutput(report: VerifyReport, language: Language) {
  const { startedAt, milliseconds, sources, records, journalEntries, inspections, problems } = report
  const { index = null, before = null } = report
  const words = (all: readonly Message[]) => all.map(message => messageOutput(message, language))
  return {
    schema: outputSchema,
    ...{ startedAt, milliseconds, sources, records, journalEntries, inspections, before },
    whole: problems.every(problem => problem.severity !== 'error'),
    problems: words(problems),
    index: index && { ...index, problems: words(index.problems) },
  }
}

export function exportedOutput({ problems, ...exported }: Exported, language: Language) {
  return { schema: outputSchema, ...exported, problems: problems.map(message => messageOutput(message, language)) }
}

/** One record's inspection; `method` and `basis` say how each item was checked and on what it rests. */
export function inspectionOutput({ items, ...about }: Inspection, language: Language) {
  return {
    schema: outputSchema,
    ...about,
    items: items.map(({ key, nature, result, detail }) => ({
      ...{ key, nature, result },
      name: itemWords[key].name[language],
      method: itemWords[key].method[language],
      detail: detail[language],
      basis: itemWords[key].basis[language],
    })),
  }
}
