import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Message, message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import type { TaggedDrawing } from './drawing.ts'
import { fontsOf } from './fonts.ts'
import { limits } from './limits.ts'
import { matrixOf } from './matrix.ts'
import { followOperators, type OperatorList } from './operators.ts'
import { DiskResources, type Pdfjs, pdfjs, resources } from './pdfjs.ts'
import { settled } from './settled.ts'
import { plainFont } from './show.ts'
import { type TaggedTable, tablesOf } from './tagged/tree.ts'

/** An opened PDF. `close` must be called, whatever happens. */
export type OpenPdf = {
  readonly pageCount: number
  readonly title: () => Promise<string | null>
  /** Throws where the page is damaged; opened strictly, wherever anything of it could be missing. */
  readonly drawing: (number: number) => Promise<TaggedDrawing>
  readonly close: () => Promise<void>
}

function detailOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

/** pdf.js 6 has no path to eval any more; everything else that reaches out of the parser is off. */
function start(library: Pdfjs, bytes: Uint8Array, strict: boolean, password: string | null): PDFDocumentLoadingTask {
  return library.getDocument({
    ...resources,
    // pdf.js takes the buffer over and detaches it: the caller keeps its own.
    data: new Uint8Array(bytes),
    ...(password === null ? {} : { password }),
    cMapPacked: true,
    BinaryDataFactory: DiskResources,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: strict,
    maxImageSize: limits.imagePixels,
    verbosity: 0,
  })
}

function problemOf(error: unknown, name: string, given: boolean): Message {
  const locked = error instanceof Error && error.name === 'PasswordException'
  const code = locked ? (given ? 'pdf.wrongPassword' : 'pdf.encrypted') : 'pdf.damaged'
  return message(code, { file: name }, null, detailOf(error))
}

/**
 * Opens a PDF. `strict` makes a page with any damage throw; otherwise it gives what could be read of it. A password that only
 * forbids changes or printing need not be known.
 */
export async function openPdf(
  bytes: Uint8Array,
  name: string,
  strict: boolean,
  password: string | null = null,
): Promise<Outcome<OpenPdf>> {
  const library = await pdfjs()
  const task = start(library, bytes, strict, password)
  try {
    const document = await settled(task.promise)
    return success({
      pageCount: document.numPages,
      title: () => titleOf(document),
      drawing: number => drawingOf(library, document, number, strict),
      close: () => task.destroy(),
    })
  } catch (error) {
    await task.destroy()
    return failure(problemOf(error, name, password !== null))
  }
}

async function titleOf(document: PDFDocumentProxy): Promise<string | null> {
  try {
    const { info, metadata } = await document.getMetadata()
    const given: unknown = 'Title' in info ? info.Title : metadata?.get('dc:title')
    const title = typeof given === 'string' ? given.replace(/\s+/g, ' ').trim() : ''
    return title === '' ? null : title
  } catch {
    // A damaged information dictionary costs the title, which is only a hint.
    return null
  }
}

async function drawingOf(
  library: Pdfjs,
  document: PDFDocumentProxy,
  number: number,
  strict: boolean,
): Promise<TaggedDrawing> {
  const page = await document.getPage(number)
  try {
    const list: OperatorList = await page.getOperatorList()
    const fonts = await fontsOf(library, page, list)
    const viewport = page.getViewport({ scale: 1 })
    const drawing = followOperators(list, {
      number,
      width: viewport.width,
      height: viewport.height,
      viewport: matrixOf(viewport.transform) ?? [1, 0, 0, -1, 0, viewport.height],
      operators: library.OPS,
      font: name => fonts.get(name) ?? plainFont,
    })
    if (strict) await proveWhole(library, page, list)
    return { ...drawing, tagged: () => tagsOf(page) }
  } finally {
    page.cleanup()
  }
}

/** A damaged structure tree costs the tags, which are only a second opinion. */
async function tagsOf(page: PDFPageProxy): Promise<readonly TaggedTable[]> {
  const { ref } = page
  if (!ref) return []
  try {
    return tablesOf(await settled(page.getStructTree()), `${ref.num}R${ref.gen === 0 ? '' : ref.gen}`)
  } catch {
    return []
  }
}

/**
 * pdf.js 6 gives a shortened operator list, and no error, when a page fails halfway (`_pumpOperatorList` settles the promise
 * before it rejects it). So a list is only believed when its saves and restores balance, as pdf.js makes them do at the end of
 * every page, and when the text extraction, which does fail aloud, finds no more characters than were shown.
 */
async function proveWhole(library: Pdfjs, page: PDFPageProxy, list: OperatorList): Promise<void> {
  const { items } = await page.getTextContent({ disableNormalization: true })
  const expected = items.reduce((sum, item) => sum + ('str' in item ? inkLength(item.str) : 0), 0)
  const { save, restore, showText } = library.OPS
  let depth = 0
  let shown = 0
  list.fnArray.forEach((operator, index) => {
    if (operator === save) depth += 1
    else if (operator === restore) depth -= 1
    else if (operator === showText) shown += shownLength(list.argsArray[index])
  })
  if (depth !== 0 || shown < expected)
    throw new Error(`page cut short: ${shown} of ${expected} characters, depth ${depth}`)
}

function inkLength(text: string): number {
  return text.replace(/\s/g, '').length
}

function shownLength(args: unknown): number {
  const pieces: unknown = Array.isArray(args) ? args[0] : null
  let length = 0
  for (const piece of Array.isArray(pieces) ? pieces : []) {
    if (typeof piece === 'object' && piece !== null && 'unicode' in piece && typeof piece.unicode === 'string')
      length += inkLength(piece.unicode)
  }
  return length
}
