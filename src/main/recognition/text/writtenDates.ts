/** Dates as they are written, brought into one form: 二〇二四年一月十日, 2024/1/10, 2024.01.10, 20240110. */

/** Reports exist since the Regulations of 2008. */
const firstYear = 2008
const lastYear = 2099
const digits = '〇一二三四五六七八九'

/** 〇 is also written as ○, 零, 0 or a Latin O. */
export const hanYear = '二[〇○零0Oo][〇○零0Oo一二三四五六七八九]{2}'

function digitsOf(han: string): string {
  return [...han.replace(/[○零0Oo]/g, '〇')].map(character => digits.indexOf(character)).join('')
}

function smallNumber(han: string): number {
  const [tens, ones] = han.includes('十') ? han.split('十') : ['', han]
  const ten = han.includes('十') ? (tens ? digits.indexOf(tens) : 1) : 0
  return ten * 10 + (ones ? digits.indexOf(ones) : 0)
}

const hanYears = new RegExp(hanYear, 'g')
const hanMonth =
  /(?<![一二三四五六七八九十\d])([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})([日号]))?/g

const ofYear = '[〇○零0Oo一二三四五六七八九]'
const ofDay = '[一二三四五六七八九十]'
const wideYear = `(?:(?<!\\d)20\\d{2}|(?<!\\d ?)2 ?0 ?\\d ?\\d|二(?: ?${ofYear}){3}) ?年`
const wideMonth = `(?:\\d(?: ?\\d)?|元|${ofDay}(?: ?${ofDay})?) ?月`
const wideDay = `(?:\\d(?: ?\\d)?|${ofDay}(?: ?${ofDay}){0,2}) ?[日号]`
/** “2024 年 1 月 2 4 日”, “二 〇 二 四 年 一 月 十 日”: letters set wide, or each digit on its own by a converter. */
const wideDate = new RegExp(`${wideYear} ?${wideMonth} ?${wideDay}`, 'g')

/** The same text with whole dates closed up, and the years, months and days that are written in Han numerals written in digits. */
export function withDigits(text: string): string {
  // Nearly no line has any.
  if (!/[一二三四五六七八九十零〇○元]|年 ?\d/.test(text)) return text
  return text
    .replace(wideDate, date => date.replace(/ /g, ''))
    .replace(hanYears, digitsOf)
    .replace(/(?<=年)元月/g, '一月')
    .replace(
      hanMonth,
      (_, month: string, day: string | undefined, unit: string | undefined) =>
        `${smallNumber(month)}月${day === undefined ? '' : `${smallNumber(day)}${unit ?? ''}`}`,
    )
}

/** “2023” as a year of a report, else null. */
function readYear(text: string): number | null {
  const value = Number(text)
  return Number.isInteger(value) && value >= firstYear && value <= lastYear ? value : null
}

/** The year of a title: the one before 年 if there are several. */
export function yearOfTitle(solid: string): number | null {
  const text = withDigits(solid)
  const all = [...text.matchAll(/(?<!\d)(20\d{2})(年?)(?!\d)/g)].flatMap(([, year = '', unit = '']) => {
    const value = readYear(year)
    return value === null ? [] : [{ value, named: unit !== '' }]
  })
  return (all.find(item => item.named) ?? all[0])?.value ?? null
}

/** A day that exists, as ISO; null for 2月30日. */
export function isoDay(year: number, month: number, day: number): string | null {
  const made = new Date(Date.UTC(year, month - 1, day))
  if (Number.isNaN(made.getTime()) || made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return null
  return made.toISOString().slice(0, 10)
}

/** A whole date in digits, in any of its shapes. */
export const dateShape =
  '(?:20\\d{2}\\s*[年\\-./]\\s*\\d{1,2}\\s*[月\\-./]\\s*\\d{1,2}\\s*[日号]?|20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d))'
const parts = /(20\d{2})\s*[年\-./]?\s*(\d{1,2})\s*[月\-./]?\s*(\d{1,2})/
const shape = new RegExp(`(?<!\\d)${dateShape}`)

/** The first date in a text as ISO, null when there is none or it does not exist. */
export function readDate(text: string): string | null {
  const found = shape.exec(withDigits(text))?.[0]
  if (found === undefined) return null
  const [, year = '', month = '', day = ''] =
    (/^\d{8}$/.test(found) ? /(\d{4})(\d{2})(\d{2})/ : parts).exec(found) ?? []
  return readYear(year) === null ? null : isoDay(Number(year), Number(month), Number(day))
}
