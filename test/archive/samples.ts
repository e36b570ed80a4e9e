import { openArchive } from '../../src/main/archive/index.ts'
import type { Archive, KeptSource } from '../../src/main/archive/model.ts'
import { sealedJson } from '../../src/main/archive/seal.ts'
import type { FileLayer } from '../../src/main/disk/files.ts'
import type { ImportItem } from '../../src/shared/data/importing.ts'
import type { ArchiveRecord, Change } from '../../src/shared/data/record.ts'
import type { Outcome } from '../../src/shared/outcome.ts'

/** The value of an outcome that must be a success. */
export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.problem.code} ${JSON.stringify(outcome.problem)}`)
  return outcome.value
}

/** The code of an outcome that must be a problem. */
export function problem(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'no problem' : outcome.problem.code
}

export async function open(folder: string, files?: FileLayer): Promise<Archive> {
  return value(await openArchive(folder, files ? { version: 'test', files } : { version: 'test' }))
}

export const never = () => new AbortController().signal

/** A small record over a source that is kept. */
export function recordOf(source: Omit<KeptSource, 'mended'>, name: string): ArchiveRecord {
  return {
    schema: 2,
    id: source.id,
    source: { sha256: source.sha256, bytes: source.bytes, format: 'text' },
    provenance: {
      name,
      modifiedAt: null,
      importedAt: '2026-01-02T03:04:05.000Z',
      importedBy: 'tester',
    },
    extraction: {
      reader: 'test',
      at: '2026-01-02T03:04:05.000Z',
      document: { format: 'text', title: null, blocks: [], pages: [] },
      report: {
        title: null,
        organization: '清河区教育委员会',
        year: 2023,
        publishedOn: null,
        region: null,
        sections: [],
        tables: [],
        fieldAnchors: {},
        kind: null,
        period: null,
        documentNumber: null,
        unsure: [],
      },
      messages: [],
    },
    revisions: [],
  }
}

/** Keeps a file and adds its record. */
export async function ingest(archive: Archive, path: string, name = 'report.txt'): Promise<ArchiveRecord> {
  return value(await archive.addRecord(recordOf(value(await archive.keepSource(path, never())), name), 'archived'))
}

export const yearChange = (before: number, after: number): Change => ({ kind: 'field', field: 'year', before, after })

/** Changes the year of a record on top of the revisions it has. */
export function revise(archive: Archive, record: ArchiveRecord, year: number): Promise<Outcome<ArchiveRecord>> {
  return archive.revise({
    id: record.id,
    base: record.revisions.length,
    act: 'edit',
    reverses: null,
    why: '对着原件看过',
    change: yearChange(2023, year),
  })
}

/** A sealed file's altered text with a seal that fits again. */
export function resealed(text: string): Buffer {
  const { seal: _, ...data } = JSON.parse(text)
  return sealedJson(data).bytes
}

/** A line of the import queue for what lies at a path. */
export const itemFor = (path: string): ImportItem => ({
  ...{ id: 0, batch: 1, path, name: '包', bytes: null, format: null, state: 'working', step: 'keep' },
  ...{ record: null, recordName: null, year: null, errors: 0, messages: [] },
})
