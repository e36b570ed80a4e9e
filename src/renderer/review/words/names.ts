import type { Reading } from '../../../shared/data/report.ts'
import { type CellKey, editions, findFormCell } from '../../../shared/form/index.ts'
import type { Language } from '../../../shared/messages/index.ts'

/** How a person names a cell on one line: row and column, “（四）1·自然人”. */
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

const states = {
  zh: { blank: '空白', dash: '横线', text: '文字', absent: '原件无此格' },
  en: { blank: 'blank', dash: 'dash', text: 'text', absent: 'not in the source' },
} as const

/** A reading in a sentence: 53, 空白, “—”. */
export function readingText(reading: Reading, language: Language): string {
  switch (reading.state) {
    case 'number':
      return reading.value === null ? '' : figure(reading.value)
    case 'dash':
      return reading.raw?.trim() ?? '—'
    case 'text':
      return `“${(reading.raw ?? '').replace(/\s+/g, ' ').slice(0, 60)}”`
    case 'blank':
    case 'absent':
      return states[language][reading.state]
  }
}

export function percent(confidence: number): string {
  return `${Math.round(confidence * 100)}%`
}
