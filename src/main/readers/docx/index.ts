import { type Message, message } from '../../../shared/messages/index.ts'
import { htmlContent } from '../html/content.ts'
import type { Reader, SourceReading } from '../reading.ts'
import { type OfficePackage, openPackage } from '../zip.ts'
import { type Converted, convert, isMainPart } from './convert.ts'
import { documentTitle } from './properties.ts'
import { scanLimits, scanXml } from './scan.ts'

function failed(...messages: readonly Message[]): SourceReading {
  return { format: 'docx', document: null, messages }
}

/** What forbids handing the parts to mammoth (error), or what a person must know of them (warnings). */
function inspect(parts: ReadonlyMap<string, Uint8Array>, file: string): Message[] {
  let [cells, insertions, deletions] = [0, 0, 0]
  for (const [part, bytes] of parts) {
    const scan = scanXml(bytes)
    if (scan.doctype) return [message('office.unsafeParts', { file, part })]
    if (scan.depth > scanLimits.depth || scan.elements > scanLimits.elements) {
      return [message('office.tooLarge', { file, part, elements: scanLimits.elements, depth: scanLimits.depth })]
    }
    cells += scan.cells
    if (cells > scanLimits.cells)
      return [message('office.tooManyCells', { file, count: cells, limit: scanLimits.cells })]
    if (!isMainPart(part)) continue
    insertions += scan.insertions
    deletions += scan.deletions
  }
  return insertions + deletions > 0 ? [message('office.trackedChanges', { file, insertions, deletions })] : []
}

async function converted(office: OfficePackage, file: string): Promise<Converted | Message> {
  try {
    return await convert(office.parts)
  } catch (error) {
    // mammoth reports malformed XML and missing parts by throwing; with checked parts these are faults of the file.
    return message('office.damaged', { file }, null, error instanceof Error ? error.message : String(error))
  }
}

/** What mammoth could not keep. */
function losses(result: Converted, file: string): Message[] {
  const { missingPictures, irregularTables, skipped } = result
  const messages: Message[] = []
  if (missingPictures > 0) messages.push(message('office.missingPictures', { file, count: missingPictures }))
  if (irregularTables > 0) messages.push(message('office.irregularTables', { file, count: irregularTables }))
  if (skipped.length > 0)
    messages.push(message('office.skippedElements', { file, elements: skipped.slice(0, 5).join(' ') }))
  return messages
}

/** Reads a Word document (DOCX): checks the package, lets mammoth turn it into markup and reads that. */
export const readDocx: Reader = async (bytes, name) => {
  const opened = await openPackage(bytes, name)
  if (!opened.ok) return failed(opened.problem)
  const office = opened.value
  const messages = [...office.warnings, ...inspect(office.parts, name)]
  if (messages.some(item => item.severity === 'error')) return failed(...messages)
  const result = await converted(office, name)
  if ('code' in result) return failed(...messages, result)
  messages.push(...losses(result, name))
  const content = htmlContent(result.html, name, 'keep')
  if (!content.ok) return failed(...messages, content.problem)
  const { blocks } = content.value
  if (blocks.length === 0) return failed(...messages, message('office.noText', { file: name }))
  return {
    format: 'docx',
    document: { format: 'docx', title: documentTitle(office.parts), blocks, pages: [] },
    messages,
  }
}
