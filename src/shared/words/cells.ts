import type { CellState, Reading } from '../data/report.ts'
import { type CellKey, editions, findFormCell } from '../form/index.ts'
import type { Language } from '../messages/index.ts'

/** How cells and what stands in them are called: one set of words for desk, history, command line and exports. */

/** Row and column of a cell: “（四）1” and “自然人”. Of two editions the newer one first, for most reports use it. */
export function cellParts(key: CellKey, language: Language): readonly [row: string, column: string] {
  for (const edition of editions) {
    const found = findFormCell(key, edition)
    if (!found) continue
    const { row, column } = found
    if (language === 'en') return [row.english, column.english]
    return [row.short, column.label.replace(/^本年/, '').replace(/（.*）$/, '')]
  }
  return [key, '']
}

/** How a person names a cell on one line: “（四）1·自然人”, “Not held, individuals”. */
export function cellName(key: CellKey, language: Language): string {
  const [row, column] = cellParts(key, language)
  return language === 'en' ? `${row}, ${column.toLowerCase()}` : `${row}·${column}`
}

/** A figure with a true minus; numbers in cells carry no thousands commas, as printed. */
export function figure(value: number): string {
  return value < 0 ? `−${Math.abs(value)}` : String(value)
}

/** computed minus printed, always signed: −5, ＋1. */
export function signed(value: number, language: Language): string {
  const rounded = Math.round(value * 1e4) / 1e4
  const plus = language === 'zh' ? '＋' : '+'
  return rounded < 0 ? `−${Math.abs(rounded)}` : `${plus}${rounded}`
}

/** What is called by a word because nothing is printed that could be quoted. That a cell was not found does not say that the source has none. */
const stateWords = {
  zh: { blank: '空白', absent: '没有找到此格' },
  en: { blank: 'blank', absent: 'not found' },
} as const

/** The same in the narrow cell of a table. */
export const cellMarks: Readonly<Record<Language, Readonly<Record<Extract<CellState, 'blank' | 'absent'>, string>>>> = {
  zh: { blank: '空', absent: '缺' },
  en: { blank: 'blank', absent: 'absent' },
}

/** More of a cell's prose than this is more than a sentence about it can hold. */
const mostText = 60

/** What stands in a cell, in a sentence: 53, 空白, the dash as printed, “prose”. Never turns anything into 0. */
export function readingText(reading: Reading, language: Language): string {
  switch (reading.state) {
    case 'number':
      return reading.value === null ? stateWords[language].blank : figure(reading.value)
    case 'dash':
      return reading.raw?.trim() || '—'
    case 'text': {
      const text = (reading.raw ?? '').replace(/\s+/g, ' ')
      return `“${text.length > mostText ? `${text.slice(0, mostText)}…` : text}”`
    }
    case 'blank':
    case 'absent':
      return stateWords[language][reading.state]
  }
}

export function percent(confidence: number): string {
  return `${Math.round(confidence * 100)}%`
}
