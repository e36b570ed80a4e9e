import { type Message, message } from '../../../../shared/messages/index.ts'
import type { Outcome } from '../../../../shared/outcome.ts'
import type { Tracer } from '../../../../shared/trace/steps.ts'
import { limits } from '../limits.ts'
import { type Beside, whenItPays } from './beside.ts'
import type { OpenPdf } from './openPdf.ts'
import { pageList } from './pageList.ts'
import type { PageParts } from './pageParts.ts'
import { tryPage } from './tryPage.ts'

/** All pages of a PDF, read within limits of time and number. */

export type ReadPages = { readonly pages: readonly PageParts[]; readonly messages: readonly Message[] }

type Reading = {
  readonly pageLimit?: number
  readonly milliseconds?: number
  /** Has a second thread read pages from `last` backwards. */
  readonly startBeside?: (last: number) => Beside
  /** Whether that pays, asked before each page. */
  readonly paysBeside?: (number: number) => boolean
  readonly trace?: Tracer
}

/**
 * Reads the pages in order; of a long file a second thread reads some, with the same outcome. A page that a strict reading refuses is read again forgivingly, and named as doubtful:
 * pdf.js would otherwise leave out in silence what it cannot decode.
 */
export async function readPages(
  pdf: OpenPdf,
  openForgiving: () => Promise<Outcome<OpenPdf>>,
  { pageLimit = limits.pages, milliseconds = limits.milliseconds, startBeside, paysBeside, trace }: Reading = {},
): Promise<ReadPages> {
  const pages: PageParts[] = []
  const unread: number[] = []
  const doubtful: number[] = []
  const messages: Message[] = []
  const started = performance.now()
  const last = Math.min(pdf.pageCount, pageLimit)
  if (last < pdf.pageCount) messages.push(message('pdf.tooManyPages', { total: pdf.pageCount, limit: pageLimit }))
  let forgiving: Outcome<OpenPdf> | undefined
  let beside: Beside | undefined
  const pays = paysBeside ?? whenItPays(last)
  const strictly = async (number: number): Promise<PageParts | null> => {
    const other = beside?.take(number) === false ? await beside.page(number) : undefined
    return other === undefined ? tryPage(() => pdf.drawing(number), trace) : other
  }
  try {
    for (let number = 1; number <= last; number += 1) {
      if (performance.now() - started > milliseconds) {
        const seconds = Math.round(milliseconds / 1000)
        messages.push(message('pdf.timeUp', { total: pdf.pageCount, read: number - 1, seconds }))
        break
      }
      if (startBeside && !beside && pays(number)) beside = startBeside(last)
      const page = await strictly(number)
      if (page) {
        pages.push(page)
        continue
      }
      forgiving ??= await openForgiving()
      const opened = forgiving
      const again = opened.ok ? await tryPage(() => opened.value.drawing(number), trace) : null
      if (again) pages.push(again)
      if (again) doubtful.push(number)
      else unread.push(number)
    }
  } finally {
    await beside?.end()
    if (forgiving?.ok) await forgiving.value.close()
  }
  if (unread.length > 0) messages.push(message('pdf.pagesUnread', { pages: pageList(unread) }))
  if (doubtful.length > 0) messages.push(message('pdf.pagesDoubtful', { pages: pageList(doubtful) }))
  return { pages, messages }
}
