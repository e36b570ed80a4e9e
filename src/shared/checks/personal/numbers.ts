/** Finds numbers that belong to a person in a text, and hides them. */

export const personalKinds = ['identity', 'mobile', 'card'] as const
export type PersonalKind = (typeof personalKinds)[number]
export type PersonalNumber = { readonly kind: PersonalKind; readonly start: number; readonly end: number }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** First digits of GB/T 2260: the provinces, and what lies beside them. */
const province = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

/** 公民身份号码 after GB 11643: place, a date that there was, and the check digit after ISO 7064 (MOD 11-2). */
export function isIdentityNumber(number: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(number) || !province.test(number)) return false
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number)
  if (year === undefined || month === undefined || day === undefined || year < 1900 || year > 2099) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return false
  const sum = weights.reduce((all, weight, at) => all + weight * Number(number.charAt(at)), 0)
  return '10X98765432'.charAt(sum % 11) === number.charAt(17).toUpperCase()
}

/** Whether the last digit is the check digit of the ones before it (Luhn, ISO/IEC 7812). */
export function fitsLuhn(number: string): boolean {
  const sum = [...number].toReversed().reduce((all, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return all + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** 银联 cards begin with 62 and have 16 to 19 digits; others are printed with what they are. */
const isCard = (digits: string, before: string): boolean =>
  digits.length >= 16 &&
  digits.length <= 19 &&
  fitsLuhn(digits) &&
  (digits.startsWith('62') || (/^[3-9]/.test(digits) && /(?:银行)?卡号?|账号|帐号|账户/.test(before)))

const isMobile = (digits: string): boolean => /^1[3-9]\d{9}$/.test(digits)

/** Runs of digits, in groups with one blank or stroke between them, that no letter or digit goes on from. */
const run = /(?<![\d.A-Za-z＊*-])\d(?:[ \u3000-]?\d){10,21}[Xx]?(?![\dA-Za-z＊*]|[.-]\d)/g
/** What stands before a number that is none of a person. */
const other =
  /(?:信用代码|项目代码|编码|编号|代码|流水号|索引号|文号|备案号|档案号|标识码|单号|序号|ISBN|ISSN)[为是:：]?[^\d]{0,2}$/
/** Such a unit makes it a count. */
const count = /^[ \u3000]?(?:万|亿|元|条|件|次|人|个|份|篇|户|字|平方)/

/** Full-width digits made plain, one character for one, so that places stay true. */
const plain = (text: string) => text.replace(/[０-９ｘＸ－]/g, one => String.fromCharCode(one.charCodeAt(0) - 0xfee0))

function kindOf(digits: string, before: string): PersonalKind | null {
  if (isIdentityNumber(digits)) return 'identity'
  if (isMobile(digits)) return 'mobile'
  return isCard(digits, before) ? 'card' : null
}

/** Identity numbers, mobile numbers and bank cards in a text, in the order in which they stand. Masked ones (138****5678) are none. */
export function personalNumbers(text: string): readonly PersonalNumber[] {
  if (!/[\d０-９][\d０-９Xx \u3000-]{9}/.test(text)) return []
  const flat = plain(text)
  return [...flat.matchAll(run)].flatMap(found => {
    const [start, end] = [found.index, found.index + found[0].length]
    const before = flat.slice(Math.max(0, start - 12), start)
    if (other.test(before) || count.test(flat.slice(end, end + 3))) return []
    const kind = kindOf(found[0].replace(/[ \u3000-]/g, ''), before)
    return kind === null ? [] : [{ kind, start, end }]
  })
}

/** A number of a person with its middle hidden: 138****5678. What is said of it can then be printed and sent. */
export function masked(number: string): string {
  const digits = plain(number).replace(/[ \u3000-]/g, '')
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

/** A text in which every number of a person is hidden so. */
export function withoutPersonal(text: string): string {
  return personalNumbers(text)
    .toReversed()
    .reduce((rest, { start, end }) => rest.slice(0, start) + masked(rest.slice(start, end)) + rest.slice(end), text)
}
