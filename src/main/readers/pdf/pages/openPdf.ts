import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Message, message } from '../../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../../shared/outcome.ts'
import { proveComplete } from '../drawing/completeness.ts'
import { fontsOf } from '../drawing/fonts.ts'
import { matrixOf } from '../drawing/matrix.ts'
import { followOperators, type OperatorList } from '../drawing/operators.ts'
import { plainFont } from '../drawing/showText.ts'
import { limits } from '../limits.ts'
import type { TaggedDrawing, TaggedTable } from '../model.ts'
import { failIfIdle } from '../opening/failIfIdle.ts'
import { DiskResources, type Pdfjs, pdfjs, pdfParser, resources } from '../opening/pdfjs.ts'
import { newWay } from '../opening/port.ts'
import { tablesOf } from '../tagged/tree.ts'

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
function start(
  library: Pdfjs,
  worker: PDFWorker,
  bytes: Uint8Array,
  strict: boolean,
  password: string | null,
): PDFDocumentLoadingTask {
  return library.getDocument({
    ...resources,
    worker,
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
  const [library, parser] = await Promise.all([pdfjs(), pdfParser()])
  const way = newWay()
  parser.initializeFromPort(way.parser)
  const worker = library.PDFWorker.create({ port: way.caller, verbosity: 0 })
  const task = start(library, worker, bytes, strict, password)
  const close = async () => {
    await task.destroy()
    worker.destroy()
  }
  try {
    const document = await failIfIdle(task.promise)
    return success({
      pageCount: document.numPages,
      title: () => titleOf(document),
      drawing: number => drawingOf({ library, document, wholeLists: way.wholeLists }, number, strict),
      close,
    })
  } catch (error) {
    await close()
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

type Opened = { readonly library: Pdfjs; readonly document: PDFDocumentProxy; readonly wholeLists: () => number }

async function drawingOf(
  { library, document, wholeLists }: Opened,
  number: number,
  strict: boolean,
): Promise<TaggedDrawing> {
  const page = await document.getPage(number)
  try {
    const before = wholeLists()
    const list: OperatorList = await page.getOperatorList()
    if (strict) await proveComplete(library, page, list, wholeLists() > before)
    const fonts = await fontsOf(library, page, list)
    const viewport = page.getViewport({ scale: 1 })
    const drawing = followOperators(list, {
      number,
      width: viewport.width,
      height: viewport.height,
      viewport: matrixOf(viewport.transform) ?? [1, 0, 0, -1, 0, viewport.height],
      operators: library.OPS,
      font: name => fonts.get(name) ?? plainFont,
      isShown: await shownLayers({ library, document }, list),
    })
    return { ...drawing, tagged: () => tagsOf(page) }
  } finally {
    page.cleanup()
  }
}

/** Which layers are on when the document is opened; only asked for where a page has any. */
async function shownLayers(
  { library, document }: Pick<Opened, 'library' | 'document'>,
  { fnArray, argsArray }: OperatorList,
): Promise<(layer: unknown) => boolean> {
  const { beginMarkedContentProps } = library.OPS
  const has = fnArray.some((operator, at) => {
    const args = argsArray[at]
    return operator === beginMarkedContentProps && Array.isArray(args) && args[0] === 'OC'
  })
  if (!has) return () => true
  const config = await failIfIdle(document.getOptionalContentConfig())
  return layer => config.isVisible(layer)
}

/** A damaged structure tree costs the tags, which are only a second opinion. */
async function tagsOf(page: PDFPageProxy): Promise<readonly TaggedTable[]> {
  const { ref } = page
  if (!ref) return []
  try {
    return tablesOf(await failIfIdle(page.getStructTree()), `${ref.num}R${ref.gen === 0 ? '' : ref.gen}`)
  } catch {
    return []
  }
}
