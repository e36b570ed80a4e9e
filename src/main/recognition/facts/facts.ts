import type { SourceDocument } from '../../../shared/data/document.ts'
import type { BodyKind, Report, ReportFact } from '../../../shared/data/report.ts'
import { type FactStep, shortened, type Tracer } from '../../../shared/trace/steps.ts'
import { headingOf } from '../sections/headings.ts'
import type { SectionStart } from '../sections/sections.ts'
import { textLines } from '../text/lines.ts'
import { yearOfTitle } from '../text/writtenDates.ts'
import { bodyKindOf, bodyKindOfProse } from './bodyKind.ts'
import { findDocumentNumber } from './documentNumber.ts'
import type { DoubtedFact, FoundFact } from './foundFact.ts'
import { findOrganization } from './organization.ts'
import { findPeriod, yearOfPeriod } from './period.ts'
import { findPublished } from './published.ts'
import { findRegion } from './region.ts'
import type { SectionEnds } from './signature.ts'
import { findTitle, type Title } from './title.ts'

/** Who made the report and when: everything of it besides sections and tables. */
export type Facts = Omit<Report, 'sections' | 'tables'> & { readonly found: Title | null }

/** So many of the six headings do not come together by chance. */
export const fewestSections = 3

/** Where the text begins: the first heading of an overview, of two the upper one, or what other section is first. */
function firstSection(document: SourceDocument, starts: readonly SectionStart[]): number | null {
  const line = textLines(document).find(item => headingOf(item.text)?.key === 'overview')
  return line?.index ?? starts[0]?.block ?? null
}

function findKind(
  document: SourceDocument,
  organization: DoubtedFact<string> | null,
  region: Report['region'],
): DoubtedFact<BodyKind> | null {
  if (organization) {
    const value = bodyKindOf(organization.value, region)
    return value && { value, anchor: organization.anchor, from: 'organization', unsure: organization.unsure }
  }
  const value = bodyKindOfProse(
    textLines(document).map(line => line.text),
    region,
  )
  return value && { value, anchor: null, from: 'prose', unsure: true }
}

function findYear(title: Title | null, doubted: boolean, period: FoundFact<number> | null): DoubtedFact<number> | null {
  const titled = title ? yearOfTitle(title.solid) : null
  if (title === null || titled === null) return period && { ...period, unsure: false }
  return { value: titled, anchor: title.anchor, from: 'title', unsure: doubted }
}

/** What the page's own properties say, where the text says nothing. */
function publishedOutside(document: SourceDocument, year: number | null): DoubtedFact<string> | null {
  const value = /^20\d{2}-\d{2}-\d{2}/.exec(document.hints?.publishedOn ?? '')?.[0]
  return value === undefined || (year !== null && Number(value.slice(0, 4)) <= year)
    ? null
    : { value, anchor: null, from: 'properties', unsure: true }
}

const origins = { text: 'titleLine', properties: 'properties', fileName: 'fileName' } as const

function worded(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return 'name' in value ? String(value.name) : Object.values(value).join('–')
}

function factStep(fact: ReportFact, found: (FoundFact<unknown> & { readonly unsure?: boolean }) | null): FactStep {
  if (!found) return { kind: 'fact', fact, value: null, from: null, anchor: null, unsure: false }
  const { value, from, anchor, unsure = false } = found
  return { kind: 'fact', fact, value: shortened(worded(value)), from, anchor, unsure }
}

/**
 * Finds whose report it is, of which year, from when, and each fact's place; `unsure` lists what was found only indirectly: in
 * the prose, in damaged text, in the file's properties or its name.
 */
export function findFacts(
  document: SourceDocument,
  fileName: string,
  starts: readonly SectionStart[],
  trace?: Tracer,
): Facts {
  const ends: SectionEnds = { first: firstSection(document, starts), last: starts.at(-1)?.block ?? null }
  const period = findPeriod(document)
  const ofPeriod = yearOfPeriod(document, period)
  const isReport = starts.length >= fewestSections
  const title = findTitle(document, {
    periodYear: ofPeriod?.value ?? null,
    fileName: isReport ? fileName : null,
    firstSection: ends.first,
    ...(trace ? { trace } : {}),
  })
  const doubted = title !== null && (title.origin !== 'text' || (title.listed && starts.length === 0))
  const year = findYear(title, doubted, ofPeriod)
  const organization = findOrganization(document, title && { ...title, doubted }, ends, isReport ? fileName : '')
  const region = findRegion(document, organization, year?.value ?? null)
  const published =
    findPublished(document, year?.value ?? null, ends) ?? publishedOutside(document, year?.value ?? null)
  const number = findDocumentNumber(document, ends.first)
  const kind = findKind(document, organization, region?.value ?? null)
  const all: readonly (readonly [ReportFact, (FoundFact<unknown> & { readonly unsure?: boolean }) | null])[] = [
    ['title', title && { value: title.text, anchor: title.anchor, from: origins[title.origin], unsure: doubted }],
    ['organization', organization],
    ['year', year],
    ['publishedOn', published],
    ['region', region],
    ['kind', kind],
    ['period', period],
    ['documentNumber', number],
  ]
  if (trace) for (const [fact, at] of all) trace(factStep(fact, at))
  return {
    found: title,
    title: title?.text ?? null,
    organization: organization?.value ?? null,
    year: year?.value ?? null,
    publishedOn: published?.value ?? null,
    region: region?.value ?? null,
    kind: kind?.value ?? null,
    period: period?.value ?? null,
    documentNumber: number?.value ?? null,
    fieldAnchors: Object.fromEntries(all.flatMap(([fact, at]) => (at?.anchor ? [[fact, at.anchor]] : []))),
    unsure: all.flatMap(([fact, at]) => (at?.unsure === true ? [fact] : [])),
  }
}
