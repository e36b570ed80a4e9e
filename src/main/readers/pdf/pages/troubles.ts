import { type Message, message } from '../../../../shared/messages/index.ts'
import { pageList } from './pageList.ts'
import type { PageParts } from './pageParts.ts'

/** What a person must know about the pages that were read: scans, untrustworthy text, pages beyond the limits. */
export function pageTroubles(pages: readonly PageParts[]): readonly Message[] {
  const named = (
    code: 'pdf.noText' | 'pdf.scanText' | 'pdf.textDoubtful' | 'pdf.pageTooComplex',
    some: readonly PageParts[],
  ) => (some.length > 0 ? [message(code, { pages: pageList(some.map(page => page.number)) })] : [])
  const blank = pages.filter(page => page.facts.ink === 0)
  const scans = blank.filter(page => page.images.length > 0)
  const all = blank.length === pages.length
  return [
    ...(all ? [message(scans.length > 0 ? 'pdf.allImages' : 'pdf.empty')] : named('pdf.noText', scans)),
    ...named(
      'pdf.scanText',
      pages.filter(({ facts }) => facts.recognised > 0),
    ),
    ...named(
      'pdf.textDoubtful',
      pages.filter(page => page.facts.garbled),
    ),
    ...unseen(pages.filter(page => page.facts.unseen > 0)),
    ...suspicious(pages.filter(page => !page.facts.garbled)),
    ...named(
      'pdf.pageTooComplex',
      pages.filter(page => page.facts.tooComplex),
    ),
  ]
}

function suspicious(pages: readonly PageParts[]): readonly Message[] {
  const bad = pages.filter(page => page.facts.untrusted)
  if (bad.length === 0) return []
  const count = bad.reduce((total, page) => total + page.facts.unreadable, 0)
  return [message('pdf.textSuspicious', { count, pages: pageList(bad.map(page => page.number)) })]
}

function unseen(pages: readonly PageParts[]): readonly Message[] {
  if (pages.length === 0) return []
  const count = pages.reduce((total, page) => total + page.facts.unseen, 0)
  return [message('pdf.unseenText', { count, pages: pageList(pages.map(page => page.number)) })]
}
