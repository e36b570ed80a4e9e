import { inflateSync } from 'node:zlib'
import type { ActiveContent } from '../../../shared/data/inspection.ts'

/** Looks for active content in PDF files. */

type Found = ActiveContent['found'][number]

/** What object streams may hold inflated, in one and in all. */
const mostInflated = 32 * 1024 * 1024
const mostInAll = 128 * 1024 * 1024

/** Names of ISO 32000-1 that do something: actions (12.6.4), embedded files (7.11.4), rich media. Plain links (/URI) are none. */
const names: Readonly<Record<string, Found['kind']>> = {
  ...{ JavaScript: 'script', JS: 'script', Launch: 'script', Rendition: 'script' },
  ...{ EmbeddedFile: 'embedded', EmbeddedFiles: 'embedded', RichMedia: 'embedded', Movie: 'embedded' },
  ...{ GoToR: 'external', GoToE: 'external', SubmitForm: 'external', ImportData: 'external' },
}

/** Names in PDF syntax. A character may be written as #xx (7.3.5), which is how a script hides. */
function namesIn(text: string): readonly Found[] {
  const found: Found[] = []
  for (const [, written = ''] of text.matchAll(/\/([A-Za-z#][A-Za-z0-9#]{1,40})(?![A-Za-z0-9#])/g)) {
    const name = written.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    const kind = Object.hasOwn(names, name) ? names[name] : undefined
    if (kind) found.push({ kind, where: `/${name}` })
  }
  return found
}

/** Where the data of a stream begins and ends, and the dictionary before it. */
function* streams(
  text: string,
): Generator<{ readonly dictionary: string; readonly from: number; readonly to: number }> {
  for (let at = text.indexOf('stream'); at >= 0; at = text.indexOf('stream', at + 6)) {
    if (text.startsWith('end', at - 3)) continue
    const from = at + 6 + (text.startsWith('\r\n', at + 6) ? 2 : 1)
    const to = text.indexOf('endstream', from)
    if (to < 0) return
    const opening = Math.max(text.lastIndexOf(' obj', at), at - 4_000, 0)
    yield { dictionary: text.slice(opening, at), from, to }
    at = to
  }
}

/**
 * PDF: names outside streams, and in object streams, where most dictionaries of newer files lie (7.5.7). Content streams hold no
 * actions and are passed over. In an encrypted file object streams cannot be opened: then the answer is partial.
 */
export function activeInPdf(given: Uint8Array): ActiveContent {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const text = bytes.toString('latin1')
  const found: Found[] = []
  let partial = /\/Encrypt\b/.test(text)
  let left = mostInAll
  let plainFrom = 0
  for (const { dictionary, from, to } of streams(text)) {
    found.push(...namesIn(text.slice(plainFrom, from)))
    plainFrom = to
    if (!/\/Type\s*\/ObjStm\b/.test(dictionary)) continue
    try {
      const inflated = /\/FlateDecode\b|\/Fl\b/.test(dictionary)
        ? inflateSync(bytes.subarray(from, to), {
            maxOutputLength: Math.max(1, Math.min(left, mostInflated)),
            finishFlush: 2,
          })
        : bytes.subarray(from, to)
      left -= inflated.length
      found.push(...namesIn(inflated.toString('latin1')))
    } catch {
      partial = true
    }
  }
  found.push(...namesIn(text.slice(plainFrom)))
  return { looked: ['script', 'embedded', 'external'], found, partial }
}
