import { basename } from 'node:path'
import type { SourceFormat } from '../../shared/data/document.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import type { Tracer } from '../../shared/trace/steps.ts'
import type { HolderReader, OtherReaders, ReadableFormat, SourceReading } from './common/reading.ts'
import { extensionOf, formatWords, isMisnamed } from './formats.ts'
import { sniff } from './sniff.ts'

/** The entrance of reading: tells the format by the bytes and hands them to its reader. Only the libraries needed are loaded. */

/** Asking for a module again takes as long as reading a small part of a document. */
const loaded = new Map<ReadableFormat, HolderReader>()

async function readerOf(format: ReadableFormat): Promise<HolderReader> {
  const before = loaded.get(format)
  if (before) return before
  const reader = await load(format)
  loaded.set(format, reader)
  return reader
}

async function load(format: ReadableFormat): Promise<HolderReader> {
  switch (format) {
    case 'docx':
      return (await import('./docx/index.ts')).readDocx
    case 'doc':
      return (await import('./doc/index.ts')).readDoc
    case 'pdf': {
      const { readPdf } = await import('./pdf/index.ts')
      return (bytes, name, _, trace) => readPdf(bytes, name, trace)
    }
    case 'html':
      return (await import('./html/index.ts')).readHtml
    case 'text':
      return (await import('./text/index.ts')).readText
    case 'rtf':
      return (await import('./rtf/index.ts')).readRtf
    case 'odt':
      return (await import('./odt/index.ts')).readOdt
    case 'mhtml':
      return (await import('./mhtml/index.ts')).readMhtml
    case 'wordxml':
      return (await import('./wordxml/index.ts')).readWordXml
  }
}

/** Word documents in Word documents are read no deeper than this; what holds none is read however deep it lies. */
const deepestNesting = 2

/** The other readers, for a document that lies in so many Word documents. */
function othersAt(depth: number, trace?: Tracer): OtherReaders {
  return {
    page: async (page, name) => (await import('./html/index.ts')).readPage(page, name),
    text: (bytes, name) => readAs('text', bytes, name, trace, depth),
    oneOf: async (formats, bytes, name) => {
      const { format } = await sniff(bytes, name)
      if (format === 'unknown' || !formats.has(format)) return null
      if (format === 'docx' && depth >= deepestNesting) return null
      return readAs(format, bytes, name, trace, depth + 1)
    },
    wordParts: async (parts, name) =>
      (await import('./docx/index.ts')).readWordParts(parts, name, [], othersAt(depth, trace)),
  }
}

/** Reads bytes as a format that they are known to be. */
export async function readAs(
  format: ReadableFormat,
  bytes: Uint8Array,
  name: string,
  trace?: Tracer,
  depth = 0,
): Promise<SourceReading> {
  const reader = await readerOf(format)
  return reader(bytes, name, othersAt(depth, trace), trace)
}

/** Reads one source. `name` is its file name, or a path that ends in it. `trace` hears why it was read so. */
export async function readSource(bytes: Uint8Array, name: string, trace?: Tracer): Promise<SourceReading> {
  const file = basename(name)
  const sniffed = await sniff(bytes, file)
  trace?.({
    kind: 'sniff',
    format: sniffed.format,
    sign: sniffed.format === 'unknown' ? 'unknown' : sniffed.sign,
    bytes: bytes.byteLength,
    head: Buffer.from(bytes.subarray(0, 16)).toString('hex'),
    misnamed: isMisnamed(file, sniffed.format),
  })
  if (sniffed.format === 'unknown') return { format: 'unknown', document: null, messages: [sniffed.problem] }
  const reading = await readAs(sniffed.format, bytes, file, trace)
  const misnamed = misnaming(file, sniffed.format)
  return misnamed ? { ...reading, messages: [misnamed, ...reading.messages] } : reading
}

function misnaming(file: string, format: SourceFormat): Message | null {
  if (!isMisnamed(file, format)) return null
  return message('read.otherFormat', { extension: extensionOf(file), ...formatWords(format) })
}
