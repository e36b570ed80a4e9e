import { type Message, message } from '../../../shared/messages/index.ts'
import { type Decoded, declaredEncoding, decodeText, replacementWarning } from '../common/encoding.ts'
import { htmlContent } from '../common/html/content.ts'
import type { Reader, SourceReading } from '../common/reading.ts'

/** The reader of web pages. */

function encodingMessages(decoded: Decoded): Message[] {
  const lost = replacementWarning(decoded)
  if (lost) return [lost]
  return decoded.certainty === 'likely' ? [message('read.guessedEncoding', { encoding: decoded.encoding })] : []
}

/** Below this much text a page with frames is taken to be only their holder. */
const holderLength = 200

/** Reads the decoded text of a page. */
export function readPage(decoded: Decoded, name: string): SourceReading {
  const messages = encodingMessages(decoded)
  const content = htmlContent(decoded.text, name)
  if (!content.ok) return { format: 'html', document: null, messages: [...messages, content.problem] }
  const { blocks, title, hints, frames, unseen, unreadFields, scripts, scriptHan, paged } = content.value
  const length = blocks.reduce((sum, block) => sum + ('text' in block ? block.text.length : holderLength), 0)
  if (frames > 0 && length < holderLength) messages.push(message('html.frames', { frames }))
  if (blocks.length === 0) {
    const problem = message(scripts > 0 && frames === 0 ? 'html.scripted' : 'html.noText', { file: name })
    return { format: 'html', document: null, messages: [...messages, problem] }
  }
  if (scriptHan > Math.max(length, holderLength)) messages.push(message('html.dataInScript'))
  if (unseen > 0) messages.push(message('html.unseenText', { count: unseen }))
  if (unreadFields > 0) messages.push(message('html.unreadFields', { count: unreadFields }))
  if (paged) messages.push(message('html.paged'))
  const document = { format: 'html', title, ...(hints ? { hints } : {}), blocks, pages: [] } as const
  return { format: 'html', document, messages }
}

/** Reads a saved web page, whatever made it. Nothing in it is run and nothing it names is fetched. */
export const readHtml: Reader = async (bytes, name) => readPage(decodeText(bytes, declaredEncoding(bytes)), name)
