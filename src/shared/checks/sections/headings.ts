import type { Report, ReportSection } from '../../data/report.ts'
import { sectionHeadings, sectionKeys } from '../../form/index.ts'
import { makeFinding } from '../finding.ts'
import type { Finding } from '../model.ts'

/** How a heading differs from the form's: its words, its number, or its place among the others. */
export type HeadingFault = 'wording' | 'number' | 'order'

const numerals = '一二三四五六'
/** “一、” is the form's number. Other ways of numbering are taken off to compare the words. */
const numbering =
  /^(?:([一二三四五六七八九十]+)[、,，.．]|第?[一二三四五六七八九十\d]+(?:部分)?[、,，.．:：]|[（(][一二三四五六七八九十\d]+[）)])?/

/** Marks and blanks do not matter, nor which comma is printed. */
const solid = (text: string) => text.normalize('NFKC').replace(/[\s、,，.．。:：;；]/g, '')

type Parts = { readonly number: string | null; readonly digit: string | null; readonly words: string }

function partsOf(heading: string): Parts {
  const printed = heading.trim().replace(/\s+/g, '')
  const found = numbering.exec(printed)
  const before = found?.[0] ?? ''
  const digit = /^\d/.exec(before)?.[0] ?? null
  return { number: found?.[1] ?? null, digit, words: solid(printed.slice(before.length)) }
}

/**
 * Whether a heading has its number. Where no heading has one, they are those of a list, which readers do not always see; and a single “1、”
 * among 二 to 六 is a list's, too, whose numeral was lost on the way to plain text.
 */
function isNumbered({ number, digit }: Parts, place: number, all: readonly Parts[]): boolean {
  if (number === numerals.charAt(place)) return true
  if (all.every(one => one.number === null && one.digit === null)) return true
  return digit === String(place + 1) && all.length > 1 && all.filter(one => one.digit !== null).length === 1
}

/** What is wrong with the heading of a section, beside the other sections of the report in the order in which they stand. */
export function headingFaults(section: ReportSection, sections: readonly ReportSection[]): readonly HeadingFault[] {
  const place = sectionKeys.indexOf(section.key)
  const own = partsOf(section.heading)
  const due = partsOf(sectionHeadings[section.key].label)
  const all = sections.map(one => partsOf(one.heading))
  const before = sections.slice(0, sections.indexOf(section))
  return [
    ...(own.words === due.words ? [] : (['wording'] as const)),
    ...(isNumbered(own, place, all) ? [] : (['number'] as const)),
    ...(before.some(one => sectionKeys.indexOf(one.key) > place) ? (['order'] as const) : []),
  ]
}

/**
 * S3: the six headings of the form, worded and numbered 一 to 六 as there, once each and in this order.
 * Source: 国办公开办函〔2021〕30号 (the form; that of 2019 words them alike), article 50 of the Regulations. A heading that is missing is F1's.
 */
export function checkHeadings(report: Report): readonly Finding[] {
  const { year, sections } = report
  if (report.form === 'other' || year === null || year < 2019) return []
  return sections
    .filter(section => headingFaults(section, sections).length > 0)
    .map(({ key }) => makeFinding('S3', 'warning', key, { section: key }))
}
