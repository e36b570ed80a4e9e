/** Saving one cell, measured from the call to the answer; what is read before it is not counted. */
import type { Archive } from '../../../src/main/archive/model.ts'
import type { Api } from '../../../src/shared/api.ts'
import type { ArchiveRecord } from '../../../src/shared/data/record.ts'
import { cellKey } from '../../../src/shared/form/index.ts'
import { value } from '../../archive/samples.ts'
import { timed } from './timing.ts'

export type Query = Parameters<Api['catalogue.list']>[0]
/** The list as the window first asks for it. */
export const firstPage: Query = {
  ...{ text: '', years: [], statuses: [], sort: 'name', descending: false, offset: 0, limit: 100 },
}

/** Saves the edit-th cell in milliseconds. Edits are spread over all records. */
export type SaveCell = (edit: number) => Promise<number>

/** Another cell each time, set to a number that it does not hold yet, in another run neither: saving what is there already writes nothing. */
function changeOf(record: ArchiveRecord, edit: number) {
  const cell = record.extraction.report?.tables[1]?.cells[edit % 100]
  const before = { state: 'number' as const, value: cell?.value ?? 0, raw: cell?.raw ?? '' }
  const key = cellKey('requests', cell?.row ?? '', cell?.column ?? '')
  return {
    kind: 'cell' as const,
    cell: key,
    before,
    after: { ...before, value: 1000 * (edit + 1) + record.revisions.length },
  }
}

const baseOf = (record: ArchiveRecord) => ({
  id: record.id,
  base: record.revisions.length,
  act: 'edit' as const,
  why: '',
})

/** Record and journal, flushed. */
export async function archiveSaves(archive: Archive): Promise<SaveCell> {
  const ids = await archive.recordIds()
  return async edit => {
    const record = value(await archive.record(ids[(edit * 7919) % ids.length] ?? ''))
    const wanted = { ...baseOf(record), reverses: null, change: changeOf(record, edit) }
    const [, ms] = await timed(async () => value(await archive.revise(wanted)))
    return ms
  }
}

/** The same as the window does it, with the index following. */
export async function windowSaves(api: Api): Promise<SaveCell> {
  const { total } = value(await api['catalogue.list'](firstPage))
  return async edit => {
    const [row] = value(await api['catalogue.list']({ ...firstPage, offset: (edit * 7919) % total, limit: 1 })).rows
    const { record } = value(await api['record.open']({ id: row?.id ?? '' }))
    const { before: _, ...change } = changeOf(record, edit)
    const [, ms] = await timed(async () => value(await api['record.revise']({ ...baseOf(record), change })))
    return ms
  }
}
