import { expect, test } from 'vitest'
import { type Beside, startBeside, whenItPays } from '../../../src/main/readers/pdf/pages/beside.ts'
import { openPdf } from '../../../src/main/readers/pdf/pages/openPdf.ts'
import { readPages } from '../../../src/main/readers/pdf/pages/pages.ts'
import { makePdf } from './build.ts'

const line = (text: string) => `BT /F1 12 Tf 72 700 Td (${text}) Tj ET\n`
/** Sixty pages, each saying which it is; two of them name a form that is not there and so cannot be read strictly. */
const broken = [7, 55]
const long = makePdf(
  Array.from({ length: 60 }, (_, index) => {
    const content = `${line(`page ${index + 1}`)}100 500 m 300 500 l S\n`
    return broken.includes(index + 1)
      ? { content: `${content}/X1 Do`, resources: '/XObject << /X1 null >>' }
      : { content }
  }),
)

/** What is read of the long file, and which pages this thread did not read itself. */
async function read(start?: (last: number) => Beside) {
  const opened = await openPdf(long, 'x.pdf', true)
  if (!opened.ok) throw new Error('not opened')
  const own: number[] = []
  const pdf = {
    ...opened.value,
    drawing: (number: number) => {
      own.push(number)
      return opened.value.drawing(number)
    },
  }
  const result = await readPages(pdf, () => openPdf(long, 'x.pdf', false), {
    ...(start ? { startBeside: start } : {}),
    paysBeside: number => number === 1,
  })
  await opened.value.close()
  return { result, own }
}

test('pages that a second thread has read are the same, in the same order, with the same doubts', async () => {
  const alone = await read()
  let started = false
  const together = await read(last => {
    started = true
    const beside = startBeside(long, 'x.pdf', null, last)
    // This thread is kept from taking the second half, so that the other must have read it.
    return { ...beside, take: number => number <= 30 && beside.take(number) }
  })
  expect(started).toBe(true)
  expect(alone.own).toHaveLength(60)
  expect(together.own.filter(number => number > 30)).toEqual([])
  expect(together.result).toEqual(alone.result)
  expect(together.result.messages.map(one => [one.code, one.params])).toEqual([
    ['pdf.pagesDoubtful', { pages: '7、55' }],
  ])
})

test('where the second thread is lost, its pages are read here', async () => {
  const alone = await read()
  const together = await read(last => {
    const beside = startBeside(new Uint8Array([1, 2, 3]), 'x.pdf', null, last)
    return { ...beside, take: number => number <= 30 && beside.take(number) }
  })
  expect(together.own).toEqual(alone.own)
  expect(together.result).toEqual(alone.result)
})

/** At which pages a second thread would be started for a file whose every page is so much work. */
function startsAt(last: number, milliseconds: number, cores = 2, load = 0): readonly number[] {
  let worked = 0
  const pays = whenItPays(last, { cores, load: () => load, worked: () => worked })
  return Array.from({ length: last }, (_, index) => index + 1).filter(number => {
    const now = pays(number)
    worked += milliseconds
    return now
  })
}

test('a second thread is started once, for long files of much work, where a core is free', () => {
  expect(startsAt(200, 20)).toEqual([25])
  expect(startsAt(200, 10)).toEqual([])
  expect(startsAt(39, 2_000)).toEqual([])
  expect(startsAt(200, 20, 1)).toEqual([])
  expect(startsAt(200, 20, 2, 2)).toEqual([])
})
