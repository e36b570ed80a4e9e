import { type Message, message } from '../../shared/messages/index.ts'

/** Telling web pages from other markup and from text that merely contains a “<”. */

/** Skips byte order mark, white space, comments, processing instructions and a document type. By hand: a pattern could be made to backtrack. */
function pastPreamble(text: string): number {
  let at = 0
  for (;;) {
    while (at < text.length && /[\s\ufeff]/.test(text.charAt(at))) at += 1
    // The UTF-8 mark as it looks when bytes are taken for Latin-1.
    if (text.startsWith('\u00ef\u00bb\u00bf', at)) at += 3
    else if (text.startsWith('<!--', at)) at = past(text, '-->', at)
    else if (
      text.startsWith('<?', at) ||
      (text.startsWith('<!', at) && !/^<!doctype\s+html/i.test(text.slice(at, at + 20)))
    )
      at = past(text, '>', at)
    else return at
  }
}

function past(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from)
  return found < 0 ? text.length : found + end.length
}

const opening =
  /^<(?:!doctype\s+html|html|head|body|table|div|p|meta|title|style|script|center|font|h[1-6]|span|b|br|article|section|main|header|link|base)\b/i

/** Whether text is a web page: it opens like one, or it holds a table or a body with closing tags. */
export function looksLikeHtml(text: string): boolean {
  const at = pastPreamble(text)
  if (opening.test(text.slice(at, at + 40))) return true
  return /<(?:html|body|table)[\s>]/i.test(text) && /<\/(?:td|tr|table|p|div|body|html)>/i.test(text)
}

const kinds: readonly (readonly [string, string, string])[] = [
  ['progid="Word.Document"', 'Word 2003 XML', 'Word 2003 XML'],
  ['<w:wordDocument', 'Word 2003 XML', 'Word 2003 XML'],
  ['<pkg:package', 'Word XML', 'Word XML'],
  ['<office:document', 'ODT（XML）', 'flat ODT'],
  ['<uof:UOF', '标文通 UOF', 'UOF'],
]

/** The message for a document in an XML format that is not read, or null. */
export function xmlProblem(text: string, file: string): Message | null {
  const head = text.slice(0, 4_096)
  if (!/^\s*(?:\u00ef\u00bb\u00bf|\ufeff)?<\?xml/.test(head)) return null
  const kind = kinds.find(([mark]) => head.includes(mark))
  return kind ? message('read.notYet', { file, format: kind[1], formatEnglish: kind[2] }) : null
}
