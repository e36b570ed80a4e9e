import { blockText } from '../../../shared/data/document.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { htmlContent } from '../common/html/content.ts'
import type { HolderReader, OtherReaders, SourceReading } from '../common/reading.ts'
import { settleDoubts } from '../common/sight.ts'
import { openPackage } from '../common/zip.ts'
import { type ConvertedMarkup, convert } from './convert.ts'
import { fillEmbedded, type WithChunks } from './embeddedDocuments.ts'
import { mainPart, narrowParts, type Parts } from './parts.ts'
import { documentTitle } from './properties.ts'
import { type Repaired, repairPackage } from './repair/index.ts'
import { scanLimits, scanXml } from './scan.ts'

/** The reader of Word documents (DOCX), whose parts may have come in another container. */

function failed(...messages: readonly Message[]): SourceReading {
  return { format: 'docx', document: null, messages }
}

/** What forbids parsing the parts, or null. */
function objection(parts: Parts, file: string): Message | null {
  let cells = 0
  for (const [part, bytes] of parts) {
    if (!/\.(?:xml|rels)$/i.test(part)) continue
    const scan = scanXml(bytes)
    if (scan.doctype) return message('office.unsafeParts', { file, part })
    if (scan.depth > scanLimits.depth || scan.elements > scanLimits.elements) {
      return message('office.tooLarge', { file, part, elements: scanLimits.elements, depth: scanLimits.depth })
    }
    cells += scan.cells
    if (cells > scanLimits.cells) return message('office.tooManyCells', { file, count: cells, limit: scanLimits.cells })
  }
  return null
}

async function converted(parts: ReadonlyMap<string, string>, file: string): Promise<ConvertedMarkup | Message> {
  try {
    return await convert(parts)
  } catch (error) {
    // mammoth reports malformed XML and missing parts by throwing; with checked parts these are faults of the file.
    return message('office.damaged', { file }, null, error instanceof Error ? error.message : String(error))
  }
}

/** What was left out on purpose, for a person to know. */
function omissions({ insertions, deletions, hidden, unseen, broken }: Repaired): Message[] {
  const messages = broken.map(part => message('office.brokenPart', { part }))
  if (insertions + deletions > 0) messages.push(message('office.trackedChanges', { insertions, deletions }))
  if (hidden > 0) messages.push(message('office.hiddenText', { count: hidden }))
  if (unseen > 0) messages.push(message('office.unseenText', { count: unseen }))
  return messages
}

/** What mammoth could not keep. */
function losses(converted: ConvertedMarkup, { blocks, unread }: WithChunks): Message[] {
  const { missingPictures, irregularTables, skipped } = converted
  const messages: Message[] = []
  const lost = blocks.reduce((sum, block) => sum + blockText(block).split('\ufffd').length - 1, 0)
  if (lost > 0) messages.push(message('office.lostCharacters', { count: lost }))
  if (missingPictures > 0) messages.push(message('office.missingPictures', { count: missingPictures }))
  if (irregularTables > 0) messages.push(message('office.irregularTables', { count: irregularTables }))
  const elements = [...skipped.slice(0, 5), ...(unread > 0 ? ['w:altChunk'] : [])]
  if (elements.length > 0) messages.push(message('office.skippedElements', { elements: elements.join(' ') }))
  return messages
}

/** Reads the parts of a Word document, whatever container they came in. */
export async function readWordParts(
  packed: Parts,
  file: string,
  warnings: readonly Message[],
  others: OtherReaders,
): Promise<SourceReading> {
  const parts = narrowParts(packed)
  const problem = objection(parts, file)
  if (problem) return failed(...warnings, problem)
  const main = mainPart(parts)
  const repaired = main === null ? { ok: false as const, detail: 'no main part' } : repairPackage(parts, main)
  if (main === null || !repaired.ok) {
    return failed(...warnings, message('office.damaged', { file }, null, repaired.ok ? undefined : repaired.detail))
  }
  const result = await converted(repaired.value.parts, file)
  if ('code' in result) return failed(...warnings, result)
  const messages = [...warnings, ...omissions(repaired.value)]
  const content = htmlContent(result.html, file, 'keep')
  if (!content.ok) return failed(...messages, content.problem)
  const { embedded, doubts } = repaired.value
  const read = doubts > 0 ? settleDoubts(content.value.blocks) : content.value.blocks
  const filled = await fillEmbedded(read, embedded, parts, main, file, others)
  messages.push(...losses(result, filled), ...filled.messages)
  if (filled.blocks.length === 0) return failed(...messages, message('office.noText', { file }))
  return {
    format: 'docx',
    document: { format: 'docx', title: documentTitle(parts), blocks: filled.blocks, pages: [] },
    messages,
  }
}

/** Reads a Word document (DOCX): checks the package, puts right what mammoth misreads, lets it turn that into markup and reads the markup. */
export const readDocx: HolderReader = async (bytes, name, others) => {
  const opened = await openPackage(bytes, name)
  if (!opened.ok) return failed(opened.problem)
  return readWordParts(opened.value.parts, name, opened.value.warnings, others)
}
