import type { Api, Rereading } from '../../shared/api.ts'
import { type CellKey, cellKey, tableKeys } from '../../shared/form/index.ts'
import { message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import type { ArchiveRecord, Extraction } from '../../shared/record.ts'
import { findCell, type Reading, type Report, reportFields, sameReading } from '../../shared/report.ts'
import type { Archive } from '../archive/model.ts'
import type { Pool } from '../ingest/pool.ts'

type RereadingCalls = Pick<Api, 'record.unlock' | 'record.reread'>

type Needs = { readonly archive: Archive; readonly pool: Pool; readonly version: string }

const absent: Reading = { state: 'absent', value: null, raw: null }

function readingAt(report: Report | null, cell: CellKey): Reading {
  const { state, value, raw } = (report && findCell(report, cell)) ?? absent
  return { state, value, raw }
}

/** Every cell that one of two reports has, in official order. */
function cellsOf(before: Report | null, after: Report | null): readonly CellKey[] {
  const tables = [...(before?.tables ?? []), ...(after?.tables ?? [])]
  const keys = tableKeys.flatMap(key =>
    tables
      .filter(table => table.key === key)
      .flatMap(table => table.cells.map(cell => cellKey(key, cell.row, cell.column))),
  )
  return [...new Set(keys)]
}

/** What the machine read before and reads now, without regard to what a person changed. */
export function readingChanges(
  before: Extraction,
  after: Extraction,
): Pick<Rereading, 'cells' | 'fields' | 'sections'> {
  const [old, now] = [before.report, after.report]
  const cells = cellsOf(old, now).flatMap(cell => {
    const change = { cell, before: readingAt(old, cell), after: readingAt(now, cell) }
    return sameReading(change.before, change.after) ? [] : [change]
  })
  const fields = reportFields.flatMap(field => {
    const change = { field, before: old?.[field] ?? null, after: now?.[field] ?? null }
    return change.before === change.after ? [] : [change]
  })
  return { cells, fields, sections: { before: old?.sections.length ?? 0, after: now?.sections.length ?? 0 } }
}

/**
 * Reading kept sources again: with the password that opens them, or with a newer reader. A reading that yields no report never takes
 * the place of one that did. A password goes to the worker and nowhere else.
 */
export function rereadingCalls({ archive, pool, version }: Needs): RereadingCalls {
  const read = async (record: ArchiveRecord, password?: string): Promise<Outcome<Extraction>> => {
    const { name } = record.provenance
    const { sha256 } = record.source
    const job = { path: archive.sourcePath(sha256), name, ...(password === undefined ? {} : { password }) }
    const answer = await pool.read(job, () => undefined, new AbortController().signal)
    switch (answer.kind) {
      case 'failed':
        return failure(answer.problem)
      case 'unopened':
        return failure(message('ingest.damagedCopy', { file: name }, null, answer.code))
      case 'cancelled':
        return failure(message('archive.closed'))
      case 'done': {
        if (answer.reading.sha256 !== sha256)
          return failure(message('ingest.damagedCopy', { file: name }, null, answer.reading.sha256))
        const { document, report, messages } = answer.reading
        return success({ reader: version, at: new Date().toISOString(), document, report, messages })
      }
    }
  }

  return {
    'record.unlock': async ({ id, password }) => {
      if (archive.readOnly) return failure(archive.readOnly)
      const found = await archive.record(id)
      if (!found.ok) return found
      const reading = await read(found.value, password)
      if (!reading.ok) return reading
      const { document, messages } = reading.value
      const problem =
        messages.find(item => item.severity === 'error') ??
        message('record.stillUnread', { name: found.value.provenance.name })
      if (!document) return failure(problem)
      const put = await archive.replaceExtraction(id, reading.value)
      return put.ok ? success(put.value.record) : put
    },
    'record.reread': async ({ id, take }) => {
      if (take && archive.readOnly) return failure(archive.readOnly)
      const found = await archive.record(id)
      if (!found.ok) return found
      const before = found.value.extraction
      const reading = await read(found.value)
      if (!reading.ok) return reading
      const after = reading.value
      const readers = { before: before.reader, after: after.reader }
      const told = { readers, ...readingChanges(before, after), messages: after.messages, read: after.report !== null }
      const worse = before.report !== null && after.report === null
      if (!take || worse) return success({ ...told, record: null, kept: 0 })
      const put = await archive.replaceExtraction(id, after)
      return put.ok ? success({ ...told, record: put.value.record, kept: put.value.disagreements.length }) : put
    },
  }
}
