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

/** Marks of the XML formats that hold a text document. */
const kinds: readonly (readonly [string, 'wordxml' | 'odt' | 'uof'])[] = [
  ['progid="Word.Document"', 'wordxml'],
  ['<w:wordDocument', 'wordxml'],
  ['<pkg:package', 'wordxml'],
  ['<office:document', 'odt'],
  ['<uof:UOF', 'uof'],
]

/** Which XML format of text documents a text is in, or null. */
export function xmlKind(text: string): 'wordxml' | 'odt' | 'uof' | null {
  const head = text.slice(0, 4_096)
  if (!/^\s*(?:\u00ef\u00bb\u00bf|\ufeff)?<\?xml/.test(head)) return null
  return kinds.find(([mark]) => head.includes(mark))?.[1] ?? null
}

/** Whether text is a mail or a saved page in the form of one: it begins with header fields, and those of such a message are among them. */
export function looksLikeMail(text: string): boolean {
  const head = text.slice(0, 16_384).replace(/^\s+/, '')
  const blank = head.search(/\r?\n\r?\n/)
  const fields = (blank < 0 ? head : head.slice(0, blank)).replace(/^From [^\n]*\n/, '')
  const lines = fields.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  if (!/^[A-Za-z][\w-]{1,40}:/.test(lines[0] ?? '')) return false
  const names = new Set(lines.map(line => /^([A-Za-z][\w-]{1,40}):/.exec(line)?.[1]?.toLowerCase()))
  const typed = lines.some(line => /^content-type:\s*(?:multipart|text|application)\//i.test(line))
  return names.has('mime-version') || typed || (names.has('from') && names.has('subject') && names.has('date'))
}
