import { u8, u32 } from './bytes.ts'
import { type Run, styleOf } from './pages.ts'
import { modifyRowShape, type RowShape, readRowShape } from './rowshape.ts'
import { blockAt, type Sprm, sprms, sprmsIn } from './sprm.ts'

/** What this reader wants to know about a paragraph. */
export type ParagraphProperties = {
  /** How many tables it stands in; 0 is none. */
  readonly depth: number
  /** Its mark ends a cell. In the outermost table the mark itself says so, deeper down a property does. */
  readonly endsInnerCell: boolean
  readonly endsRow: boolean
  readonly row: RowShape | null
  readonly align: 'center' | 'right' | null
  /** Level of the heading, 1 … 9; 0 for body text. */
  readonly heading: number
}

export type Sources = { readonly document: Uint8Array; readonly table: Uint8Array; readonly data: Uint8Array }

/** Deeper nesting than this is taken for damage. Word itself stops far earlier. */
const maximumDepth = 16

type State = {
  inTable: boolean
  nesting: number | null
  endsInnerCell: boolean
  endsRow: boolean
  row: RowShape | null
  align: ParagraphProperties['align']
  heading: number
  /** Properties kept elsewhere could not be found. */
  lost: boolean
}

/** The properties of one paragraph: those of its run, then those a fast save laid over them. Null where a part of them is lost. */
export function paragraphProperties(
  sources: Sources,
  run: Run,
  over: { readonly from: number; readonly to: number } | null,
): ParagraphProperties | null {
  const style = styleOf(sources.document, run)
  const state: State = {
    inTable: false,
    nesting: null,
    endsInnerCell: false,
    endsRow: false,
    row: null,
    align: null,
    // [MS-DOC] 2.4.6.5: the style numbers 1 to 9 are kept for the headings.
    heading: style >= 1 && style <= 9 ? style : 0,
    lost: false,
  }
  apply(state, sources, sources.document, run.start + 2, run.end, 0)
  if (over) apply(state, sources, sources.table, over.from, over.to, 0)
  if (state.lost) return null
  // A paragraph in a table that says nothing of nesting stands in the outermost one.
  const depth = state.inTable ? Math.min(Math.max(state.nesting ?? 1, 1), maximumDepth) : 0
  const { endsInnerCell, endsRow, row, align, heading } = state
  return { depth, endsInnerCell, endsRow, row, align, heading }
}

function apply(state: State, sources: Sources, bytes: Uint8Array, from: number, to: number, hops: number): void {
  for (const sprm of sprmsIn(bytes, from, to)) {
    const place = elsewhere(bytes, sprm)
    if (place === null) set(state, bytes, sprm)
    else if (hops < 2) {
      // [MS-DOC] 2.6.2: properties too long for their page stand in the Data stream.
      const block = blockAt(sources.data, place)
      if (block) apply(state, sources, sources.data, block.from, block.to, hops + 1)
      else state.lost = true
    }
  }
}

function elsewhere(bytes: Uint8Array, sprm: Sprm): number | null {
  const huge =
    sprm.code === sprms.hugeParagraph || sprm.code === sprms.hugeParagraph97 || sprm.code === sprms.tableProperties
  return huge ? u32(bytes, sprm.at) : null
}

function set(state: State, bytes: Uint8Array, sprm: Sprm): void {
  const value = u8(bytes, sprm.at)
  switch (sprm.code) {
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
      state.nesting = u32(bytes, sprm.at) | 0
      break
    case sprms.nestingChange:
      state.nesting = (state.nesting ?? 0) + (u32(bytes, sprm.at) | 0)
      break
    case sprms.justification:
    case sprms.justification80:
      state.align = value === 1 ? 'center' : value === 2 ? 'right' : null
      break
    case sprms.outlineLevel:
      // Levels count from 0; 9 is body text.
      state.heading = value < 9 ? value + 1 : 0
      break
    case sprms.tableDefinition:
      state.row = readRowShape(bytes, sprm) ?? state.row
      break
    default:
      if (state.row) state.row = modifyRowShape(state.row, bytes, sprm)
  }
}
