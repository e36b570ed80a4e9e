import type { Reading } from '../../../shared/data/report.ts'
import type { Quantity } from '../../../shared/form/index.ts'

/** Why what was typed cannot be taken; the words are in words/. */
export type TypingError = 'decimalPoint' | 'negative' | 'whole' | 'notANumber' | 'tooLarge'

export type Typed =
  | { readonly ok: true; readonly reading: Reading }
  | { readonly ok: false; readonly error: TypingError }

const dashes = /^(?:[-–—―−/]{1,3}|无)$/
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/

/**
 * What a person typed as a reading: nothing is blank, “—” or “/” a dash, digits a number. Full-width digits and marks, as input
 * methods give them, count like ASCII (NFKC). Thousands commas are taken only where they stand right: 12,5 is a mistyped 12.5.
 */
export function parseTyped(typed: string, quantity: Quantity): Typed {
  const raw = typed.trim()
  const text = raw
    .normalize('NFKC')
    .replace(/[，、]/g, ',')
    .replace(/。/g, '.')
    .replace(/\s/g, '')
  if (text === '') return { ok: true, reading: { state: 'blank', value: null, raw: '' } }
  if (dashes.test(text)) return { ok: true, reading: { state: 'dash', value: null, raw } }
  const signed = text.replace(/^[−–]/, '-')
  if (!grouped.test(signed) && !plain.test(signed)) {
    const point = quantity === 'amount' && /^[+-]?\d+,\d+$/.test(signed)
    return { ok: false, error: point ? 'decimalPoint' : 'notANumber' }
  }
  const value = Number(signed.replaceAll(',', ''))
  if (!Number.isFinite(value) || Math.abs(value) > 1e12) return { ok: false, error: 'tooLarge' }
  if (quantity !== 'change' && value < 0) return { ok: false, error: 'negative' }
  if (quantity !== 'amount' && !Number.isInteger(value)) return { ok: false, error: 'whole' }
  return {
    ok: true,
    reading: { state: 'number', value: value === 0 ? 0 : value, raw: String(value) },
  }
}

/** What stands in the typing field before anything is typed. */
export function typedFrom(reading: Reading): string {
  if (reading.state === 'number') return reading.value === null ? '' : String(reading.value)
  return reading.raw ?? ''
}
