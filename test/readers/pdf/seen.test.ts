import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readPdf } from '../../../src/main/readers/pdf/index.ts'
import type { Block, GridBlock } from '../../../src/shared/data/document.ts'
import { latin, type MadePage, makePdf, ruled, stream } from './build.ts'

async function read(page: MadePage, extra: readonly string[] = []) {
  const { document, messages } = await readPdf(makePdf([page], extra), '报告.pdf')
  const [grid] = (document?.blocks ?? []).filter((block: Block): block is GridBlock => block.kind === 'grid')
  return { document, messages, cells: grid?.cells ?? [] }
}
const texts = async (page: MadePage, extra: readonly string[] = []) =>
  (await read(page, extra)).cells.map(cell => cell.text)
/** The cells, and whether each is sure. */
const sureness = async (page: MadePage, extra: readonly string[] = []) =>
  (await read(page, extra)).cells.map(cell => `${cell.text} ${(cell.confidence ?? 1) < 0.9 ? 'doubted' : 'sure'}`)

const xs = [100, 200, 300]
const ys = [700, 670, 640]
const figures = latin('134942', 110, 680) + latin('22', 210, 680) + latin('33', 110, 650) + latin('44', 210, 650)
const table = ruled(xs, ys) + figures
const plain = ['134942', '22', '33', '44']
const sure = plain.map(text => `${text} sure`)

/** An 8 right before the first figure, painted so that nobody sees it. */
const eight = (before: string, after = '') => `q ${before} ${latin('8', 104, 680)} ${after} Q\n`
const state = (entries: string): Pick<MadePage, 'resources'> => ({ resources: `/ExtGState << /G1 << ${entries} >> >>` })

describe('what nobody sees on the page is not read', () => {
  test.each<readonly [string, MadePage]>([
    ['white on white', { content: table + eight('1 1 1 rg') }],
    ['nearly white, in CMYK', { content: table + eight('0.01 0 0.01 0 k') }],
    ['white outlines alone', { content: table + eight('1 1 1 RG 1 Tr') }],
    [
      'in the colour of the cell it stands in',
      {
        content: `0.8 0.9 1 rg 100 670 100 30 re f 0 g ${table}${eight('0.8 0.9 1 rg')}`,
      },
    ],
    ['transparent', { content: table + eight('/G1 gs'), ...state('/ca 0') }],
    ['painted invisibly over a figure', { content: table + eight('3 Tr', latin('134942', 112, 679)) }],
    ['confined to an area elsewhere', { content: table + eight('300 300 50 50 re W n') }],
    [
      'covered by a white box painted later',
      {
        content: `${ruled(xs, ys)}${latin('8', 104, 680)}1 1 1 rg 102 676 8 14 re f 0 g ${figures}`,
      },
    ],
    [
      'outside the box of its form',
      {
        content: `${table} /X1 Do`,
        resources: '/XObject << /X1 20 0 R >>',
      },
    ],
  ])('%s', async (_, page) => {
    const form = stream(
      latin('8', 104, 680),
      '/Type /XObject /Subtype /Form /BBox [300 300 350 350] /Resources << /Font << /F1 3 0 R >> >>',
    )
    const { messages } = await read(page, [form])
    expect(await sureness(page, [form])).toEqual(sure)
    expect(messages.map(item => item.code)).toEqual(['pdf.unseenText'])
  })

  it('is not read from a layer that is off, and is from one that is on', async () => {
    const content = `${table}/OC /L1 BDC ${latin('8', 104, 680)} EMC\n`
    const resources = '/Properties << /L1 20 0 R >>'
    const layer = '<< /Type /OCG /Name (L) >>'
    const catalogue = (off: string) => (bytes: Uint8Array) =>
      new Uint8Array(
        Buffer.from(
          Buffer.from(bytes)
            .toString('latin1')
            .replace('/Type /Catalog', `/Type /Catalog /OCProperties << /OCGs [20 0 R] /D << /OFF [${off}] >> >>`),
          'latin1',
        ),
      )
    const cells = async (off: string) => {
      const { document, messages } = await readPdf(
        catalogue(off)(makePdf([{ content, resources }], [layer])),
        '报告.pdf',
      )
      const [grid] = (document?.blocks ?? []).filter((block: Block): block is GridBlock => block.kind === 'grid')
      return { texts: grid?.cells.map(cell => cell.text), codes: messages.map(item => item.code) }
    }
    expect((await cells('20 0 R')).texts).toEqual(plain)
    expect((await cells('20 0 R')).codes).toContain('pdf.unseenText')
    expect((await cells('')).texts?.[0]).toBe('8134942')
  })
})

describe('what is seen is read', () => {
  test.each<readonly [string, string]>([
    ['white on a dark box', '0 0 0.4 rg 100 670 100 30 re f 1 1 1 rg '],
    [
      'white on a box that is no rectangle',
      '0 0 0.4 rg 100 670 m 200 670 l 205 685 l 200 700 l 100 700 l h f 1 1 1 rg ',
    ],
    ['white on a wide stroke', '0 0 0.4 RG 30 w 100 685 m 200 685 l S 0 G 1 1 1 rg '],
    ['grey', '0.4 g '],
    ['on a box painted before it', '1 1 1 rg 100 640 200 60 re f 0 g '],
    ['inside the area that painting is confined to', '90 630 220 80 re W n '],
  ])('%s', async (_, before) => {
    expect(
      await sureness({
        content: `q ${before}${latin('134942', 110, 680)} Q ${ruled(xs, ys)}${figures.slice(latin('134942', 110, 680).length)}`,
      }),
    ).toEqual(sure)
  })

  it('under a tint painted later, as a highlighter leaves it', async () => {
    const marker = 'q /G1 gs 1 1 0 rg 100 670 100 30 re f Q'
    expect(await sureness({ content: `${table}${marker}`, ...state('/BM /Multiply') })).toEqual(sure)
    expect(await sureness({ content: `${table}${marker}`, ...state('/ca 0.15') })).toEqual(sure)
  })
})

describe('what cannot be decided is read and doubted', () => {
  const picture = stream(
    'ABC',
    '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8',
  )
  const withPicture = { resources: '/XObject << /X1 20 0 R >>' }

  it('a figure under a picture that may be transparent', async () => {
    const content = `${table} q 60 0 0 20 105 675 cm /X1 Do Q`
    expect(await sureness({ content, ...withPicture }, [picture])).toEqual(['134942 doubted', ...sure.slice(1)])
  })

  it('a figure under a box painted half transparent', async () => {
    const content = `${table} q /G1 gs 1 1 1 rg 100 670 100 30 re f Q`
    expect(await sureness({ content, ...state('/ca 0.6') })).toEqual(['134942 doubted', ...sure.slice(1)])
  })

  it('a figure so pale that it is hard to see', async () => {
    const content = `${ruled(xs, ys)}0.88 g ${latin('134942', 110, 680)}0 g ${figures.slice(latin('134942', 110, 680).length)}`
    expect(await sureness({ content })).toEqual(['134942 doubted', ...sure.slice(1)])
  })

  test.each([
    ['under the picture of the page', `${table} q 595 0 0 842 0 0 cm /X1 Do Q`],
    ['laid invisibly over the picture of the page', `q 595 0 0 842 0 0 cm /X1 Do Q ${ruled(xs, ys)} 3 Tr ${figures}`],
  ])('every figure %s was made out by a machine', async (_, content) => {
    const { document, messages } = await read({ content, ...withPicture }, [picture])
    expect(await sureness({ content, ...withPicture }, [picture])).toEqual(plain.map(text => `${text} doubted`))
    expect(document?.pages[0]?.recognised).toBe(true)
    expect(messages.map(item => item.code)).toContain('pdf.scanText')
  })
})

test('whatever is added unseen, the reading stays the same or is doubted', async () => {
  const unseen = fc.constantFrom('1 1 1 rg', '3 Tr', '/G1 gs', '400 400 9 9 re W n', '1 1 1 RG 1 Tr')
  const added = fc.record({
    manner: unseen,
    text: fc.stringMatching(/^[0-9]{1,4}$/),
    x: fc.integer({ min: 100, max: 280 }),
    y: fc.integer({ min: 642, max: 690 }),
    first: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(added, { minLength: 1, maxLength: 4 }), async all => {
      const drawn = (first: boolean) =>
        all
          .filter(item => item.first === first)
          .map(({ manner, text, x, y }) => `q ${manner} ${latin(text, x, y)} Q\n`)
          .join('')
      const page = { content: `${drawn(true)}${table}${drawn(false)}`, ...state('/ca 0') }
      const { cells } = await read(page)
      for (const [at, cell] of cells.entries())
        if (cell.text !== plain[at]) expect(cell.confidence ?? 1).toBeLessThan(0.9)
      expect(cells).toHaveLength(plain.length)
    }),
    { numRuns: 60 },
  )
})

test('texts are the same for a page of nothing but seen figures', async () => {
  expect(await texts({ content: table })).toEqual(plain)
})
