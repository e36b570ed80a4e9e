import { blockText } from '../../../shared/data/document.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { htmlContent } from '../html/content.ts'
import type { Reader, SourceReading } from '../reading.ts'
import { openPackage } from '../zip.ts'
import { fillChunks, type WithChunks } from './chunks.ts'
import { type Converted, convert } from './convert.ts'
import { mainPart, narrowParts, type Parts } from './parts.ts'
import { documentTitle } from './properties.ts'
import { type Repaired, repairPackage } from './repair/index.ts'
import { scanLimits, scanXml } from './scan.ts'

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

async function converted(parts: ReadonlyMap<string, string>, file: string): Promise<Converted | Message> {
  try {
    return await convert(parts)
  } catch (error) {
    // mammoth reports malformed XML and missing parts by throwing; with checked parts these are faults of the file.
    return message('office.damaged', { file }, null, error instanceof Error ? error.message : String(error))
  }
}

/** What was left out on purpose, for a person to know. */
function omissions({ insertions, deletions, hidden, broken }: Repaired): Message[] {
  const messages = broken.map(part => message('office.brokenPart', { part }))
  if (insertions + deletions > 0) messages.push(message('office.trackedChanges', { insertions, deletions }))
  if (hidden > 0) messages.push(message('office.hiddenText', { count: hidden }))
  return messages
}

/** What mammoth could not keep. */
function losses(converted: Converted, { blocks, unread }: WithChunks): Message[] {
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

/** Word documents embedded in embedded documents are read no deeper than this. */
const deepestNesting = 2

/** Reads the parts of a Word document, whatever container they came in. */
export async function readParts(
  packed: Parts,
  file: string,
  warnings: readonly Message[],
  nesting = 0,
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
  const { chunks } = repaired.value
  const filled = await fillChunks(content.value.blocks, chunks, parts, main, file, packageReader(nesting + 1))
  messages.push(...losses(result, filled), ...filled.messages)
  if (filled.blocks.length === 0) return failed(...messages, message('office.noText', { file }))
  return {
    format: 'docx',
    document: { format: 'docx', title: documentTitle(parts), blocks: filled.blocks, pages: [] },
    messages,
  }
}

function packageReader(nesting: number): Reader {
  return async (bytes, name) => {
    if (nesting > deepestNesting) return failed()
    const opened = await openPackage(bytes, name)
    if (!opened.ok) return failed(opened.problem)
    return readParts(opened.value.parts, name, opened.value.warnings, nesting)
  }
}

/** Reads a Word document (DOCX): checks the package, puts right what mammoth misreads, lets it turn that into markup and reads the markup. */
export const readDocx: Reader = packageReader(0)
