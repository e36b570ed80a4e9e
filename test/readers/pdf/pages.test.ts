import { expect, test } from 'vitest'
import type { OpenPdf } from '../../../src/main/readers/pdf/pages/openPdf.ts'
import { readPages } from '../../../src/main/readers/pdf/pages/pages.ts'
import { message } from '../../../src/shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../src/shared/outcome.ts'

const blank = (number: number) => ({
  number,
  width: 595,
  height: 842,
  glyphs: [],
  rules: { horizontal: [], vertical: [] },
  fills: [],
  images: [],
  unmapped: 0,
  unseen: 0,
  cut: false,
  tagged: async () => [],
})

/** A PDF whose pages in `broken` cannot be read. */
function pdf(pageCount: number, broken: readonly number[], closed: string[] = []): OpenPdf {
  return {
    pageCount,
    title: async () => null,
    drawing: async number => {
      if (broken.includes(number)) throw new Error('broken')
      return blank(number)
    },
    close: async () => {
      closed.push('closed')
    },
  }
}

const never = async (): Promise<Outcome<OpenPdf>> => failure(message('pdf.damaged', { file: 'x' }))
const told = (messages: readonly { code: string; params: unknown }[]) => messages.map(one => [one.code, one.params])

test('pages beyond the limit are left out, and it is said how many were read', async () => {
  const { pages, messages } = await readPages(pdf(2500, []), never)
  expect(pages).toHaveLength(2000)
  expect(told(messages)).toEqual([['pdf.tooManyPages', { total: 2500, limit: 2000 }]])
})

test('when the time is up, the pages so far are kept, and it is said how many', async () => {
  const { pages, messages } = await readPages(pdf(5, []), never, { pageLimit: 10, milliseconds: -1 })
  expect(pages).toHaveLength(0)
  expect(told(messages)[0]?.[0]).toBe('pdf.timeUp')
})

test('a page that only a forgiving reading gives is doubtful, one that none gives is unread; the second reading is closed', async () => {
  const closed: string[] = []
  let opened = 0
  const forgiving = async () => {
    opened += 1
    return success(pdf(6, [5], closed))
  }
  const { pages, messages } = await readPages(pdf(6, [2, 3, 5]), forgiving)
  expect(pages.map(one => one.number)).toEqual([1, 2, 3, 4, 6])
  expect(told(messages)).toEqual([
    ['pdf.pagesUnread', { pages: '5' }],
    ['pdf.pagesDoubtful', { pages: '2–3' }],
  ])
  expect([opened, closed]).toEqual([1, ['closed']])
})
