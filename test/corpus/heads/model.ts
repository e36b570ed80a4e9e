import type { BodyKind, ReportFact } from '../../../src/shared/data/report.ts'

/**
 * Heads of reports as they come: what stands above the first section (title, site chrome, dates, numbers) and below the last one, in
 * our own words, with what a person reads there. Places are real, since their codes are; everything said of them is invented.
 */
export type Head = {
  readonly name: string
  readonly source: HeadSource
  readonly truth: HeadTruth
}

export type HeadSource =
  | { readonly kind: 'text'; readonly text: string; readonly fileName: string }
  | { readonly kind: 'html'; readonly text: string; readonly fileName: string }
  /** A word processor's file: paragraphs and the title in its properties. */
  | {
      readonly kind: 'office'
      readonly title: string | null
      readonly lines: readonly string[]
      readonly fileName: string
    }

/** What a person reads. Several values: any of them is right. `null`: it is not said, and nothing may be made up. */
export type HeadTruth = {
  readonly title: Said
  readonly organization: Said
  /** Full name of the place: 江苏省南京市鼓楼区. */
  readonly region: Said
  readonly kind: BodyKind | null | readonly (BodyKind | null)[]
  readonly year: number | null
  /** A year stands for the whole of it; else first and last day, “2023-01-01/2023-06-30”. */
  readonly period: number | string | null
  readonly publishedOn: Said
  readonly documentNumber: Said
  /** What has to be marked unsure, because it is said only indirectly. */
  readonly unsure: readonly ReportFact[]
  /** The message that must say what the document is, for what is no report in the official form. */
  readonly message: string | null
}

type Said = string | null | readonly (string | null)[]

type Short = {
  readonly t?: Said
  readonly o?: Said
  readonly r?: Said
  readonly k?: HeadTruth['kind']
  readonly y?: number | null
  readonly p?: HeadTruth['period']
  readonly d?: Said
  readonly n?: Said
  readonly u?: readonly ReportFact[]
  readonly m?: string
}

/** Truth in short: title, organization, region, kind, year (2023), period, date, number, unsure, message. */
export const says = (short: Short): HeadTruth => ({
  title: short.t ?? null,
  organization: short.o ?? null,
  region: short.r ?? null,
  kind: short.k ?? null,
  year: short.y === undefined ? 2023 : short.y,
  period: short.p ?? null,
  publishedOn: short.d ?? null,
  documentNumber: short.n ?? null,
  // The kind follows from the name.
  unsure: short.u?.includes('organization') ? [...short.u, 'kind'] : (short.u ?? []),
  message: short.m ?? null,
})

export const body = `一、总体情况
本年度按照要求做好各项公开工作，及时回应群众关切。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
公开的深度还不够，下一步将继续改进。
六、其他需要报告的事项
没有收取信息处理费。`

/** A text dump: lines above, the usual six sections, lines below. */
export const text = (name: string, above: string, truth: HeadTruth, below = '', fileName = 'report.txt'): Head => ({
  name,
  source: { kind: 'text', text: `${above}\n${body}\n${below}`, fileName },
  truth,
})

const paragraphs = (lines: string): string =>
  lines
    .split('\n')
    .map(line => `<p>${line}</p>`)
    .join('\n')

/** A saved page: what is in its head element, the markup above the sections, and below. */
export const page = (name: string, head: string, above: string, truth: HeadTruth, below = ''): Head => ({
  name,
  source: {
    kind: 'html',
    text: `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${above}\n${paragraphs(body)}\n${below}</body></html>`,
    fileName: 'content_1.html',
  },
  truth,
})

/** A word processor's document: paragraphs, with a title in its properties and a file name. */
export const office = (
  name: string,
  { title = null, fileName = 'report.docx' }: { readonly title?: string | null; readonly fileName?: string },
  above: string,
  truth: HeadTruth,
  below = '',
): Head => ({
  name,
  source: {
    kind: 'office',
    title,
    fileName,
    lines: `${above}\n${body}\n${below}`.split('\n').filter(line => line !== ''),
  },
  truth,
})

/** The whole text of another kind of document, without the sections of a report. */
export const other = (name: string, whole: string, truth: HeadTruth, fileName = 'report.txt'): Head => ({
  name,
  source: { kind: 'text', text: whole, fileName },
  truth,
})
