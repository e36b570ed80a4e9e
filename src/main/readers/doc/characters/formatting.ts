import { remembered } from '../../common/getOrMake.ts'
import { i16, u8, u16 } from '../bytes.ts'
import type { Run } from '../header/propertyPages.ts'
import { type Block, type Dialect, eachSprm, sprms } from '../header/sprm.ts'
import { chainOfStyle, type Style } from './styles.ts'
import { symbolText } from './symbols.ts'

/** How characters look, as far as it decides what is read. */
export type Look = {
  readonly deleted: boolean
  readonly hidden: boolean
  readonly strike: boolean
  readonly doubleStrike: boolean
  readonly superscript: boolean
  readonly movedUp: boolean
  /** What is shown in place of the character; null where it is shown itself. */
  readonly symbol: string | null
}

const plainLook: Look = {
  deleted: false,
  hidden: false,
  strike: false,
  doubleStrike: false,
  superscript: false,
  movedUp: false,
  symbol: null,
}

/** What is done with a character: read, left out, marked as struck out or as raised, or replaced. */
export const manners = { read: 0, leftOut: 1, struck: 2, raised: 3, replaced: 4 } as const
export type Manner = (typeof manners)[keyof typeof manners]

export function mannerOf(look: Look): Manner {
  if (look.deleted || look.hidden) return manners.leftOut
  if (look.symbol !== null) return manners.replaced
  if (look.strike || look.doubleStrike) return manners.struck
  return look.superscript || look.movedUp ? manners.raised : manners.read
}

/** Reads how runs look, on top of their paragraph's style. Runs that share their properties are read once. */
export class LookReader {
  readonly #document: Uint8Array
  readonly #dialect: Dialect
  readonly #styles: readonly (Style | null)[]
  readonly #fonts: readonly string[]
  readonly #ofStyle = new Map<number, Look>()
  readonly #known = new Map<Look, Map<number, Look>>()
  /** No style says anything of interest: then it need not be known in what paragraph a run stands. */
  readonly stylesArePlain: boolean

  constructor(document: Uint8Array, dialect: Dialect, styles: readonly (Style | null)[], fonts: readonly string[]) {
    this.#document = document
    this.#dialect = dialect
    this.#styles = styles
    this.#fonts = fonts
    this.stylesArePlain = styles.every((style, number) => !style?.ofParagraphs || this.ofStyle(number) === plainLook)
  }

  /** How characters of a paragraph style look. */
  ofStyle(number: number): Look {
    return remembered(this.#ofStyle, number, () => this.#styled(number, plainLook))
  }

  /** How a run looks in a paragraph of that look. */
  of(run: Run, paragraph: Look = plainLook): Look {
    const known = remembered(this.#known, paragraph, () => new Map<number, Look>())
    return remembered(known, run.start, () => {
      const block = { bytes: this.#document, from: run.start, to: run.end, dialect: this.#dialect }
      return this.applied(block, paragraph)
    })
  }

  #styled(number: number, base: Look): Look {
    return chainOfStyle(this.#styles, number, 'character').reduce((look, block) => this.applied(block, look), base)
  }

  /** A look with modifications applied; the same one where they change nothing. */
  applied(block: Block, base: Look): Look {
    const { bytes } = block
    let look = base
    // What [MS-DOC] 2.9.326 calls the style's value: 0x80 asks for it, 0x81 for its opposite.
    let styled = base
    const change = (part: Partial<Look>) => {
      look = { ...look, ...part }
    }
    const toggled = (at: number, ofStyle: boolean) => {
      const value = u8(bytes, at)
      return value === 0x81 ? !ofStyle : value === 0x80 ? ofStyle : value === 1
    }
    eachSprm(block, (code, at, length) => {
      switch (code) {
        case sprms.characterStyle:
          look = styled = this.#styled(u16(bytes, at), base)
          break
        case sprms.plain:
          look = { ...styled, deleted: look.deleted, symbol: look.symbol }
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
        case sprms.symbol:
          // [MS-DOC] 2.9.50: a font and a character of it; in Word 6 the character is one byte.
          change({
            symbol: symbolText(this.#fonts[u16(bytes, at)] ?? '', length < 4 ? u8(bytes, at + 2) : u16(bytes, at + 2)),
          })
      }
    })
    return areEqual(look, base) ? base : look
  }
}

function areEqual(one: Look, other: Look): boolean {
  return (
    one.deleted === other.deleted &&
    one.hidden === other.hidden &&
    one.strike === other.strike &&
    one.doubleStrike === other.doubleStrike &&
    one.superscript === other.superscript &&
    one.movedUp === other.movedUp &&
    one.symbol === other.symbol
  )
}
