import type { Anchor } from '../data/document.ts'
import { type Edition, formTable, type TableKey } from '../form/index.ts'
import type { Language } from '../messages/index.ts'
import { traceWords } from '../words/trace/index.ts'
import type { TracedText } from './steps.ts'
import { type Tolerances, toleranceNames } from './tolerances.ts'

/** How a trace calls rows, columns, places and figures. */

export function rowName(table: TableKey, edition: Edition, key: string, language: Language): string {
  const row = formTable(table, edition).rows.find(item => item.key === key)
  return row ? (language === 'zh' ? row.label : row.english) : key
}

/** `key` may be `row/column`, as the heads of table 四 are called. */
export function columnName(table: TableKey, edition: Edition, key: string, language: Language): string {
  const parts = key.split('/')
  const column = formTable(table, edition)
    .rows.flatMap(row => row.columns)
    .find(item => item.key === parts.at(-1))
  const name = column ? (language === 'zh' ? column.label : column.english) : key
  return parts.length > 1 ? `${rowName(table, edition, parts[0] ?? '', language)}·${name}` : name
}

/** Where it is: page, block, row and column, as far as it has them. */
export function placeText(anchor: Anchor | null, language: Language): string {
  if (!anchor) return ''
  const words = traceWords[language]
  const { page, block, row, column } = anchor
  const parts = [
    page === undefined ? '' : words.page(page),
    words.blockPlace(block),
    row === undefined || column === undefined ? '' : words.gridPlace(row, column),
  ]
  return parts.filter(Boolean).join(words.separator)
}

export function percentText(confidence: number): string {
  return `${Math.round(confidence * 100)}%`
}

export function scoreText(score: number): string {
  return String(Math.round(score * 100) / 100)
}

/** Bytes given in hexadecimal as far as they can be shown. */
export function bytesText(hex: string): string {
  const codes = (hex.match(/../g) ?? []).map(pair => Number.parseInt(pair, 16))
  return codes.map(code => (code >= 0x21 && code < 0x7f ? String.fromCharCode(code) : '·')).join('')
}

/** What is printed: “3”, or that it is blank. */
export function printedText({ text }: Pick<TracedText, 'text'>, language: Language): string {
  const words = traceWords[language]
  return text === '' ? words.blankPiece : words.quoted(text)
}

/** The figures that decided a step, by their names; '' where none did. */
export function tolerancesText(tolerances: Tolerances, language: Language): string {
  const words = traceWords[language]
  const parts = toleranceNames.flatMap(name => {
    const value = tolerances[name]
    return value === undefined ? [] : [`${words.tolerance[name]} ${value}`]
  })
  return parts.length === 0 ? '' : `${words.limits}${words.colon}${parts.join(words.list)}`
}
