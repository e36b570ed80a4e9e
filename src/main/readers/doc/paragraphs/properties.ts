import { Buffer } from 'node:buffer'
import { getOrMake } from '../../common/getOrMake.ts'
import type { Ground } from '../../common/sight.ts'
import type { ParagraphProperties, RowShape } from '../../common/wordTables/model.ts'
import { u8, u16, u32 } from '../bytes.ts'
import { oldShading, shading } from '../characters/colours.ts'
import { chainOfStyle, type WordStyle } from '../characters/styles.ts'
import { type FormattedRun, styleOf } from '../header/propertyPages.ts'
import { blockAt, type Dialect, eachSprm, type PropertyBlock, sprms } from '../header/sprm.ts'
import { withUnknownGrounds } from './cellGrounds.ts'
import { modifyRowShape, readRowShape } from './rowShape.ts'

/** Reads what the runs of paragraph properties say: tables, rows, alignment, headings, lists. */

export type Sources = {
  readonly document: Uint8Array
  readonly data: Uint8Array
  readonly dialect: Dialect
  readonly styles: readonly (WordStyle | null)[]
}

/** Deeper nesting than this is taken for damage. Word itself stops far earlier. */
const maximumDepth = 16

/** [MS-DOC] 2.9.271: the style number that is kept for tables without a style. */
const plainTableStyle = 11

type State = {
  inTable: boolean
  nesting: number | null
  endsInnerCell: boolean
  endsRow: boolean
  row: RowShape | null
  align: ParagraphProperties['align']
  heading: number
  list: number
  listLevel: number
  style: number
  ground: Ground | undefined
  /** The style of the table, where it is not the plain one: it may shade cells. */
  tableStyled: boolean
  /** Properties kept elsewhere could not be found. */
  lost: boolean
}

/** Reads the properties of runs. Most runs say what others say, byte for byte: each wording is read once. */
export class PropertyReader {
  readonly #sources: Sources
  readonly #bytes: Buffer
  readonly #known = new Map<PropertyBlock | null, Map<string, ParagraphProperties | null>>()
  readonly #ofStyle = new Map<number, State>()

  constructor(sources: Sources) {
    const { buffer, byteOffset, length } = sources.document
    this.#sources = sources
    this.#bytes = Buffer.from(buffer, byteOffset, length)
  }

  /** The properties of one paragraph: those of its run, then those a fast save laid over them. Null where a part of them is lost. */
  of(run: FormattedRun, over: PropertyBlock | null): ParagraphProperties | null {
    const wording = this.#bytes.toString('latin1', run.start, run.end)
    const before = this.#known.get(over)?.get(wording)
    if (before !== undefined) return before
    const known = getOrMake(this.#known, over, () => new Map<string, ParagraphProperties | null>())
    return getOrMake(known, wording, () => this.#read(run, over))
  }

  #read(run: FormattedRun, over: PropertyBlock | null): ParagraphProperties | null {
    const { document, dialect } = this.#sources
    const state = { ...this.#styled(styleOf(document, run)) }
    this.#apply(state, { bytes: document, from: run.start + 2, to: run.end, dialect }, 0)
    if (over) this.#apply(state, over, 0)
    if (state.lost) return null
    // A paragraph in a table that says nothing of nesting stands in the outermost one.
    const depth = state.inTable ? Math.min(Math.max(state.nesting ?? 1, 1), maximumDepth) : 0
    const { endsInnerCell, endsRow, align, heading, list, listLevel, style, ground } = state
    const row = state.row && state.tableStyled ? withUnknownGrounds(state.row) : state.row
    const properties = { depth, endsInnerCell, endsRow, row, align, heading, list, listLevel, style }
    return ground === undefined ? properties : { ...properties, ground }
  }

  /** What the style alone says. */
  #styled(style: number): State {
    return getOrMake(this.#ofStyle, style, () => {
      const state: State = {
        inTable: false,
        nesting: null,
        endsInnerCell: false,
        endsRow: false,
        row: null,
        align: null,
        // [MS-DOC] 2.4.6.5: the style numbers 1 to 9 are kept for the headings.
        heading: style >= 1 && style <= 9 ? style : 0,
        list: 0,
        listLevel: 0,
        style,
        ground: undefined,
        tableStyled: false,
        lost: false,
      }
      for (const block of chainOfStyle(this.#sources.styles, style, 'paragraph')) this.#apply(state, block, 0)
      return state
    })
  }

  #apply(state: State, block: PropertyBlock, hops: number): void {
    const { bytes } = block
    eachSprm(block, (code, at, length) => {
      switch (code) {
        case sprms.hugeParagraph:
        case sprms.hugeParagraph97:
        case sprms.tableProperties: {
          if (hops >= 2) return
          // [MS-DOC] 2.6.2: properties too long for their page stand in the Data stream.
          const elsewhere = blockAt(this.#sources.data, u32(bytes, at), block.dialect)
          if (elsewhere) this.#apply(state, elsewhere, hops + 1)
          else state.lost = true
          return
        }
        case sprms.style:
          // A fast save gives the whole paragraph another style.
          if (hops < 2) Object.assign(state, this.#styled(u16(bytes, at)))
          return
        default:
          set(state, bytes, code, at, length, block.dialect)
      }
    })
  }
}

function set(state: State, bytes: Uint8Array, code: number, at: number, length: number, dialect: Dialect): void {
  const value = u8(bytes, at)
  switch (code) {
    case sprms.inTable:
      state.inTable = value !== 0
      break
    case sprms.rowEnd:
      state.endsRow = value !== 0
      break
    case sprms.innerCell:
      state.endsInnerCell = value !== 0
      break
    case sprms.innerRowEnd:
      state.endsRow = state.endsRow || value !== 0
      break
    case sprms.nesting:
      state.nesting = u32(bytes, at) | 0
      break
    case sprms.nestingChange:
      state.nesting = (state.nesting ?? 0) + (u32(bytes, at) | 0)
      break
    case sprms.justification:
    case sprms.justification80:
      state.align = value === 1 ? 'center' : value === 2 ? 'right' : null
      break
    case sprms.outlineLevel:
      // Levels count from 0; 9 is body text.
      state.heading = value < 9 ? value + 1 : 0
      break
    case sprms.listLevel:
      state.listLevel = value
      break
    case sprms.list:
      state.list = u16(bytes, at)
      break
    case sprms.paragraphShading:
      state.ground = shading(bytes, at)
      break
    case sprms.oldParagraphShading:
      state.ground = oldShading(bytes, at)
      break
    case sprms.tableStyle:
      state.tableStyled = u16(bytes, at) !== plainTableStyle
      break
    case sprms.tableDefinition:
    case sprms.tableDefinition10:
      state.row = readRowShape(bytes, at, length, code === sprms.tableDefinition && dialect === 'word97') ?? state.row
      break
    default:
      if (state.row) state.row = modifyRowShape(state.row, bytes, code, at, length)
  }
}
