/** Collecting a run of text the way a browser shows it. */

/** Stands for a line break in collected text; as a control character it never occurs in a page's own text. */
export const lineBreak = '\u000b'

export type Spaces = 'collapse' | 'keep'

/** Text of a text node, ready to be collected. */
export function textPiece(value: string, preformatted: boolean): string {
  const clean = value.replaceAll(lineBreak, ' ')
  return preformatted ? clean.replace(/\r\n?|\n/g, lineBreak) : clean
}

/** East Asian characters between which a line break in the file is no space (CSS Text 3, §4.1.3). Hangul, which uses spaces, is left out. */
function isWide(character: string): boolean {
  const code = character.charCodeAt(0)
  return (
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xffe6) ||
    (code >= 0xd840 && code <= 0xdfff)
  )
}

/** Anything but single spaces: most texts have none of it and stay as they are. */
const collapsible = /[\t\n\r\f]| {2}/

function collapse(text: string): string {
  if (!collapsible.test(text)) return text
  return text.replace(/[ \t\n\r\f]+/g, (run, offset: number) => {
    if (!run.includes('\n')) return ' '
    return isWide(text.charAt(offset - 1)) && isWide(text.charAt(offset + run.length)) ? '' : ' '
  })
}

function trimmed(line: string): string {
  // Zero-width spaces and soft hyphens are invisible and break up numbers and labels.
  return line.replace(/[\u200b-\u200f\u00ad\u2060\ufeff]/g, '').trim()
}

function lines(pieces: readonly string[], spaces: Spaces): string[] {
  const text = pieces.join('')
  return (spaces === 'keep' ? text.replace(/[\n\r\f]+/g, ' ') : collapse(text)).split(lineBreak)
}

/** The text of a table cell: its lines without the empty ones. */
export function cellText(pieces: readonly string[], spaces: Spaces): string {
  return lines(pieces, spaces).map(trimmed).filter(Boolean).join('\n')
}

/**
 * The paragraphs in a run of text. Old pages write paragraphs as lines: an empty line, or one that begins with the indent of a
 * Chinese paragraph, opens a new one. Other breaks stay inside the paragraph.
 */
export function paragraphTexts(pieces: readonly string[], spaces: Spaces): string[] {
  const paragraphs: string[][] = []
  let current: string[] | null = null
  for (const line of lines(pieces, spaces)) {
    const text = trimmed(line)
    if (text === '') {
      current = null
      continue
    }
    if (current === null || /^[ \t]*(?:\u3000|[\u00a0\u2002\u2003]{2})/.test(line)) {
      current = []
      paragraphs.push(current)
    }
    current.push(text)
  }
  return paragraphs.map(paragraph => paragraph.join('\n'))
}
