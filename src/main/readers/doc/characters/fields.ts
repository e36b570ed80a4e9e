import { treatments } from './formatting.ts'

/** Fields in the text: what is shown of them is their result. */

const fieldBegin = 0x13
const fieldSeparator = 0x14
const fieldEnd = 0x15

/**
 * [MS-DOC] 2.8.25: a field is begin, code, separator, result, end; only the result is shown. A begin without its end hides nothing:
 * a damaged field must not swallow the rest of the report.
 */
export function maskFieldCodes(mask: Uint8Array, text: string): void {
  const open: { begin: number; separator: number | null }[] = []
  // Where code begins and ends, summed up at the end: fields can stand in fields a million deep.
  const steps = new Int32Array(text.length + 1)
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index)
    if (character === fieldBegin) open.push({ begin: index, separator: null })
    else if (character === fieldSeparator) {
      const field = open.at(-1)
      if (field && field.separator === null) field.separator = index
    } else if (character === fieldEnd) {
      const field = open.pop()
      if (!field) continue
      const shown = field.separator === null ? overstruck(text, field.begin + 1, index) : null
      for (const [from, to] of shown
        ? ([
            [field.begin, shown.from],
            [shown.to, index + 1],
          ] as const)
        : [[field.begin, (field.separator ?? index) + 1] as const]) {
        steps[from] = (steps[from] ?? 0) + 1
        steps[to] = (steps[to] ?? 0) - 1
      }
    }
  }
  let depth = 0
  for (let index = 0; index < mask.length; index++) {
    depth += steps[index] ?? 0
    if (depth > 0) mask[index] = treatments.leftOut
  }
}

/**
 * Word writes phonetic guides, combined and circled characters as fields without a result, EQ \o(one,another): what is drawn on top of
 * each other stands in the code. The last of it is the text, what comes before is what is drawn over or above it.
 */
function overstruck(text: string, from: number, to: number): { readonly from: number; readonly to: number } | null {
  const code = text.slice(from, Math.min(to, from + longestEquation))
  const start = head.exec(code)
  if (!start) return null
  let depth = 1
  let last = start[0].length
  for (let index = last; index < code.length; index++) {
    const character = code.charAt(index)
    if (character === '(') depth++
    else if (character === ')') depth--
    if (depth === 0) return { from: from + last, to: from + index }
    if (depth === 1 && (character === ',' || character === ';')) last = index + 1
  }
  return null
}

/** Up to the bracket of \o and never into another field, so that fields in fields take no time with the square of their number. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0013 begins a field
const head = /^\s*EQ\b[^(\x13]*\\o[^(\x13]*\(/i

/** Longer ones hold no single characters, and a hostile file must not be searched through again for each of its fields. */
const longestEquation = 500
