import { z } from 'zod'
import { ruleCodes } from '../../src/shared/checks/index.ts'

const anchor = z
  .strictObject({
    block: z.int(),
    row: z.int().optional(),
    column: z.int().optional(),
    page: z.int().optional(),
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  })
  .nullable()
const nullableText = z.string().nullable()
const confidence = z.number().min(0).max(1)
/** One cell. */
export const cellSchema = z.strictObject({
  row: z.string(),
  column: z.string(),
  state: z.enum(['number', 'blank', 'dash', 'text', 'absent']),
  value: z.number().nullable(),
  raw: nullableText,
  confidence,
  alternatives: z.array(z.strictObject({ value: z.number(), confidence })),
  anchor,
})

/** The object of DESIGN §13, member by member; nothing else may be in it. */
export const extractSchema = z.strictObject({
  schema: z.literal(1),
  file: z.string(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  format: z.enum(['docx', 'doc', 'pdf', 'html', 'text', 'rtf', 'odt', 'mhtml', 'wordxml', 'unknown']),
  status: z.enum(['ok', 'partial', 'failed']),
  messages: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      text: z.string().min(1),
      anchor,
    }),
  ),
  report: z
    .strictObject({
      title: nullableText,
      organization: nullableText,
      year: z.int().nullable(),
      publishedOn: z
        .string()
        .regex(/^\d{4}-\d\d-\d\d$/)
        .nullable(),
      region: z
        .strictObject({ code: z.string(), name: z.string(), level: z.enum(['province', 'city', 'county', 'town']) })
        .nullable(),
      sections: z.array(
        z.strictObject({
          key: z.enum(['overview', 'disclosure', 'requests', 'proceedings', 'problems', 'other']),
          heading: z.string(),
          text: z.string(),
        }),
      ),
      tables: z.array(
        z.strictObject({
          key: z.enum(['disclosure', 'requests', 'proceedings']),
          edition: z.enum(['2021', '2019']),
          cells: z.array(cellSchema),
        }),
      ),
      kind: z.enum(['government', 'office', 'department', 'town', 'other']).nullable(),
      period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).nullable(),
      documentNumber: nullableText,
      form: z.enum(['official', 'other']),
      unsure: z.array(
        z.enum(['title', 'organization', 'year', 'publishedOn', 'region', 'kind', 'period', 'documentNumber']),
      ),
    })
    .nullable(),
  findings: z.array(
    z.strictObject({
      rule: z.enum(ruleCodes),
      severity: z.enum(['error', 'warning', 'hint']),
      table: z.enum(['disclosure', 'requests', 'proceedings']).nullable(),
      cells: z.array(z.string()),
      printed: z.number().nullable(),
      expected: z.number().nullable(),
      message: z.string().min(1),
      suspects: z.array(z.string()),
    }),
  ),
})
