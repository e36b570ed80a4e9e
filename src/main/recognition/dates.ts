import type { Anchor, SourceDocument } from '../../shared/document.ts'
import { type TextLine, textLines } from './lines.ts'
import { plain } from './normalise.ts'

export type Found<T> = { readonly value: T; readonly anchor: Anchor | null }

/** Reports exist since the Regulations of 2008. */
const firstYear = 2008
const lastYear = 2099
const digits = '〇一二三四五六七八九'

/** “2023” or “二〇二三” (also 二○二三, 二零二三) as a year of a report, else null. */
function readYear(text: string): number | null {
  const han = text.replace(/[○零OoＯ０]/g, '〇')
  const value = /^\d{4}$/.test(text)
    ? Number(text)
    : Number([...han].map(character => digits.indexOf(character)).join(''))
  return Number.isInteger(value) && value >= firstYear && value <= lastYear ? value : null
}

const yearText = /(?<!\d)(20\d{2})(?!\d)|(二[〇○零Oo][〇○零Oo一二三四五六七八九]{2})/g

function yearsIn(text: string): readonly number[] {
  return [...text.matchAll(yearText)].flatMap(match => readYear(match[1] ?? match[2] ?? '') ?? [])
}

/** The year of a title: the one before 年 if there are several. */
export function yearOfTitle(solid: string): number | null {
  const named = [...solid.matchAll(/(20\d{2}|二[〇○零Oo][〇○零Oo一二三四五六七八九]{2})年/g)].flatMap(
    match => readYear(match[1] ?? '') ?? [],
  )
  return named[0] ?? yearsIn(solid)[0] ?? null
}

const period = /(?:统计期限|期限|自|从)[^。]{0,16}?(20\d{2})年?1月1日[^。]{0,12}?(?:至|到|—|-|~)/
/** Seen with 年 and 月 lost: “自202411日起至20241231日止”. */
const damagedPeriod = /自(20\d{2})年?1月?1日起?至(20\d{2})年?12月?31日/

/** The year the report says its figures are of. */
export function yearOfPeriod(document: SourceDocument): Found<number> | null {
  for (const line of textLines(document)) {
    const text = line.text.replace(/\s+/g, '')
    const damaged = damagedPeriod.exec(text)
    const found = damaged && damaged[1] === damaged[2] ? damaged : period.exec(text)
    const value = found ? readYear(found[1] ?? '') : null
    if (value !== null) return { value, anchor: line.anchor }
  }
  return null
}

const date = /(20\d{2})\s*[年\-./]\s*(\d{1,2})\s*[月\-./]\s*(\d{1,2})\s*日?/
const hanDate =
  /(二[〇○零Oo][〇○零Oo一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/

function smallHan(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? (tens ? digits.indexOf(tens) : 1) : 0
  return ten * 10 + (ones ? digits.indexOf(ones) : 0)
}

function isoDate(year: number | null, month: number, day: number): string | null {
  if (year === null) return null
  const made = new Date(Date.UTC(year, month - 1, day))
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return null
  return made.toISOString().slice(0, 10)
}

/** The first date in a text as ISO, null when there is none or it does not exist. */
function readDate(text: string): string | null {
  const found = date.exec(text)
  if (found) return isoDate(readYear(found[1] ?? ''), Number(found[2]), Number(found[3]))
  const han = hanDate.exec(text)
  return han ? isoDate(readYear(han[1] ?? ''), smallHan(han[2] ?? ''), smallHan(han[3] ?? '')) : null
}

/** Labels of a printed publication date, the surest first; 成文 and 生成 date the writing and come last. */
const dateLabels: readonly RegExp[] = [
  /(?:发布|公布|公开|发文|上网|刊发)\s*(?:日期|时间)\s*[:：]?\s*/,
  /^(?:日\s*期|时\s*间)\s*[:：]\s*/,
  /(?:成文|生成|印发)\s*(?:日期|时间)\s*[:：]?\s*/,
]

function labelledCells(document: SourceDocument): readonly TextLine[] {
  return document.blocks.flatMap((block, index) => {
    if (block.kind !== 'grid') return []
    return block.cells.slice(0, 200).flatMap((cell, at) => {
      const next = block.cells[at + 1]
      const text = plain(next && next.row === cell.row ? `${cell.text} ${next.text}` : cell.text)
      if (text.length > 60) return []
      return [{ index, text, printed: text, anchor: { block: index, row: cell.row, column: cell.column } }]
    })
  })
}

/** The publication date, only where it is printed: labelled, or a date on a line of its own at the end (落款). */
export function findPublished(document: SourceDocument, year: number | null): Found<string> | null {
  const lines = textLines(document)
  const fits = (value: string | null): value is string =>
    value !== null && (year === null || Number(value.slice(0, 4)) > year)
  const places = [...lines.filter(line => line.text.length <= 120), ...labelledCells(document)]
  for (const label of dateLabels) {
    for (const place of places) {
      const found = label.exec(place.text)
      if (!found) continue
      const behind = place.text.slice(found.index + found[0].length)
      const value = /^\D{0,2}(?:20\d{2}|二)/.test(behind) ? readDate(behind) : null
      if (fits(value)) return { value, anchor: place.anchor }
    }
  }
  for (const line of lines.slice(-12).reverse()) {
    const bare = line.text.replace(/\s+/g, '')
    const value = bare.length <= 14 && bare.replace(date, '').replace(hanDate, '') === '' ? readDate(bare) : null
    if (fits(value)) return { value, anchor: line.anchor }
  }
  return null
}
