import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Loads pdf.js so that it reads from disk only, draws nothing and reaches no network. */

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

// Not named `require`: the bundler declares that name itself in every chunk.
const locate = createRequire(import.meta.url)
const home = dirname(locate.resolve('pdfjs-dist/package.json'))

/** The folders of pdf.js that are read at run time. They go into the packed application. */
export const resources = {
  cMapUrl: `${join(home, 'cmaps')}/`,
  standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
  wasmUrl: `${join(home, 'wasm')}/`,
} as const

type ResourceKind = keyof typeof resources

/**
 * Hands pdf.js its character maps, substitute fonts and decoders from disk. pdf.js would choose by guessing its host; this
 * one is the same everywhere, and there is no path from it to a network.
 */
export class DiskResources {
  async fetch(request: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const { kind, filename } = request
    if (!(kind in resources) || !/^[\w.-]+$/.test(filename)) throw new Error(`no such resource: ${kind} ${filename}`)
    return new Uint8Array(await readFile(resources[kind as ResourceKind] + filename))
  }
}

/**
 * pdf.js looks for canvas classes when it loads and complains where there are none. Reading draws nothing: empty stand-ins
 * are enough, and @napi-rs/canvas need neither be packed nor loaded.
 */
function standInForCanvas(): void {
  const names = ['DOMMatrix', 'Path2D', 'ImageData'] as const
  for (const name of names) {
    if (name in globalThis) continue
    Object.defineProperty(globalThis, name, { value: class {}, configurable: true, writable: true })
  }
}

/** The one line pdf.js prints before its verbosity can be set: that the optional canvas package is absent. */
const canvasComplaint = /^Warning: Cannot (load "@napi-rs\/canvas"|polyfill|access the `require`)/

/**
 * Without node:module pdf.js cannot load @napi-rs/canvas, which npm installs with it: 25 MB of native code that nothing here uses and
 * that hostile files must not come near. Returns what gives the module back.
 */
function withholdCanvas(): () => void {
  const given = process.getBuiltinModule
  Object.assign(process, {
    getBuiltinModule: (name: string) => (name === 'module' ? undefined : given.call(process, name)),
  })
  return () => Object.assign(process, { getBuiltinModule: given })
}

/**
 * On damaged files pdf.js lets go of promises that then fail; whatever the reader needs it awaits itself. Such an orphan must not
 * end the thread with all that was read. One of anybody else is a bug and does, as without a listener.
 */
function forgiveOrphans(): void {
  process.on('unhandledRejection', reason => {
    if (!(reason instanceof Error && reason.stack?.includes('pdf.worker'))) throw reason
  })
}

/** The half of pdf.js that parses; it answers at the end of a way that it is given (see port.ts). */
type PdfParser = { readonly initializeFromPort: (port: object) => void }
type Halves = { readonly library: Pdfjs; readonly parser: PdfParser }

async function loadQuietly(): Promise<Halves> {
  standInForCanvas()
  forgiveOrphans()
  const giveBack = withholdCanvas()
  const warn = console.warn
  console.warn = (...words: unknown[]) => {
    if (!canvasComplaint.test(String(words[0]))) warn(...words)
  }
  try {
    // The parser runs in this thread ("fake worker"): readers already run in a worker of ours. Loaded first, it is not searched for.
    const worker: { readonly WorkerMessageHandler: PdfParser } = await import(
      pathToFileURL(join(home, 'legacy/build/pdf.worker.mjs')).href
    )
    Object.assign(globalThis, { pdfjsWorker: worker })
    return { library: await import('pdfjs-dist/legacy/build/pdf.mjs'), parser: worker.WorkerMessageHandler }
  } finally {
    console.warn = warn
    giveBack()
  }
}

let loading: Promise<Halves> | undefined

const halves = (): Promise<Halves> => {
  loading ??= loadQuietly()
  return loading
}

/** pdf.js, loaded at first use: it takes 0.1 s that other formats need not pay. */
export async function pdfjs(): Promise<Pdfjs> {
  return (await halves()).library
}

/** The half of it that parses. */
export async function pdfParser(): Promise<PdfParser> {
  return (await halves()).parser
}
