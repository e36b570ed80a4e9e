import type { SourceDocument } from '../../../shared/data/document.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { declaredEncoding, decodeText, encodingOf } from '../common/encoding.ts'
import { attachmentName, bytesOf, leaves, type MimePart, readMimeParts, subject } from '../common/mime/parts.ts'
import type { HolderReader, OtherReaders, SourceReading } from '../common/reading.ts'

/** Web pages saved as one file (MHTML, RFC 2557; also under the name .doc) and mails (EML). */

/** A page with frames saves its text in further pages; more than these are none of a report's. */
const mostPages = 10
/** Below this much text the first page is taken for a holder of frames, and the others are read behind it. */
const holderLength = 200

const isPage = (part: MimePart) => /^(?:text\/html|application\/xhtml\+xml)$/.test(part.type.value)
const isPlain = (part: MimePart) => part.type.value === 'text/plain' || part.type.value === ''

/** The pages of a message, the one it begins with first (RFC 2387: the start parameter, else the first part). */
function pagesOf(root: MimePart): readonly MimePart[] {
  const pages = leaves(root).filter(part => isPage(part) && attachmentName(part) === null)
  const start = root.type.parameters.get('start')
  const first = pages.find(part => start !== undefined && part.headers.get('content-id')?.trim() === start.trim())
  return (first ? [first, ...pages.filter(part => part !== first)] : pages).slice(0, mostPages)
}

function readPart(text: string, part: MimePart, file: string, others: OtherReaders): Promise<SourceReading> {
  const bytes = bytesOf(text, part)
  // The header knows better than the page: programs that save pages re-encode them and leave the page's own declaration.
  const declared = encodingOf(part.type.parameters.get('charset') ?? '') ?? declaredEncoding(bytes)
  return others.page(decodeText(bytes, declared), file)
}

const lengthOf = (reading: SourceReading) =>
  (reading.document?.blocks ?? []).reduce(
    (sum, block) => sum + ('text' in block ? block.text.length : block.kind === 'grid' ? holderLength : 0),
    0,
  )

const isRead = (reading: SourceReading): reading is SourceReading & { document: SourceDocument } =>
  reading.document !== null

/** The pages in the frames of a holder as one document; the holder alone where none of them can be read. */
function joined(
  pages: readonly (SourceReading & { document: SourceDocument })[],
  holder: SourceReading,
): SourceReading {
  const [first] = pages
  if (!first) return holder
  const blocks = [...(holder.document?.blocks ?? []), ...pages.flatMap(page => page.document.blocks)]
  const title = holder.document?.title ?? first.document.title
  return { ...first, document: { ...first.document, title, blocks }, messages: pages.flatMap(page => page.messages) }
}

async function readBody(
  text: string,
  root: MimePart,
  file: string,
  others: OtherReaders,
): Promise<SourceReading | null> {
  const [first, ...further] = pagesOf(root)
  if (first) {
    const reading = await readPart(text, first, file, others)
    if (lengthOf(reading) >= holderLength || further.length === 0) return reading
    const inFrames = await Promise.all(further.map(part => readPart(text, part, file, others)))
    return joined(inFrames.filter(isRead), reading)
  }
  const plain = leaves(root).find(part => isPlain(part) && attachmentName(part) === null)
  if (!plain) return null
  const bytes = bytesOf(text, plain)
  const decoded = decodeText(bytes, encodingOf(plain.type.parameters.get('charset') ?? ''))
  return others.text(Buffer.from(decoded.text), file)
}

function remarks(root: MimePart, cut: boolean): Message[] {
  const names = leaves(root)
    .map(attachmentName)
    .filter(name => name !== null)
  const messages = cut ? [message('mail.cutShort')] : []
  if (names.length > 0) {
    const shown = names.slice(0, 5).map(name => name.slice(0, 60))
    messages.push(message('mail.attachments', { count: names.length, names: shown.join('、') }))
  }
  return messages
}

/** Reads the page, or the text, of a message. */
export const readMhtml: HolderReader = async (bytes, name, others) => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const { root, cut } = readMimeParts(text)
  const messages = remarks(root, cut)
  const reading = await readBody(text, root, name, others)
  if (!reading)
    return { format: 'mhtml', document: null, messages: [...messages, message('mail.noText', { file: name })] }
  const document = reading.document && {
    ...reading.document,
    format: 'mhtml' as const,
    title: reading.document.title ?? subject(root),
  }
  return { format: 'mhtml', document, messages: [...messages, ...reading.messages] }
}
