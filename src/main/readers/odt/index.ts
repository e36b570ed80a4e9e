import { type Message, message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import { decodeText } from '../common/encoding.ts'
import type { Reader, SourceReading } from '../common/reading.ts'
import { settleDoubts } from '../common/sight.ts'
import { parseXml, xmlLimits } from '../common/xml/parse.ts'
import { child, type XmlElement } from '../common/xml/tree.ts'
import { openPackage } from '../common/zip.ts'
import { OdtBlocks, odtLimits, plainText, TooManyCells, trackedChanges } from './blocks.ts'
import { odtTitle, readOdtStyles } from './styles.ts'

/** The reader of OpenDocument texts. */

function failed(...messages: readonly Message[]): SourceReading {
  return { format: 'odt', document: null, messages }
}

function parsed(text: string, part: string, file: string): Outcome<XmlElement> {
  const result = parseXml(text)
  if (result.ok) return success(result.root)
  switch (result.why) {
    case 'doctype':
      return failure(message('office.unsafeParts', { file, part }, null, result.detail))
    case 'tooLarge':
      return failure(message('office.tooLarge', { file, part, ...xmlLimits }, null, result.detail))
    case 'malformed':
      return failure(message('office.damaged', { file }, null, result.detail))
  }
}

type Roots = { readonly roots: readonly XmlElement[]; readonly warnings: readonly Message[] }

/** The parts of a package, the content first; or the one root of a flat document (.fodt). */
async function rootsOf(bytes: Uint8Array, file: string): Promise<Outcome<Roots>> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    const flat = parsed(decodeText(bytes).text, 'office:document', file)
    return flat.ok ? success({ roots: [flat.value], warnings: [] }) : flat
  }
  const opened = await openPackage(bytes, file)
  if (!opened.ok) return opened
  const { parts, warnings } = opened.value
  // A package with a password keeps its manifest readable and says there how each part is encrypted (ODF 1.3 part 2, 3.4.2).
  const manifest = parts.get('META-INF/manifest.xml')
  if (manifest && /encryption-data\b/.test(new TextDecoder().decode(manifest.subarray(0, 262_144)))) {
    return failure(message('office.encrypted', { file }))
  }
  const roots: XmlElement[] = []
  for (const name of ['content.xml', 'styles.xml', 'meta.xml']) {
    const part = parts.get(name)
    const root = part
      ? parsed(new TextDecoder().decode(part), name, file)
      : failure(message('office.damaged', { file }))
    if (root.ok) roots.push(root.value)
    else if (name === 'content.xml') return root
  }
  return success({ roots, warnings })
}

/** Reads an OpenDocument text (ODT, or its flat form). */
export const readOdt: Reader = async (bytes, name) => {
  const opened = await rootsOf(bytes, name)
  if (!opened.ok) return failed(opened.problem)
  const { roots, warnings } = opened.value
  const body = child(child(roots[0], 'office:body'), 'office:text')
  if (!body) return failed(...warnings, message('office.damaged', { file: name }, null, 'no office:text'))
  const builder = new OdtBlocks(readOdtStyles(roots))
  const { insertions, deletions } = trackedChanges(body)
  const messages = [...warnings]
  if (insertions + deletions > 0) messages.push(message('office.trackedChanges', { insertions, deletions }))
  try {
    const read = builder.read(body)
    const blocks = builder.doubts > 0 ? settleDoubts(read) : read
    if (builder.hidden > 0) messages.push(message('office.hiddenText', { count: builder.hidden }))
    if (builder.unseen > 0) messages.push(message('office.unseenText', { count: builder.unseen }))
    if (blocks.length === 0) return failed(...messages, message('office.noText', { file: name }))
    const title = plainText(odtTitle(roots))
    return {
      format: 'odt',
      document: { format: 'odt', title: title === '' ? null : title, blocks, pages: [] },
      messages,
    }
  } catch (error) {
    if (!(error instanceof TooManyCells)) throw error
    const { cells } = odtLimits
    return failed(...messages, message('office.tooManyCells', { file: name, count: cells + 1, limit: cells }))
  }
}
