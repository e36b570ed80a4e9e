import { type CodeNaming, message } from '../../../shared/messages/index.ts'
import type { Reader, SourceReading } from '../common/reading.ts'
import { type OpenedWord, readBody, readSalvaged } from './body.ts'
import { type Container, openContainer, type Stream } from './container/container.ts'
import { type Fib, pairs, readFib } from './header/fib.ts'
import { characterRuns } from './header/propertyPages.ts'
import { decodeOld } from './text/charsets.ts'
import { decodeUnicode, readPieces } from './text/pieces.ts'
import { salvage } from './text/salvage.ts'

/** Reads a binary Word document: Word 6 to 2003, and what WPS and LibreOffice save as .doc. */
export const readDoc: Reader = async (bytes, name) => {
  const container = openContainer(bytes)
  const main = typeof container === 'string' ? null : container.stream('WordDocument')
  const opened = openDocument(container, main)
  if (typeof opened !== 'string') return readBody(opened)
  const found = opened === 'doc.encrypted' ? null : ((main && salvage(main.bytes)) ?? salvage(bytes))
  return found ? readSalvaged(found) : failed(opened, { file: name })
}

/** The document in a sound container, or why there is none. */
function openDocument(container: Container | 'none' | 'cut', main: Stream | null): OpenedWord | CodeNaming<'file'> {
  if (container === 'none') return 'doc.notWord'
  if (container === 'cut') return 'doc.truncated'
  const fib = main && readFib(main.bytes)
  if (!main || !fib) return container.truncated || (main && isCut(main)) ? 'doc.truncated' : 'doc.notWord'
  if (fib.encrypted) return 'doc.encrypted'
  const table = tableOf(container, fib, main)
  const opened = table && open(container, fib, main, table)
  if (opened) return opened
  const cut = container.truncated || isCut(main) || (table !== null && isCut(table))
  return cut ? 'doc.truncated' : 'doc.damaged'
}

/** The stream beside the text; in Word 6 and 95 it is the same one. */
function tableOf(container: Container, fib: Fib, main: Stream): Stream | null {
  return fib.tableStream === 'WordDocument' ? main : container.stream(fib.tableStream)
}

function open(container: Container, fib: Fib, main: Stream, { bytes: table }: Stream): OpenedWord | null {
  const document = main.bytes
  const characters = characterRuns(
    document,
    { table, place: fib.place(pairs.characterPages), inRow: fib.pagesInRow.characters },
    fib.dialect,
  )
  const decode =
    fib.dialect === 'word97' ? decodeUnicode(document) : decodeOld(fib, document, characters, fib.place(pairs.fonts))
  const text = readPieces(fib, document, table, fib.place(pairs.pieceTable), decode)
  return text && text.text !== '' ? { container, fib, document, table, text, characters } : null
}

function isCut(stream: Stream): boolean {
  return stream.bytes.length < stream.size
}

function failed(code: CodeNaming<'file'>, params: { readonly file: string }): SourceReading {
  return { format: 'doc', document: null, messages: [message(code, params)] }
}
