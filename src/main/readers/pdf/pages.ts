import type { Message } from '../../../shared/messages/index.ts'
import { message } from '../../../shared/messages/index.ts'
import type { Outcome } from '../../../shared/outcome.ts'
import type { TaggedDrawing } from './drawing.ts'
import { limits } from './limits.ts'
import type { OpenPdf } from './load.ts'
import { type PageParts, partsOf } from './parts.ts'
import { settled } from './settled.ts'
import { pageList } from './words.ts'

export type ReadPages = { readonly pages: readonly PageParts[]; readonly messages: readonly Message[] }

/**
 * Reads the pages one after the other. A page that a strict reading refuses is read again forgivingly, and named as doubtful:
 * pdf.js would otherwise leave out in silence what it cannot decode.
 */
export async function readPages(
  pdf: OpenPdf,
  openForgiving: () => Promise<Outcome<OpenPdf>>,
  pageLimit: number = limits.pages,
  milliseconds: number = limits.milliseconds,
): Promise<ReadPages> {
  const pages: PageParts[] = []
  const unread: number[] = []
  const doubtful: number[] = []
  const messages: Message[] = []
  const started = performance.now()
  const last = Math.min(pdf.pageCount, pageLimit)
  if (last < pdf.pageCount) messages.push(message('pdf.tooManyPages', { total: pdf.pageCount, limit: pageLimit }))
  let forgiving: Outcome<OpenPdf> | undefined
  try {
    for (let number = 1; number <= last; number += 1) {
      if (performance.now() - started > milliseconds) {
        const seconds = Math.round(milliseconds / 1000)
        messages.push(message('pdf.timeUp', { total: pdf.pageCount, read: number - 1, seconds }))
        break
      }
      const page = await attempt(() => pdf.drawing(number))
      if (page) {
        pages.push(page)
        continue
      }
      forgiving ??= await openForgiving()
      const opened = forgiving
      const again = opened.ok ? await attempt(() => opened.value.drawing(number)) : null
      if (again) pages.push(again)
      if (again) doubtful.push(number)
      else unread.push(number)
    }
  } finally {
    if (forgiving?.ok) await forgiving.value.close()
  }
  if (unread.length > 0) messages.push(message('pdf.pagesUnread', { pages: pageList(unread) }))
  if (doubtful.length > 0) messages.push(message('pdf.pagesDoubtful', { pages: pageList(doubtful) }))
  return { pages, messages }
}

/** Only the library may fail: what goes wrong in sorting the parts is a bug and goes on up. */
async function attempt(draw: () => Promise<TaggedDrawing>): Promise<PageParts | null> {
  let drawing: TaggedDrawing
  try {
    drawing = await settled(draw())
  } catch {
    return null
  }
  const parts = partsOf(drawing)
  if (!parts.open) return parts
  const tables = await drawing.tagged()
  return tables.length > 0 ? partsOf(drawing, tables) : parts
}
