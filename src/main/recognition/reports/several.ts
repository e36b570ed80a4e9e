import type { SourceDocument } from '../../../shared/data/document.ts'
import type { Report, ReportFact } from '../../../shared/data/report.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { confidences, noSurer } from '../cells/confidence.ts'
import type { SecondTable } from '../tables/findTables.ts'
import { chainMarks, lastInRow, longestChain } from './chains.ts'
import { headsOf, type ReportHead, sameBody } from './heads.ts'

/**
 * Several reports in one file: a yearbook of bodies, two years of one body. Told by the sections that begin again, or an official table that
 * comes again with other figures, under heads that name another body or year. A table of contents, last year's table for
 * comparison, a page printed twice are one report.
 */

/** The heads of the reports found, in order, and the block where the second begins. */
export type Several = { readonly reports: readonly ReportHead[]; readonly second: number }

/** So many of the six headings, each with something below it, are a report: fewer may be parts of another. */
const fewestHeadings = 4

/** The heads that speak for what begins behind them: the last title, and a name below it or, where it has none, beside it. */
function speaking(heads: readonly ReportHead[]): readonly ReportHead[] {
  const title = heads.findLast(head => head.kind === 'title')
  const counted = heads.findLast(head => head.kind === 'counted' && head.block >= (title?.block ?? 0))
  const bare = title?.body ? undefined : heads.findLast(head => head.kind === 'bare')
  return [counted ?? bare, title].flatMap(head => head ?? [])
}

/** Whether a head names a body or a year that none of the others names. */
function isStrange(head: ReportHead, own: readonly ReportHead[]): boolean {
  const bodies = own.flatMap(item => item.body ?? [])
  const years = own.flatMap(item => item.year ?? [])
  const { body, year } = head
  const otherBody = body !== null && bodies.length > 0 && !bodies.some(name => sameBody(name, body))
  return otherBody || (year !== null && years.length > 0 && !years.includes(year))
}

/** What a report is called by: its body from the nearest name, its year from the title. */
function nameOf(spoken: readonly ReportHead[]): ReportHead | null {
  const [first] = spoken
  if (!first) return null
  const body = spoken.find(head => head.body !== null)?.body ?? null
  return { ...first, body, year: spoken.find(head => head.year !== null)?.year ?? null }
}

type Found = { readonly reports: ReportHead[]; second: number | null }

function finished({ reports, second }: Found): Several | null {
  return second === null || reports.length < 2 ? null : { reports, second }
}

/** Of the heads between two reports, the first that names the second; what is signed or says the same belongs to the first. */
function beginning(between: readonly ReportHead[], own: readonly ReportHead[]): number | null {
  const unsigned = between.filter(head => head.kind !== 'signed')
  if (!speaking(unsigned).some(head => isStrange(head, own))) return null
  return unsigned.find(head => isStrange(head, own))?.block ?? null
}

/** Several reports by their sections: the chain of headings begins again under the head of another body or year. */
export function severalBySections(document: SourceDocument): Several | null {
  const marks = chainMarks(document)
  if (marks.length < 2 * fewestHeadings) return null
  const heads = headsOf(document)
  const found: Found = { reports: [], second: null }
  let from = 0
  let own: readonly ReportHead[] = []
  marks.forEach((mark, at) => {
    const before = marks[at - 1]
    if (!before) {
      own = speaking(heads.filter(head => head.block < mark.block))
      found.reports.push(...[nameOf(own)].flatMap(head => head ?? []))
      return
    }
    if (mark.order > 1 || longestChain(marks.slice(from, at)) < fewestHeadings) return
    if (longestChain(marks.slice(at, at + lastInRow)) < fewestHeadings) return
    const first = marks[from]?.block ?? 0
    const inside = heads.filter(head => head.block > first && head.block <= before.block)
    const between = heads.filter(head => head.block > before.block && head.block < mark.block)
    const second = beginning(between, [...own, ...inside, ...between.filter(head => head.kind === 'signed')])
    if (second === null) return
    found.second ??= second
    from = at
    own = speaking(between.filter(head => head.block >= second))
    found.reports.push(...[nameOf(own)].flatMap(head => head ?? []))
  })
  return finished(found)
}

/** Several reports by their tables: one comes again, with other figures, under the head of another body. */
export function severalByTables(document: SourceDocument, seconds: readonly SecondTable[]): Several | null {
  const tops = seconds.find(table => table.differing.length > 0)?.differing ?? []
  if (tops.length === 0) return null
  const heads = headsOf(document).map(head => ({ ...head, year: null }))
  const found: Found = { reports: [], second: null }
  let own: readonly ReportHead[] = []
  tops.forEach((top, at) => {
    const above = tops[at - 1]
    const between = heads.filter(head => head.block < top && head.block > (above ?? -1))
    const second = above === undefined ? 0 : beginning(between, own)
    if (second === null) return
    if (above !== undefined) found.second ??= second
    // Right above the table, a name says more than the title over all of them.
    own = [...between.filter(head => head.block === top - 1), ...speaking(between.filter(head => head.block >= second))]
    found.reports.push(...[nameOf(own)].flatMap(head => head ?? []))
  })
  return finished(found)
}

/** The document up to where the second report begins; places in it stay the same. */
export const firstOf = (document: SourceDocument, { second }: Several): SourceDocument => ({
  ...document,
  blocks: document.blocks.slice(0, second),
})

const identity: readonly ReportFact[] = ['title', 'organization', 'year']

/** The report with every figure doubted, and whose it is and of which year. */
export function doubtAll(report: Report): Report {
  const unsure = identity.filter(fact => report[fact] !== null && !report.unsure.includes(fact))
  return {
    ...report,
    unsure: [...report.unsure, ...unsure],
    tables: report.tables.map(table => ({
      ...table,
      cells: table.cells.map(cell => noSurer(cell, confidences.unwitnessed)),
    })),
  }
}

/** More names than these are not read. */
const mostNames = 3

/** Names the bodies; where they are one body's reports, the years. */
export function saySeveral(file: string, { reports, second }: Several): Message {
  const bodies = reports.map(head => head.body ?? '')
  const [one = ''] = bodies
  const ofOne = bodies.every(body => body === '' || one === '' || sameBody(body, one))
  const names = reports.flatMap(({ body, year }) => (ofOne ? (year === null ? [] : [`${year}年`]) : (body ?? [])))
  const shown = [...new Set(names)].slice(0, mostNames)
  return message(
    'recognition.severalReports',
    { file, count: reports.length, names: shown.join('、') + (names.length > shown.length ? '……' : '') },
    { block: second },
  )
}
