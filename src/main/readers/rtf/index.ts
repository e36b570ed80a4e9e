import type { Block } from '../../../shared/data/document.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import type { Reader } from '../common/reading.ts'
import { settleDoubts } from '../common/sight.ts'
import { blocksOf } from '../common/wordTables/blocks.ts'
import { nest } from '../common/wordTables/nesting.ts'
import { type RtfDocument, type RtfLimit, RtfReader, rtfLimits } from './document.ts'

/** The reader of rich text (RTF). */

function refusal(limit: RtfLimit, file: string): Message {
  if (limit === 'cells')
    return message('office.tooManyCells', { file, count: rtfLimits.cells + 1, limit: rtfLimits.cells })
  return message('office.tooLarge', { file, part: 'RTF', elements: rtfLimits.paragraphs, depth: rtfLimits.depth })
}

/** Whether the file holds unescaped bytes that are UTF-8: against the rules, but some programs write so. */
function rawEncoding(bytes: Uint8Array): string | null {
  if (!bytes.some(byte => byte >= 0x80)) return null
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return null
  }
}

function textOf(block: Block): string {
  if (block.kind === 'image') return ''
  return block.kind === 'grid' ? block.cells.map(cell => cell.text).join('\n') : block.text
}

function losses(read: RtfDocument, blocks: readonly Block[]): Message[] {
  const { insertions, deletions, hidden, unseen } = read
  const messages: Message[] = []
  if (read.cut) {
    const last = blocks.map(textOf).findLast(text => text.trim() !== '') ?? ''
    messages.push(message('office.cutShort', { last: last.trim().slice(-20) }))
  }
  if (insertions + deletions > 0) messages.push(message('office.trackedChanges', { insertions, deletions }))
  if (hidden > 0) messages.push(message('office.hiddenText', { count: hidden }))
  if (unseen > 0) messages.push(message('office.unseenText', { count: unseen }))
  const lost = blocks.reduce((sum, block) => sum + textOf(block).split('\ufffd').length - 1, 0)
  if (lost > 0) messages.push(message('office.lostCharacters', { count: lost }))
  return messages
}

/** Reads rich text (RTF), which often comes under the name .doc. */
export const readRtf: Reader = async (bytes, name) => {
  const read = new RtfReader(bytes, rawEncoding(bytes)).read()
  if (read.limit) return { format: 'rtf', document: null, messages: [refusal(read.limit, name)] }
  const all = read.stories.flatMap(story => blocksOf(nest(story), null))
  const blocks = read.doubts > 0 ? settleDoubts(all) : all
  const messages = losses(read, blocks)
  if (blocks.length === 0) {
    const problem = message(read.cut ? 'office.truncated' : 'office.noText', { file: name })
    return {
      format: 'rtf',
      document: null,
      messages: [problem, ...messages.filter(item => item.code !== 'office.cutShort')],
    }
  }
  const title = read.title === '' ? null : read.title
  return { format: 'rtf', document: { format: 'rtf', title, blocks, pages: [] }, messages }
}
