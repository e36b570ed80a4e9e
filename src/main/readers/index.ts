import { basename } from 'node:path'
import type { SourceFormat } from '../../shared/data/document.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import type { Tracer } from '../../shared/trace/steps.ts'
import { extensionOf, formatWords, isMisnamed } from './formats.ts'
import type { Reader, SourceReading } from './reading.ts'
import { sniff } from './sniff.ts'

/** The entrance of reading: tells the format by the bytes and hands them to its reader. Only the libraries needed are loaded. */

type ReadableFormat = Exclude<SourceFormat, 'unknown'>

/** Asking for a module again takes as long as reading a small part of a document. */
const loaded = new Map<ReadableFormat, Reader>()

async function readerOf(format: ReadableFormat): Promise<Reader> {
  const before = loaded.get(format)
  if (before) return before
  const reader = await load(format)
  loaded.set(format, reader)
  return reader
}

async function load(format: ReadableFormat): Promise<Reader> {
  switch (format) {
    case 'docx':
      return (await import('./docx/index.ts')).readDocx
    case 'doc':
      return (await import('./doc/index.ts')).readDoc
    case 'pdf':
      return (await import('./pdf/index.ts')).readPdf
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
  const reader = await readerOf(sniffed.format)
  const reading = await reader(bytes, file, trace)
  const misnamed = misnaming(file, sniffed.format)
  return misnamed ? { ...reading, messages: [misnamed, ...reading.messages] } : reading
}

function misnaming(file: string, format: SourceFormat): Message | null {
  if (!isMisnamed(file, format)) return null
  return message('read.otherFormat', { file, extension: extensionOf(file), ...formatWords(format) })
}
