import { z } from 'zod'
import { sourceFormats } from '../../../shared/data/document.ts'
import { type ArchiveRecord, recordStatuses, verdictKinds } from '../../../shared/data/record.ts'
import { bodyKinds, cellStates, reportFacts, reportFields } from '../../../shared/data/report.ts'
import { editions, sectionKeys, tableKeys } from '../../../shared/form/index.ts'

/**
 * The whole shape of a record that somebody else's archive wrote: it is hostile until read, and everything behind relies on its types.
 * Members that are not known are let through, for hashes are over all of them.
 */

const text = z.string().max(5_000_000)
const short = z.string().max(10_000)
const time = z
  .string()
  .max(40)
  .refine(value => !Number.isNaN(Date.parse(value)), 'is no time')
const count = z.number().int().min(0).max(10_000_000)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const box = z.tuple([z.number(), z.number(), z.number(), z.number()])
const part = z.number().min(0).max(1)

const anchor = z.looseObject({
  block: count,
  row: count.optional(),
  column: count.optional(),
  page: count.optional(),
  box: box.optional(),
})
const message = z.looseObject({
  code: short,
  severity: z.enum(['error', 'warning', 'info']),
  params: z.record(short, z.union([text, z.number()])),
  anchor: anchor.nullable(),
  detail: text.optional(),
})

const place = { page: count.optional(), box: box.optional() }
const gridCell = z.looseObject({
  ...place,
  row: count,
  column: count,
  rowSpan: count,
  columnSpan: count,
  text,
  image: z.boolean().optional(),
  confidence: part.optional(),
})
const block = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('heading'), level: count, text, ...place }),
  z.looseObject({ kind: z.literal('paragraph'), text, align: z.enum(['center', 'right']).optional(), ...place }),
  z.looseObject({ kind: z.literal('grid'), rows: count, columns: count, cells: z.array(gridCell), ...place }),
  z.looseObject({ kind: z.literal('image'), description: text, ...place }),
])
const document = z.looseObject({
  format: z.enum(sourceFormats),
  title: text.nullable(),
  blocks: z.array(block),
  pages: z.array(z.looseObject({ number: count, width: z.number(), height: z.number() })),
})

const reading = z
  .looseObject({ state: z.enum(cellStates), value: z.number().nullable(), raw: text.nullable() })
  .refine(({ state, value }) => (state === 'number') === (value !== null), 'a number has a value, nothing else has one')
const cell = reading.and(
  z.looseObject({
    row: short,
    column: short,
    confidence: part,
    alternatives: z.array(z.looseObject({ value: z.number(), confidence: part })),
    anchor: anchor.nullable(),
    chosenOver: z.array(z.number()).optional(),
  }),
)
const report = z.looseObject({
  title: text.nullable(),
  organization: text.nullable(),
  year: z.number().int().nullable(),
  publishedOn: short.nullable(),
  region: z.looseObject({ code: short, name: short, level: z.enum(['province', 'city', 'county', 'town']) }).nullable(),
  sections: z.array(
    z.looseObject({
      key: z.enum(sectionKeys),
      heading: text,
      text,
      anchor: anchor.nullable(),
      paragraphs: z.array(z.looseObject({ start: count, anchor })).optional(),
    }),
  ),
  tables: z.array(
    z.looseObject({
      key: z.enum(tableKeys),
      edition: z.enum(editions),
      cells: z.array(cell).max(1000),
      rowAnchors: z.record(short, anchor),
      columnAnchors: z.record(short, anchor),
    }),
  ),
  fieldAnchors: z.record(short, anchor),
  kind: z.enum(bodyKinds).nullable(),
  period: z.looseObject({ from: short, to: short }).nullable(),
  documentNumber: text.nullable(),
  unsure: z.array(z.enum(reportFacts)),
})
const extraction = z.looseObject({
  reader: short,
  at: time,
  document: document.nullable(),
  report: report.nullable(),
  messages: z.array(message),
})

const verdict = z.looseObject({ kind: z.enum(verdictKinds), note: text }).nullable()
const field = z.union([text, z.number(), z.null()])
const change = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('cell'), cell: short, before: reading, after: reading }),
  z.looseObject({ kind: z.literal('confirm'), cells: z.array(short), before: z.boolean(), after: z.boolean() }),
  z.looseObject({
    kind: z.literal('verdict'),
    finding: short,
    cells: z.array(short),
    before: verdict,
    after: verdict,
  }),
  z.looseObject({ kind: z.literal('field'), field: z.enum(reportFields), before: field, after: field }),
  z.looseObject({ kind: z.literal('status'), before: z.enum(recordStatuses), after: z.enum(recordStatuses) }),
])
const revision = z.looseObject({
  number: count,
  at: time,
  who: short,
  why: text,
  act: z.enum(['edit', 'undo', 'redo', 'restore']),
  reverses: count.nullable(),
  change,
  previous: sha256,
  hash: sha256,
})

const recordSchema = z.looseObject({
  schema: z.union([z.literal(1), z.literal(2)]),
  id: z.string().regex(/^[0-9a-f]{16}$/),
  source: z.looseObject({ sha256, bytes: z.number().int().min(0), format: z.enum(sourceFormats) }),
  provenance: z.looseObject({
    name: short,
    path: short.optional(),
    modifiedAt: time.nullable(),
    importedAt: time,
    importedBy: short,
  }),
  extraction,
  earlier: z.array(z.looseObject({ extraction, revisions: count })).optional(),
  revisions: z.array(revision),
})

/** The record in a JSON text, or what is wrong with it. */
export function parseRecord(json: string): ArchiveRecord | string {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return String(error)
  }
  const parsed = recordSchema.safeParse(value)
  if (!parsed.success) return z.prettifyError(parsed.error).slice(0, 1000)
  // What was parsed, not zod's copy: the hashes are over its members in their own order.
  return value as ArchiveRecord
}
