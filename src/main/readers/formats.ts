import type { SourceFormat } from '../../shared/data/document.ts'
import { promisedFormat } from '../../shared/facts/endings.ts'

/** How formats are called in messages, and whether a file's name promises another than it is. */

export type FormatWords = { readonly format: string; readonly formatEnglish: string }

const words: Readonly<Record<SourceFormat, FormatWords>> = {
  docx: { format: 'DOCX', formatEnglish: 'DOCX' },
  doc: { format: 'DOC', formatEnglish: 'DOC' },
  pdf: { format: 'PDF', formatEnglish: 'PDF' },
  html: { format: '网页', formatEnglish: 'a web page' },
  text: { format: '文本', formatEnglish: 'plain text' },
  rtf: { format: 'RTF', formatEnglish: 'RTF' },
  odt: { format: 'ODT', formatEnglish: 'ODT' },
  mhtml: { format: '网页存档或邮件', formatEnglish: 'a web archive or a mail' },
  wordxml: { format: 'Word XML', formatEnglish: 'Word XML' },
  unknown: { format: '未知格式', formatEnglish: 'an unknown format' },
}

export function formatWords(format: SourceFormat): FormatWords {
  return words[format]
}

/** Endings of formats we do not read: a readable file under such a name is misnamed too. */
const foreign = 'xls xlsx ppt pptx ofd zip rar 7z jpg jpeg png gif bmp tif tiff'.split(' ')

/** The ending of a name with its dot, in lower case; '' where there is none. */
export function extensionOf(name: string): string {
  return /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? ''
}

/** Whether the name promises another format than the bytes are. An unknown ending promises nothing. */
export function isMisnamed(name: string, format: SourceFormat): boolean {
  const ending = extensionOf(name).slice(1)
  const promised = promisedFormat(ending)
  return promised === null ? foreign.includes(ending) : promised !== format
}
