import type { SourceDocument } from '../../shared/document.ts'
import type { Found } from './dates.ts'
import { headingOf } from './headings.ts'
import { cellLines, textLines } from './lines.ts'

const number = '[\\p{Script=Han}A-Za-z]{1,14}[〔\\[(【<](?:19|20)\\d{2}[〕\\])】>]第?\\d{1,5}号'
const alone = new RegExp(`^${number}$`, 'u')
const labelled = new RegExp(`(?:文号|发文字号|文件编号|发文号|文件号|文书号)[:：]?(${number})`, 'u')

/**
 * 发文字号: on a line of its own above the first section, or behind its label (文号). A number inside a sentence is another
 * document's: 国办公开办函〔2021〕30号 is quoted in most reports.
 */
export function findDocumentNumber(document: SourceDocument): Found<string> | null {
  const lines = textLines(document)
  const first = lines.findIndex(line => headingOf(line.text)?.key === 'overview')
  const above = lines.slice(0, first < 0 ? 60 : first)
  const cells = cellLines(document)
  const places = [...above, ...cells]
  for (const [at, line] of places.entries()) {
    const solid = line.text.replace(/\s+/g, '')
    const printed = line.printed.replace(/\s+/g, '')
    const next = places[at + 1]?.printed.replace(/\s+/g, '') ?? ''
    const found = solid.length > 60 ? undefined : labelled.exec(printed)?.[1]
    if (found !== undefined) return { value: found, anchor: line.anchor }
    if (/^(?:文号|发文字号|文件编号)[:：]?$/.test(solid) && alone.test(next))
      return { value: next, anchor: places[at + 1]?.anchor ?? line.anchor }
  }
  const line = above.find(item => alone.test(item.text.replace(/\s+/g, '')))
  return line ? { value: line.printed.replace(/\s+/g, ''), anchor: line.anchor } : null
}
