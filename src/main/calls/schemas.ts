import { z } from 'zod'
import { catalogueSorts } from '../../shared/data/catalogue.ts'
import { exportFormats } from '../../shared/data/exchange.ts'
import { journalKinds } from '../../shared/data/journal.ts'
import { longWorks } from '../../shared/data/longWork.ts'
import { recordStatuses, verdictKinds } from '../../shared/data/record.ts'
import { cellStates, reportFields } from '../../shared/data/report.ts'
import { rereadScopes } from '../../shared/data/rereading.ts'
import { languages, themes } from '../../shared/data/settings.ts'
import { type CellKey, splitCellKey } from '../../shared/form/index.ts'
import type { Agreeing, InputSchemas } from './agreement.ts'

/** What main accepts of each call of the contract, and how much of it. The window never loads these. */

const recordId = z.string().regex(/^[0-9a-f]{16}$/)
const key = z.custom<CellKey>(value => typeof value === 'string' && value.length < 120 && splitCellKey(value) !== null)
const reading = z.object({
  state: z.enum(cellStates),
  value: z.number().finite().nullable(),
  raw: z.string().max(2000).nullable(),
})
const verdict = z.object({ kind: z.enum(verdictKinds), note: z.string().max(2000) }).nullable()
const fieldValue = z.union([z.string().max(500), z.number().int(), z.null()])
const status = z.enum(recordStatuses)

const wantedChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cell'), cell: key, after: reading }),
  z.object({ kind: z.literal('confirm'), cells: z.array(key).min(1).max(300), after: z.boolean() }),
  z.object({ kind: z.literal('verdict'), finding: z.string().max(200), cells: z.array(key).max(300), after: verdict }),
  z.object({ kind: z.literal('field'), field: z.enum(reportFields), after: fieldValue }),
  z.object({ kind: z.literal('status'), after: status }),
])

const years = z.array(z.number().int().nullable()).max(200)
const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(1000) }

const selection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('records'), ids: z.array(recordId).min(1).max(100_000) }),
  z.object({ kind: z.literal('arrived') }),
  z.object({ kind: z.literal('filter'), text: z.string().max(200), years, statuses: z.array(status).max(4) }),
])

const nothing = z.null()
const report = z.string().regex(/^\d{8}-\d{6}-[0-9a-f]{8}$/)
const folder = z.string().min(1).max(4096)

const schemas = {
  'app.state': nothing,
  'app.saveSettings': z
    .object({ language: z.enum(languages), theme: z.enum(themes), who: z.string().max(60) })
    .partial(),
  'app.uncaught': z.object({ name: z.string().max(200), stack: z.string().max(20_000) }),
  'diagnosis.look': nothing,
  'diagnosis.save': nothing,
  'import.paths': z.object({ paths: z.array(z.string().max(4096)).min(1).max(10_000) }),
  'import.choose': z.object({ what: z.enum(['files', 'folder']) }),
  'import.sample': nothing,
  'import.view': nothing,
  'import.arrived': nothing,
  'import.cancel': z.object({ items: z.array(z.number().int()).max(100_000).nullable() }),
  'import.retry': z.object({ items: z.array(z.number().int()).max(100_000) }),
  'import.clear': nothing,
  'catalogue.list': z.object({
    text: z.string().max(200),
    years,
    statuses: z.array(status).max(4),
    sort: z.enum(catalogueSorts),
    descending: z.boolean(),
    ...page,
  }),
  'catalogue.nextOpen': z.object({ after: recordId.nullable() }),
  'record.open': z.object({ id: recordId }),
  'record.revise': z.object({
    id: recordId,
    base: z.number().int().min(0),
    act: z.enum(['edit', 'restore']),
    why: z.string().max(2000),
    change: wantedChange,
  }),
  'record.undo': z.object({ id: recordId, base: z.number().int().min(0) }),
  'record.redo': z.object({ id: recordId, base: z.number().int().min(0) }),
  'record.unlock': z.object({ id: recordId, password: z.string().min(1).max(500) }),
  'record.reread': z.object({ id: recordId, take: z.boolean() }),
  'record.trace': z.object({ id: recordId.nullable() }),
  'record.showSource': z.object({ id: recordId, how: z.enum(['reveal', 'open']) }),
  'search.run': z.object({ text: z.string().max(500), years, statuses: z.array(status).max(4), ...page }),
  'journal.list': z.object({
    before: z.number().int().nullable(),
    limit: page.limit,
    kinds: z.array(z.enum(journalKinds)),
    who: z.array(z.string().max(200)).max(100),
    since: z.string().max(40).nullable(),
    record: recordId.nullable(),
    text: z.string().max(200),
  }),
  'export.choose': z.object({ format: z.enum(exportFormats) }),
  'export.run': z.object({ selection, format: z.enum(exportFormats), to: z.string().min(1).max(4096) }),
  'export.cancel': nothing,
  'export.show': nothing,
  'inspect.run': z.object({ selection }),
  'inspect.cancel': nothing,
  'inspect.open': z.object({ report }),
  'inspect.save': z.object({ reports: z.array(report).min(1).max(10_000) }),
  'archive.verify': nothing,
  'archive.stopVerify': nothing,
  'archive.chooseFolder': nothing,
  'archive.backup': z.object({ folder }),
  'archive.restore': z.object({ from: folder, to: folder }),
  'archive.use': z.object({ folder }),
  'reread.preview': z.object({ scope: z.enum(rereadScopes) }),
  'reread.list': z.object(page),
  'reread.take': z.object({ records: z.array(recordId).max(100_000).nullable() }),
  'work.stop': z.object({ work: z.enum(longWorks) }),
} as const

/** By call. Does not compile where a schema is missing or makes anything but what the contract says. */
export const inputSchemas: InputSchemas = schemas satisfies Agreeing<typeof schemas>
