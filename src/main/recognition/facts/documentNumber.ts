import type { SourceDocument } from '../../../shared/data/document.ts'
import { textLines } from '../text/lines.ts'
import { dateShape, withDigits } from '../text/writtenDates.ts'
import { fieldsOf } from './fields.ts'
import type { FoundFact } from './foundFact.ts'

/** Finds the document's number (发文字号). */

const open = '〔\\[(（【<［﹝'
const close = '〕\\])）】>］﹞'
const number = `[\\p{Script=Han}A-Za-z]{1,14}[${open}](?:19|20)\\d{2}年?[${close}]第?\\d{1,5}号`
/** Alone on its line, in brackets, or with the date behind it. */
const alone = new RegExp(`^[(（]?(${number})[)）]?(?:${dateShape})?$`, 'u')
const first = new RegExp(`^${number}`, 'u')
const any = new RegExp(number, 'u')
/** Written without a colon the label runs into the number. */
const label = /^(?:文号|发文字号|文件编号|发文号|文件号|文书号|文件字号)/
/** Above the first section; where there is none, in the first lines. */
const mostLines = 60

const solid = (text: string): string => text.replace(/\s+/g, '')

/** Whether a line is nothing but a document's number. */
export const isDocumentNumber = (text: string): boolean => alone.test(withDigits(solid(text)))

/**
 * 发文字号: behind its label (文号), or on a line of its own above the first section. A number inside a sentence is another
 * document's: 国办公开办函〔2021〕30号 is quoted in most reports.
 * @param firstSection the block of the first section's heading
 */
export function findDocumentNumber(document: SourceDocument, firstSection: number | null): FoundFact<string> | null {
  for (const field of fieldsOf(document)) {
    if (field.kind !== 'number' || !first.test(solid(field.text))) continue
    const printed = any.exec(solid(field.line))?.[0]
    if (printed !== undefined) return { value: printed.replace(label, ''), anchor: field.anchor, from: 'numberField' }
  }
  const lines = textLines(document)
  const above = firstSection === null ? lines.slice(0, mostLines) : lines.filter(line => line.index < firstSection)
  const line = above.find(item => isDocumentNumber(item.printed))
  return line
    ? { value: any.exec(solid(line.printed))?.[0] ?? solid(line.printed), anchor: line.anchor, from: 'numberLine' }
    : null
}
