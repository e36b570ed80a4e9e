import { fits, u16, u32 } from '../bytes.ts'
import { type FormattedRun, runBehind } from '../header/propertyPages.ts'
import { eachSprm, sprms } from '../header/sprm.ts'
import type { Piece, PiecedText } from '../text/pieces.ts'
import { type CharacterFormatReader, treatmentOf, treatments } from './formatting.ts'
import type { CharacterTreatments } from './treatment.ts'

/** Fields of forms in .doc: what a drop-down or a tick box shows is no text of the document, but stands in the Data stream ([MS-DOC] 2.9.78). */

type Sources = {
  readonly document: Uint8Array
  readonly data: Uint8Array
  readonly text: PiecedText
  readonly runs: readonly FormattedRun[]
  readonly formats: CharacterFormatReader
}

/** A character of its own that a field has: where it begins, where its result does, where it ends, and the picture that names its data. */
const [begin, result, end, picture] = ['\x13', '\x14', '\x15', '\x01']
const other = `[^${picture}${begin}-${end}]{0,200}`
const formField = new RegExp(
  `${begin}\\s*FORM(?:DROPDOWN|CHECKBOX)${other}${picture}${other}(?:${result}([^${begin}-${end}]{0,200}))?${end}`,
  'g',
)

/** Puts what the fields show in place of their first character. */
export function withFormFields(treatment: CharacterTreatments, sources: Sources): CharacterTreatments {
  const { mask } = treatment
  if (!mask) return treatment
  const symbols = new Map(treatment.symbols)
  let piece = 0
  for (const found of sources.text.text.matchAll(formField)) {
    if ((found[1] ?? '').trim() !== '') continue
    const at = found.index + found[0].indexOf(picture)
    while ((sources.text.pieces[piece]?.to ?? at + 1) <= at) piece++
    const run = runAt(at, sources.text.pieces[piece], sources.runs)
    if (!run || treatmentOf(sources.formats.of(run)) === treatments.leftOut) continue
    const shown = shownBy(sources.data, dataOf(run, sources.document))
    if (shown === '') continue
    mask[found.index] = treatments.replaced
    symbols.set(found.index, shown)
  }
  return { ...treatment, symbols }
}

function runAt(position: number, piece: Piece | undefined, runs: readonly FormattedRun[]): FormattedRun | null {
  if (!piece) return null
  const place = piece.at + (position - piece.from) * piece.width
  const run = runs[runBehind(runs, place)]
  return run && run.from <= place ? run : null
}

/** Where the data of a picture character stand, or -1. */
function dataOf(run: FormattedRun, bytes: Uint8Array): number {
  let place = -1
  eachSprm({ bytes, from: run.start, to: run.end, dialect: 'word97' }, (code, at) => {
    if (code === sprms.pictureLocation) place = u32(bytes, at)
  })
  return place
}

/** Stands for a field that nobody touched: it shows its default. */
const untouched = 25
/** [MS-DOC] 2.9.158: the data follow a head that has its own size in it. */
const headSize = 0x44

function shownBy(data: Uint8Array, place: number): string {
  if (place < 0 || !fits(data, place, headSize + 10) || u16(data, place + 4) !== headSize) return ''
  const start = place + headSize
  const bits = u16(data, start + 4)
  const type = bits & 3
  if (u32(data, start) !== 0xffffffff || (type !== 1 && type !== 2)) return ''
  const afterName = behindString(data, start + 10)
  const chosen = (bits >>> 2) & 0x1f
  const result = chosen === untouched ? u16(data, afterName) : chosen
  if (type === 1) return result === 1 ? '☑' : '☐'
  let list = afterName + 2
  // The format of a text, help, status, and two macros.
  for (let count = 0; count < 5; count++) list = behindString(data, list)
  return entryOf(data, list, result)
}

/** Strings with their length in front and a 0 behind ([MS-DOC] 2.9.356). */
const behindString = (data: Uint8Array, at: number): number => at + 4 + u16(data, at) * 2

/** An entry of a string table with Unicode strings ([MS-DOC] 2.2.4). */
function entryOf(data: Uint8Array, list: number, wanted: number): string {
  if (u16(data, list) !== 0xffff || wanted >= u16(data, list + 2)) return ''
  let at = list + 6
  for (let index = 0; index < wanted; index++) at += 2 + u16(data, at) * 2
  const length = u16(data, at) * 2
  return fits(data, at + 2, length) ? new TextDecoder('utf-16le').decode(data.subarray(at + 2, at + 2 + length)) : ''
}
