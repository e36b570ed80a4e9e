import type { SourceFormat } from '../../shared/data/document.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import type { SniffSign } from '../../shared/trace/steps.ts'
import { decodeText } from './common/encoding.ts'
import { zipNames } from './common/zip.ts'
import { looksLikeHtml, looksLikeMail, xmlKind } from './sniffMarkup.ts'

/** Tells a format by its bytes. Names lie: web pages saved as .doc and packages without their ending are everyday. */
export type Sniffed =
  | { readonly format: Exclude<SourceFormat, 'unknown'>; readonly sign: SniffSign }
  | { readonly format: 'unknown'; readonly problem: Message }

const headSize = 65_536

/** File signatures of what is not read, with the words a message uses for them. */
const signatures: readonly {
  readonly magic: string
  readonly at: number
  readonly code: 'read.picture' | 'read.packed' | 'read.notYet'
  readonly words: readonly [string, string]
}[] = [
  { magic: '\x89PNG\r\n\x1a\n', at: 0, code: 'read.picture', words: ['PNG', 'PNG'] },
  { magic: '\xff\xd8\xff', at: 0, code: 'read.picture', words: ['JPEG', 'JPEG'] },
  { magic: 'GIF8', at: 0, code: 'read.picture', words: ['GIF', 'GIF'] },
  { magic: 'II*\0', at: 0, code: 'read.picture', words: ['TIFF', 'TIFF'] },
  { magic: 'MM\0*', at: 0, code: 'read.picture', words: ['TIFF', 'TIFF'] },
  { magic: 'WEBP', at: 8, code: 'read.picture', words: ['WebP', 'WebP'] },
  { magic: 'ftyphe', at: 4, code: 'read.picture', words: ['HEIC', 'HEIC'] },
  { magic: 'Rar!\x1a\x07', at: 0, code: 'read.packed', words: ['RAR', 'RAR'] },
  { magic: "7z\xbc\xaf'\x1c", at: 0, code: 'read.packed', words: ['7z', '7z'] },
  { magic: '\xdb\xa5', at: 0, code: 'read.notYet', words: ['Word 2.0', 'Word 2.0'] },
  { magic: '\x1f\x8b\x08', at: 0, code: 'read.packed', words: ['GZIP', 'GZIP'] },
]

function unknown(problem: Message): Sniffed {
  return { format: 'unknown', problem }
}

/** Decides what the bytes are, or why they cannot be read. `file` is used in messages only. */
export async function sniff(bytes: Uint8Array, file: string): Promise<Sniffed> {
  if (bytes.length === 0) return unknown(message('read.empty', { file }))
  if (buffer(bytes).toString('latin1', 0, 8) === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return sniffCompound(bytes, file)
  const head = buffer(bytes).toString('latin1', 0, headSize)
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return sniffZip(bytes, head, file)
  // Some programs put a byte order mark or blank lines before it.
  if (/^(?:\xef\xbb\xbf)?\s{0,100}\{\\rtf/.test(head)) return { format: 'rtf', sign: 'rtfHead' }
  for (const { magic, at, code, words } of signatures) {
    if (!head.startsWith(magic, at)) continue
    return unknown(message(code, { file, format: words[0], formatEnglish: words[1] }))
  }
  // A bitmap's two letters alone could begin a text; its header repeats the file size at offset 2 and zeros at 6.
  if (head.startsWith('BM') && head.startsWith('\0\0\0\0', 6)) {
    return unknown(message('read.picture', { file, format: 'BMP', formatEnglish: 'BMP' }))
  }
  // Readers accept a PDF whose header is not at the very start (ISO 32000-1, annex H.3, note 13).
  if (/%PDF-\d/.test(head.slice(0, 1_024))) return { format: 'pdf', sign: 'pdfHead' }
  return sniffText(bytes, head, file)
}

async function sniffZip(bytes: Uint8Array, head: string, file: string): Promise<Sniffed> {
  const notWord = (format: string, formatEnglish: string) =>
    unknown(message('office.notWord', { file, format, formatEnglish }))
  const names = await zipNames(bytes)
  // Cut short or damaged: the local headers still tell what it was, and the reader says what is wrong with it.
  if (names === null)
    return buffer(bytes).includes('word/', 0, 'latin1')
      ? { format: 'docx', sign: 'zipCut' }
      : notWord('损坏的压缩包', 'a damaged zip archive')
  const has = (name: string) => names.some(item => item.toLowerCase() === name)
  if (names.some(name => /^word\/document\d*\.xml$/i.test(name))) return { format: 'docx', sign: 'zipWordPart' }
  if (has('ofd.xml')) return unknown(message('read.notYet', { file, format: 'OFD', formatEnglish: 'OFD' }))
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return { format: 'odt', sign: 'zipOdtType' }
  // The type need not come first where another program packed the file anew; a spreadsheet has the same parts, and the reader says so.
  if (has('content.xml') && has('meta-inf/manifest.xml')) return { format: 'odt', sign: 'zipOdtParts' }
  if (has('xl/workbook.xml')) return notWord(' Excel 工作簿', 'an Excel workbook')
  if (has('ppt/presentation.xml')) return notWord(' PowerPoint 演示文稿', 'a PowerPoint presentation')
  if (has('meta-inf/container.xml')) return notWord(' EPUB 电子书', 'an EPUB book')
  // An office package of neither of those kinds: the main part of a Word document may have any name.
  if (has('[content_types].xml') && has('_rels/.rels')) return { format: 'docx', sign: 'zipPackage' }
  return notWord('压缩包（ZIP）', 'a zip archive')
}

const buffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Directory entries of a compound file are 128 bytes long and begin with the UTF-16 name ([MS-CFB] 2.6.1). */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const all = buffer(bytes)
  const wanted = Buffer.from(`${name}\0`, 'utf16le')
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 2)) if (at % 128 === 0) return true
  return false
}

function sniffCompound(bytes: Uint8Array, file: string): Sniffed {
  // A DOCX with a password is a compound file around the encrypted package ([MS-OFFCRYPTO] 2.3.4).
  // Names are compared without regard to case, and some programs write capitals.
  if (['EncryptedPackage', 'ENCRYPTEDPACKAGE'].some(name => hasStream(bytes, name)))
    return unknown(message('office.encrypted', { file }))
  if (hasStream(bytes, 'WordDocument')) return { format: 'doc', sign: 'compoundWord' }
  const notWord = (format: string, formatEnglish: string) =>
    unknown(message('office.notWord', { file, format, formatEnglish }))
  if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return notWord(' Excel 工作簿', 'an Excel workbook')
  if (hasStream(bytes, 'PowerPoint Document')) return notWord(' PowerPoint 演示文稿', 'a PowerPoint presentation')
  // .wps is the ending of WPS Office, whose files are Word's, and of Microsoft Works, whose are not: streams of Works 6 to 9, 3 and 4.
  if (hasStream(bytes, 'CONTENTS') || hasStream(bytes, 'MatOST')) {
    return unknown(message('read.notYet', { file, format: '微软 Works 文字处理', formatEnglish: 'Microsoft Works' }))
  }
  // Cut short, the directory may be gone; the .doc reader says so.
  return { format: 'doc', sign: 'compoundAlone' }
}

/** Bytes no text has, per thousand: control characters other than white space, form feed, escape and the old end mark. */
function controlsPerThousand(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const controls = text.match(/[\x00-\x08\x0b\x0e-\x19\x1c-\x1f\x7f]/g)
  return text.length === 0 ? 0 : ((controls?.length ?? 0) * 1_000) / text.length
}

function sniffText(bytes: Uint8Array, head: string, file: string): Sniffed {
  const decoded = decodeText(wholeCharacters(bytes))
  // A page says in ASCII what it is; where the sample is UTF-16 only the decoded text does.
  const opening = decoded.encoding.startsWith('utf-16') ? decoded.text : head
  if (looksLikeMail(opening)) return { format: 'mhtml', sign: 'mailHead' }
  const xml = xmlKind(opening)
  if (xml === 'uof') return unknown(message('read.notYet', { file, format: '标文通 UOF', formatEnglish: 'UOF' }))
  if (xml !== null) return { format: xml, sign: 'xmlRoot' }
  const lost = decoded.text.split('\ufffd').length - 1
  if (controlsPerThousand(decoded.text) > 2 || lost * 20 > decoded.text.length) {
    return unknown(message('read.unknownFormat', { file }))
  }
  return looksLikeHtml(opening) ? { format: 'html', sign: 'htmlMarkup' } : { format: 'text', sign: 'plainText' }
}

/** The head of the bytes, cut after a line break where there is one, so that no character is cut in two. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= headSize) return bytes
  const feed = bytes.lastIndexOf(0x0a, headSize - 1)
  // After a UTF-16LE line feed comes its zero byte.
  const end = feed < headSize / 2 ? headSize : feed + (bytes[feed + 1] === 0 ? 2 : 1)
  return bytes.subarray(0, end)
}
