/** Numbers as prose writes them, in figures or Chinese numerals. */

const digits = '〇一二三四五六七八九'
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** “二百三十五”, “十二”, “两”, “一万二千” as a number; null for anything that is no proper numeral (“二三”, “百十”). */
export function hanNumber(text: string): number | null {
  let sum = 0
  let section = 0
  let digit: number | null = null
  for (const one of text.replace(/零/g, '〇').replace(/两/g, '二')) {
    const value = digits.indexOf(one)
    if (value >= 0) {
      if (digit !== null && digit !== 0) return null
      digit = value
    } else if (one === '万') {
      sum = (sum + section + (digit ?? 0)) * 10_000
      section = 0
      digit = null
    } else {
      // 十 alone is ten.
      section += (digit ?? 1) * (powers[one] ?? Number.NaN)
      digit = null
    }
  }
  const whole = sum + section + (digit ?? 0)
  return Number.isFinite(whole) && text !== '' ? whole : null
}

/** A number as printed, with half of what its last digit stands for: “1.2万” is 12,000 give or take 500; a count is exact. */
export type Figure = { readonly value: number; readonly slack: number }

/** “235”, “1,204”, “1.2万”, “二百三十五”; null where it is none. */
export function readFigure(text: string): Figure | null {
  const found = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?([万亿]?)$/.exec(text)
  if (!found) {
    const value = hanNumber(text)
    return value === null ? null : { value, slack: 0 }
  }
  const [, whole = '', decimals = '', power] = found
  const scale = power === '万' ? 1e4 : power === '亿' ? 1e8 : 1
  const value = Number(`${whole.replaceAll(',', '')}.${decimals || 0}`) * scale
  const slack = decimals === '' && scale === 1 ? 0 : (scale / 10 ** decimals.length) * 0.5
  return { value, slack }
}

/** A number inside a regular expression, and words of count behind it. “余” and “多” make it no number to compare. */
export const numberPattern = String.raw`((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?万?|[〇零一二两三四五六七八九十百千万]+)`
export const unitPattern = `(?:件次|件|宗|起|份|例|条|个(?!工作日|自然日|月|小时|百分点))(?!以上|左右|余)`
