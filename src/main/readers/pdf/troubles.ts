import { type Message, message } from '../../../shared/messages/index.ts'
import type { Glyph, PageDrawing } from './drawing.ts'
import { largeImages } from './images.ts'
import { pageList } from './words.ts'

const unreadable = /[\ufffd\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u
/** Unreadable characters are worth a word from this share of all on; below it they are bullets out of symbol fonts. */
const suspiciousShare = 0.02

const isInk = (glyph: Glyph): boolean => glyph.text.trim() !== ''

function isScanWithText(page: PageDrawing): boolean {
  const ink = page.glyphs.filter(isInk)
  if (ink.length === 0 || page.images.length === 0) return false
  return ink.filter(glyph => glyph.invisible).length * 2 > ink.length
}

/** What a person must know about the pages that were read: scans, untrustworthy text, pages beyond the limits. */
export function pageTroubles(drawings: readonly PageDrawing[], tooComplex: readonly number[]): readonly Message[] {
  const messages: Message[] = []
  const blank = drawings.filter(page => !page.glyphs.some(isInk))
  const scans = blank.filter(page => largeImages(page).length > 0)
  if (blank.length === drawings.length) messages.push(message(scans.length > 0 ? 'pdf.allImages' : 'pdf.empty'))
  else if (scans.length > 0) messages.push(message('pdf.noText', { pages: pageList(scans.map(page => page.number)) }))
  const layered = drawings.filter(isScanWithText)
  if (layered.length > 0) messages.push(message('pdf.scanText', { pages: pageList(layered.map(page => page.number)) }))
  messages.push(...suspicious(drawings))
  if (tooComplex.length > 0) messages.push(message('pdf.pageTooComplex', { pages: pageList(tooComplex) }))
  return messages
}

function suspicious(drawings: readonly PageDrawing[]): readonly Message[] {
  const pages: number[] = []
  let count = 0
  let all = 0
  for (const page of drawings) {
    const bad = page.glyphs.filter(glyph => unreadable.test(glyph.text)).length
    if (bad > 0) pages.push(page.number)
    count += bad
    all += page.glyphs.filter(isInk).length
  }
  if (count < 3 || count < all * suspiciousShare) return []
  return [message('pdf.textSuspicious', { count, pages: pageList(pages) })]
}
