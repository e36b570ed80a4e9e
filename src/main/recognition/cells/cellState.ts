import type { Reading } from '../../../shared/data/report.ts'
import { memoized } from '../text/memoized.ts'
import { hanNumber } from '../text/normalise.ts'
import { confidences } from './confidence.ts'

export type CellReading = Reading & {
  /** What the printed text itself deserves; label and geometry may lower it. */
  readonly confidence: number
  readonly alternatives: readonly { readonly value: number; readonly confidence: number }[]
}

const emptyCharacters = /[\s\u200b-\u200f\u2060\ufeff\u00ad]/g
/** “/”, “-”, “—”, “——”, “\”, “无”; after NFKC “／” is “/”, “－” is “-”. */
const dash = /^(?:[/\\|]{1,3}|[-‐‑‒–—―−─━ー_~]{1,6}|一{2,4}|无|N\/?A)$/i
const number = /^([-−–+])?(\d+(?:\.\d+)?|\.\d+)$/
const thousands = /^([-−–+])?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

const toNumber = (text: string): number => Number(text.replace(/[−–]/g, '-').replaceAll(',', ''))

function numberOf(raw: string, text: string, confidence: number, others: readonly number[] = []): CellReading {
  const value = toNumber(text)
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return textOf(raw, [])
  // -0 is 0 in print.
  return { state: 'number', value: value === 0 ? 0 : value, raw, confidence, alternatives: alternativesOf(others) }
}

function alternativesOf(values: readonly number[]): CellReading['alternatives'] {
  const usable = values.filter(value => Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER)
  return [...new Set(usable)].slice(0, 4).map((value, index) => ({ value, confidence: index === 0 ? 0.5 : 0.2 }))
}

function textOf(raw: string, others: readonly number[]): CellReading {
  return { state: 'text', value: null, raw, confidence: confidences.likely, alternatives: alternativesOf(others) }
}

/**
 * Marks of notes: ①, ⑴, ⒈, ¹, ₁, ❶, ㈠. Unicode's compatibility forms make digits of them, and “12①” would silently become 121;
 * so they are looked for in the text as printed.
 */
const noteMarks = /[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff\u2776-\u2793\u3220-\u3247\u3280-\u32b0*＊※†‡]/gu

/** Numbers a text cell may stand for: “55（含…）” 55, “251000元” 251000 and 25.1 万元, “减少5” −5, “O” and “零” 0. */
function readingsOf(text: string): readonly number[] {
  if (/^[Oo〇零○]$/.test(text)) return [0]
  // A lone 一 is the figure one or a drawn dash.
  const inWords = hanNumber(text)
  if (inWords !== null) return [inWords]
  if (/^[\dOoQlI|]+$/.test(text) && /\d/.test(text)) return [Number(text.replace(/[OoQ]/g, '0').replace(/[lI|]/g, '1'))]
  const found = [...text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].slice(0, 3).map(match => toNumber(match[0]))
  const [first] = found
  if (first === undefined) return []
  if (/^(?:减少?|下降)/.test(text)) return [-first, ...found.slice(1)]
  // Fees are printed in 万元 on the form, counts one by one.
  if (/^\d[\d,.]*万元/.test(text)) return [first, first * 10_000]
  if (/^\d[\d,.]*万/.test(text)) return [Math.round(first * 10_000), first]
  if (/^\d[\d,.]*元/.test(text)) return [first / 10_000, first]
  if (/^\d[\d,.]*亿/.test(text)) return [first * 10_000, first]
  return found
}

/** A line break, a tab or a wide blank may part two numbers; thousands in groups are parted by a single space. */
const wideGap = /[\n\r\t\v\f\u2001\u2003\u3000]|[^\S\n]{2}/

/** Digits cut by white space: a line break in a narrow cell, thousands in groups, or two numbers run together. */
function spacedNumber(raw: string, line: string): CellReading | null {
  const joined = line.replace(/\s+/g, '')
  if (!number.test(joined) && !thousands.test(joined)) return null
  const grouped = /^[-−–+]?\d{1,3}(?:[ ]\d{3})+(?:\.\d+)?$/.test(line) && !wideGap.test(raw)
  if (/^[-−–+]\s*[\d.,]+$/.test(line) || grouped) return numberOf(raw, joined, confidences.spacedThousands)
  const parts = line.split(/\s+/).map(toNumber)
  const values = new Set(parts)
  if (values.size === 1 && values.has(0)) return numberOf(raw, '0', confidences.merged)
  return numberOf(raw, joined, raw.includes('\n') ? confidences.likely : confidences.torn, parts)
}

/** A figure with the mark of a note: what stands without the mark, then what all digits together would be. */
function markedCell(raw: string, line: string): CellReading {
  const bare = raw.replaceAll(noteMarks, ' ').normalize('NFKC').replace(emptyCharacters, '')
  const joined = line.replace(/\s+/g, '')
  // A cell of nothing but ① may be a figure in a circle: then only its digits are left.
  const both = [bare, joined].filter(text => number.test(text) || thousands.test(text)).map(toNumber)
  return textOf(raw, both.length > 0 ? both : readingsOf(bare))
}

/** A character with the stroke through it that readers keep. */
const struckOut = /.\u0336/gu

/** A figure struck out and another in its place: what stands is the likely one, but a person has to look. */
function struckCell(raw: string): CellReading {
  const standing = readCell(raw.replaceAll(struckOut, '').replaceAll('\u0336', ''))
  return textOf(raw, standing.value === null ? [] : [standing.value])
}

/**
 * White space at either end. Without the look behind, every character of a run inside the text would be tried as the beginning of
 * the end: 80,000 spaces take a minute.
 */
const blankEnds = /^[\s\u200b-\u200f\u2060\ufeff]+|(?<![\s\u200b-\u200f\u2060\ufeff])[\s\u200b-\u200f\u2060\ufeff]+$/g

/** What one printed cell says. Nothing printed is blank, never 0; whatever is no number and no dash is kept as text. */
export const readCell = memoized((text): CellReading => {
  const raw = text.replace(blankEnds, '')
  if (raw.includes('\u0336')) return struckCell(raw)
  const solid = raw.normalize('NFKC').replace(emptyCharacters, '')
  if (solid === '') return { state: 'blank', value: null, raw, confidence: 1, alternatives: [] }
  if (dash.test(solid)) return { state: 'dash', value: null, raw, confidence: 1, alternatives: [] }
  const line = raw
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (raw.search(noteMarks) >= 0) return markedCell(raw, line)
  if (number.test(line) || thousands.test(line)) return numberOf(raw, line, 1)
  const spaced = spacedNumber(raw, line)
  if (spaced) return spaced
  if (/^\d{1,3}(?:,\d+)+$/.test(solid))
    return numberOf(raw, solid, confidences.merged, [Number(solid.replace(',', '.'))])
  return textOf(raw, readingsOf(solid))
})

/** A figure, a dash, or a figure with a unit: what may stand in a cell of numbers, told apart from labels without looking at its place. */
export const isValueLike = memoized((text): boolean => {
  if (wordFirst.test(text)) return false
  const reading = readCell(text)
  if (reading.state === 'number' || reading.state === 'dash') return true
  if (reading.state !== 'text') return false
  const bare = text.replaceAll(noteMarks, '').normalize('NFKC').replace(/\s+/g, '')
  return withUnit.test(bare)
})

/** What begins with a character that is no figure and no dash needs no closer look; most cells and all prose do. */
const wordFirst = /^[\s\u200b-\u200f\u2060\ufeff]*(?![一无])[\u4e00-\u9fff]/

const withUnit = /^[-+]?\d[\d,.]*(?:万?元|万|万?(?:件|条|项|宗|份|次|人)|%)?(?:[([〔].{0,30})?$/
