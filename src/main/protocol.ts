import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { Outcome } from '../shared/outcome.ts'

/** The one origin of the window. app:// instead of file://, so that a page can reach only what is served here. */
export const applicationOrigin = 'app://kaijuan'

export type ServedFolders = {
  /** Built window. */
  readonly renderer: string
  /** Root of pdfjs-dist: character maps, standard fonts and decoders are served from the package itself, not packed twice. */
  readonly pdfjs: string
  /** The kept original of a record. */
  readonly source: (id: string) => Promise<Outcome<{ readonly path: string }>>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** Folders of pdfjs-dist that pdf.js fetches from at run time. */
const pdfjsFolders = ['cmaps', 'standard_fonts', 'wasm', 'iccs']

const policy = [
  "default-src 'none'",
  // pdf.js decodes JPEG 2000, JBIG2 and colour profiles in WebAssembly.
  "script-src 'self' 'wasm-unsafe-eval'",
  // No style element is made at run time; what a script sets on an element is not asked about.
  "style-src 'self'",
  "img-src 'self' blob: data:",
  // pdf.js installs a page's embedded fonts from data.
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

async function file(folder: string, path: string): Promise<Response> {
  const full = normalize(join(folder, path))
  if (!full.startsWith(folder + sep)) return new Response(null, { status: 403 })
  const bytes = await readFile(full).catch(() => null)
  if (bytes === null) return new Response(null, { status: 404 })
  const type = types[extname(full)] ?? 'application/octet-stream'
  const headers = {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  }
  return new Response(new Uint8Array(bytes), { headers })
}

/** An original is always plain bytes: whatever it contains, the window can parse it but never run it. */
async function original(id: string, source: ServedFolders['source']): Promise<Response> {
  if (!/^[0-9a-f]{16}$/.test(id)) return new Response(null, { status: 400 })
  const found = await source(id)
  const bytes = found.ok ? await readFile(found.value.path).catch(() => null) : null
  if (bytes === null) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}

/** The path without percent signs; null where they stand for nothing. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** Answers every request of the window: its own files, pdf.js data, originals. Anything else does not exist. */
export function createResponder(folders: ServedFolders): (url: string) => Promise<Response> {
  return async url => {
    const { protocol, host, pathname } = new URL(url)
    if (`${protocol}//${host}` !== applicationOrigin) return new Response(null, { status: 403 })
    const path = decoded(pathname)
    if (path === null) return new Response(null, { status: 400 })
    const [, first, second = '', ...rest] = path.split('/')
    if (first === 'source' && rest.length === 0) return original(second, folders.source)
    if (first === 'pdfjs' && pdfjsFolders.includes(second)) {
      return file(join(folders.pdfjs, second), rest.join('/'))
    }
    return file(folders.renderer, path === '/' ? 'index.html' : path.slice(1))
  }
}
