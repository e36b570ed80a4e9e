/** Numbers in the ways documents number things. Names are those of ECMA-376 part 1, 17.18.59 (ST_NumberFormat). */

type Digits = { readonly digits: string; readonly units: readonly string[]; readonly zeroBetween: boolean }

const plain: Digits = { digits: '零一二三四五六七八九', units: ['', '十', '百', '千'], zeroBetween: true }
const japanese: Digits = { digits: '〇一二三四五六七八九', units: ['', '十', '百', '千'], zeroBetween: false }
const legal: Digits = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'], zeroBetween: true }
const legalTraditional: Digits = { digits: '零壹貳參肆伍陸柒捌玖', units: ['', '拾', '佰', '仟'], zeroBetween: true }

/** 1–9,999 with units; `bareTen` writes ten as 十 and not 一十. */
function counted(value: number, how: Digits, bareTen: boolean): string {
  const figures = [...String(value)].map(Number)
  let text = ''
  let zero = false
  for (const [index, figure] of figures.entries()) {
    const unit = how.units[figures.length - 1 - index] ?? ''
    if (figure === 0) {
      zero = text !== ''
      continue
    }
    if (zero && how.zeroBetween) text += how.digits.charAt(0)
    zero = false
    // In Japanese a lone one before 百 or 千 is not written either.
    const bare = figure === 1 && unit !== '' && ((index === 0 && bareTen && unit === how.units[1]) || how === japanese)
    text += `${bare ? '' : how.digits.charAt(figure)}${unit}`
  }
  return text
}

const digital = (value: number, zero: string) =>
  [...String(value)].map(figure => `${zero}一二三四五六七八九`.charAt(Number(figure))).join('')

function roman(value: number): string {
  const parts: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let left = value
  let text = ''
  for (const [size, letters] of parts) {
    while (left >= size) {
      text += letters
      left -= size
    }
  }
  return text
}

/** a … z, then aa, bb … as Word goes on. */
const letters = (value: number) => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

/** One character of a run of characters, or the figure in brackets of its own where the run is too short. */
const ofRow = (row: string, value: number) => [...row][value - 1] ?? String(value)
const circles = Array.from({ length: 20 }, (_, index) => String.fromCodePoint(0x2460 + index)).join('')
const parens = Array.from({ length: 20 }, (_, index) => String.fromCodePoint(0x2474 + index)).join('')
const stops = Array.from({ length: 20 }, (_, index) => String.fromCodePoint(0x2488 + index)).join('')
const circledHan = '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'
const wideDigits = (value: number) =>
  [...String(value)].map(figure => String.fromCharCode(0xff10 + Number(figure))).join('')

/** A number as a format writes it. An unknown format gives figures, 'none' and 'bullet' nothing. */
export function numeral(format: string, value: number): string {
  if (format === 'none' || format === 'bullet') return ''
  // Beyond this no format is used, and Roman or repeated letters would only grow.
  if (value <= 0 || value > 9_999) return String(value)
  switch (format) {
    case 'chineseCounting':
    case 'taiwaneseCounting':
      return value < 100 ? counted(value, plain, true) : digital(value, '○')
    case 'chineseCountingThousand':
    case 'taiwaneseCountingThousand':
      return counted(value, plain, value < 20)
    case 'japaneseCounting':
      return counted(value, japanese, true)
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
      return digital(value, '〇')
    case 'taiwaneseDigital':
      return digital(value, '○')
    case 'chineseLegalSimplified':
      return counted(value, legal, false)
    case 'ideographLegalTraditional':
      return counted(value, legalTraditional, false)
    case 'ideographTraditional':
      return ofRow('甲乙丙丁戊己庚辛壬癸', value)
    case 'ideographZodiac':
      return ofRow('子丑寅卯辰巳午未申酉戌亥', value)
    case 'ideographEnclosedCircle':
      return ofRow(circledHan, value)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return ofRow(circles, value)
    case 'decimalEnclosedParen':
      return ofRow(parens, value)
    case 'decimalEnclosedFullstop':
      return ofRow(stops, value)
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return wideDigits(value)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'numberInDash':
      return `- ${value} -`
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'lowerLetter':
      return letters(value)
    default:
      return String(value)
  }
}

/** Figures as the superscript characters they look like when raised: so 12¹ is never read as 121. */
export function superscriptFigures(figures: string): string {
  return figures.replace(/\d/g, figure => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(figure)))
}
