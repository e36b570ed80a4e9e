import { getOrMake } from '../../common/getOrMake.ts'
import { type Ground, type Rgb, sightOf, speck } from '../../common/sight.ts'
import { i16, u8, u16 } from '../bytes.ts'
import type { FormattedRun } from '../header/propertyPages.ts'
import { type Dialect, eachSprm, type PropertyBlock, sprms } from '../header/sprm.ts'
import { colourRef, oldColour, oldShading, shading } from './colours.ts'
import { chainOfStyle, type WordStyle } from './styles.ts'
import { symbolText } from './symbols.ts'

/** How characters are formatted, as far as it decides what is read. */
export type CharacterFormat = {
  readonly deleted: boolean
  readonly hidden: boolean
  readonly strike: boolean
  readonly doubleStrike: boolean
  readonly superscript: boolean
  readonly movedUp: boolean
  /** What is shown in place of the character; null where it is shown itself. */
  readonly symbol: string | null
  /** null: automatic, which can be read on any ground. */
  readonly colour: Rgb | null
  readonly ground: Ground | undefined
  readonly tiny: boolean
}

const plainFormat: CharacterFormat = {
  deleted: false,
  hidden: false,
  strike: false,
  doubleStrike: false,
  superscript: false,
  movedUp: false,
  symbol: null,
  colour: null,
  ground: undefined,
  tiny: false,
}

/** What is done with a character: read, left out, marked as struck out or as raised, replaced, or left out since nobody sees it. */
export const treatments = { read: 0, leftOut: 1, struck: 2, raised: 3, replaced: 4, unseen: 5 } as const
export type Treatment = (typeof treatments)[keyof typeof treatments]

export function treatmentOf(format: CharacterFormat): Treatment {
  if (format.deleted || format.hidden) return treatments.leftOut
  if (format.symbol !== null) return treatments.replaced
  if (format.strike || format.doubleStrike) return treatments.struck
  return format.superscript || format.movedUp ? treatments.raised : treatments.read
}

/** Reads how runs are formatted, on top of their paragraph's style. Runs that share their properties are read once. */
export class CharacterFormatReader {
  readonly #document: Uint8Array
  readonly #dialect: Dialect
  readonly #styles: readonly (WordStyle | null)[]
  readonly #fonts: readonly string[]
  readonly #ofStyle = new Map<number, CharacterFormat>()
  readonly #known = new Map<CharacterFormat, Map<number, CharacterFormat>>()
  /** No style says anything of interest: then it need not be known in what paragraph a run stands. */
  readonly stylesArePlain: boolean

  constructor(document: Uint8Array, dialect: Dialect, styles: readonly (WordStyle | null)[], fonts: readonly string[]) {
    this.#document = document
    this.#dialect = dialect
    this.#styles = styles
    this.#fonts = fonts
    this.stylesArePlain = styles.every((style, number) => !style?.ofParagraphs || saysNothing(this.ofStyle(number)))
  }

  /** How characters of a paragraph style are formatted. */
  ofStyle(number: number): CharacterFormat {
    return getOrMake(this.#ofStyle, number, () => this.#styled(number, plainFormat))
  }

  /** How a run is formatted in a paragraph of that format. */
  of(run: FormattedRun, paragraph: CharacterFormat = plainFormat): CharacterFormat {
    const known = getOrMake(this.#known, paragraph, () => new Map<number, CharacterFormat>())
    return getOrMake(known, run.start, () => {
      const block = { bytes: this.#document, from: run.start, to: run.end, dialect: this.#dialect }
      return this.applied(block, paragraph)
    })
  }

  #styled(number: number, base: CharacterFormat): CharacterFormat {
    return chainOfStyle(this.#styles, number, 'character').reduce((format, block) => this.applied(block, format), base)
  }

  /** A format with modifications applied; the same one where they change nothing. */
  applied(block: PropertyBlock, base: CharacterFormat): CharacterFormat {
    const { bytes } = block
    let format = base
    // What [MS-DOC] 2.9.326 calls the style's value: 0x80 asks for it, 0x81 for its opposite.
    let styled = base
    const change = (part: Partial<CharacterFormat>) => {
      format = { ...format, ...part }
    }
    const paint = (colour: Rgb | null) => {
      if (colour !== format.colour) change({ colour })
    }
    const toggled = (at: number, ofStyle: boolean) => {
      const value = u8(bytes, at)
      return value === 0x81 ? !ofStyle : value === 0x80 ? ofStyle : value === 1
    }
    eachSprm(block, (code, at, length) => {
      switch (code) {
        case sprms.characterStyle:
          format = styled = this.#styled(u16(bytes, at), base)
          break
        case sprms.plain:
          format = { ...styled, deleted: format.deleted, symbol: format.symbol }
          break
        case sprms.deletedText:
          change({ deleted: u8(bytes, at) === 1 })
          break
        case sprms.hiddenText:
          change({ hidden: toggled(at, styled.hidden) })
          break
        case sprms.strike:
          change({ strike: toggled(at, styled.strike) })
          break
        case sprms.doubleStrike:
          change({ doubleStrike: toggled(at, styled.doubleStrike) })
          break
        case sprms.superscript:
          // [MS-DOC] 2.6.1, sprmCIss: 0 is normal, 1 superscript, 2 subscript.
          change({ superscript: u8(bytes, at) === 1 })
          break
        case sprms.position:
          // [MS-DOC] 2.6.1, sprmCHpsPos: half points up from the baseline, below it where negative.
          change({ movedUp: i16(bytes, at) > 0 })
          break
        case sprms.colour:
          paint(colourRef(bytes, at))
          break
        case sprms.oldColour:
          paint(oldColour(u8(bytes, at)))
          break
        case sprms.highlight:
          change({ ground: oldColour(u8(bytes, at)) ?? undefined })
          break
        case sprms.shading:
          change({ ground: shading(bytes, at) })
          break
        case sprms.oldShading:
          change({ ground: oldShading(bytes, at) })
          break
        case sprms.size:
          // [MS-DOC] 2.6.1, sprmCHps: in half points. Nearly every run says it.
          if (u16(bytes, at) <= speck !== format.tiny) change({ tiny: !format.tiny })
          break
        case sprms.symbol:
          // [MS-DOC] 2.9.50: a font and a character of it; in Word 6 the character is one byte.
          change({
            symbol: symbolText(this.#fonts[u16(bytes, at)] ?? '', length < 4 ? u8(bytes, at + 2) : u16(bytes, at + 2)),
          })
      }
    })
    return areEqual(format, base) ? base : format
  }
}

/** Dark text of a paragraph style is taken for seen, so that few documents have to be looked at paragraph by paragraph. */
function saysNothing(format: CharacterFormat): boolean {
  const { colour } = format
  const dark = colour === null || sightOf(colour, 'unknown') === 'seen'
  return format === plainFormat || (dark && areEqual({ ...format, colour: null }, plainFormat))
}

function areEqual(one: CharacterFormat, other: CharacterFormat): boolean {
  return (
    one.deleted === other.deleted &&
    one.hidden === other.hidden &&
    one.strike === other.strike &&
    one.doubleStrike === other.doubleStrike &&
    one.superscript === other.superscript &&
    one.movedUp === other.movedUp &&
    one.symbol === other.symbol &&
    one.colour === other.colour &&
    one.ground === other.ground &&
    one.tiny === other.tiny
  )
}
