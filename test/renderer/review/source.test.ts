import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hit, scaleFor, textFrames, wholeFrames } from '../../../src/renderer/review/source/geometry.ts'
import { litCell, litTarget, placesByPage, placesBySlot } from '../../../src/renderer/review/source/places.ts'
import { wordBoxesIn } from '../../../src/renderer/review/source/wordBoxes.ts'
import type { Box, GridCell, SourceDocument } from '../../../src/shared/data/document.ts'
import type { Extraction } from '../../../src/shared/data/record.ts'
import { agreeing, recordOf } from './records.ts'

const slot = (row: number, column: number, page: number, box: Box, rowSpan = 1): GridCell => ({
  ...{ row, column, rowSpan, columnSpan: 1, text: '1', page, box },
})

const paged: SourceDocument = {
  format: 'pdf',
  title: null,
  pages: [
    { number: 1, width: 600, height: 800 },
    { number: 2, width: 600, height: 800 },
    { number: 3, width: 600, height: 800 },
  ],
  blocks: [
    { kind: 'heading', level: 1, text: '题', page: 1, box: [100, 90, 500, 110] },
    {
      kind: 'grid',
      rows: 2,
      columns: 3,
      page: 1,
      cells: [
        slot(0, 0, 1, [80, 700, 100, 760], 2),
        slot(0, 1, 1, [100, 700, 200, 730]),
        slot(0, 2, 1, [200, 700, 300, 730]),
        slot(1, 1, 2, [100, 60, 200, 90]),
        slot(1, 2, 2, [200, 60, 520, 90]),
      ],
    },
  ],
}

/** A record whose first cell of table 三 stands in row 1, column 1 of that grid. */
function extraction(): Extraction {
  const anchor = { block: 1, row: 1, column: 1, page: 2, box: [100, 60, 200, 90] as const }
  const record = recordOf({ ...agreeing, 'requests/newRequests/individual': { value: 12, anchor } })
  return { ...record.extraction, document: paged }
}

describe('the part of a page that is shown', () => {
  it('is as wide as the text of all pages, so that turning pages does not jump', () => {
    const [first, second, third] = textFrames(paged, 10)
    expect(first?.area).toEqual([70, 70, 530, 780])
    expect(second?.area).toEqual([70, 40, 530, 110])
    expect([third?.area[0], third?.area[2]]).toEqual([70, 530])
  })

  it('is the whole page where nothing is known about its text', () => {
    const blank = { ...paged, blocks: [] }
    expect(textFrames(blank, 10)).toEqual(wholeFrames(blank))
  })

  it('fits the pane at 版心 and 整页, and is 125 % of the printed size at 125 %', () => {
    const pane = { width: 460, height: 400 }
    expect(scaleFor('text', textFrames(paged, 10), pane)).toBeCloseTo(1)
    expect(scaleFor('page', wholeFrames(paged), pane)).toBeCloseTo(0.5)
    expect(scaleFor('large', wholeFrames(paged), pane)).toBeCloseTo(1.667, 3)
  })

  it('always lies on the page and never vanishes', () => {
    const length = fc.integer({ min: -500, max: 5000 })
    fc.assert(
      fc.property(fc.array(fc.tuple(length, length, length, length), { maxLength: 6 }), length, (boxes, margin) => {
        const blocks = boxes.map(box => ({ kind: 'paragraph' as const, text: '', page: 1, box }))
        for (const { page, area } of textFrames({ ...paged, blocks }, margin)) {
          expect(area[0]).toBeGreaterThanOrEqual(0)
          expect(area[2]).toBeLessThanOrEqual(page.width)
          expect(area[2] - area[0]).toBeGreaterThanOrEqual(72)
          expect(area[3] - area[1]).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('the lit cell', () => {
  /** A row that begins on page 2 and goes on on page 3, beside a label that covers it and the row before. */
  const goingOn: SourceDocument = {
    ...paged,
    blocks: [
      { kind: 'heading', level: 1, text: '题', page: 1, box: [100, 90, 500, 110] },
      {
        kind: 'grid',
        rows: 3,
        columns: 6,
        page: 1,
        cells: [
          slot(0, 0, 1, [80, 700, 100, 760]),
          slot(0, 2, 1, [200, 700, 300, 730]),
          slot(1, 0, 2, [80, 60, 100, 120], 2),
          slot(1, 1, 2, [100, 60, 200, 90]),
          slot(1, 2, 2, [200, 60, 300, 90]),
          slot(1, 3, 2, [300, 60, 400, 90]),
          slot(1, 4, 3, [100, 60, 200, 90]),
          { row: 1, column: 5, rowSpan: 1, columnSpan: 1, text: '', page: 2 },
          slot(2, 2, 2, [200, 90, 300, 120]),
        ],
      },
    ],
  }

  it('lights its box and the rest of its row on the same page, where the row goes on on another', () => {
    const anchor = { block: 1, row: 1, column: 2, page: 2, box: [200, 60, 300, 90] as const }
    const { extraction: read } = recordOf({ 'requests/newRequests/individual': { value: 12, anchor } })
    expect(litCell({ ...read, document: goingOn }, 'requests/newRequests/individual')).toEqual({
      block: 1,
      row: 1,
      column: 2,
      page: 2,
      box: [200, 60, 300, 90],
      band: [
        [100, 60, 200, 90],
        [300, 60, 400, 90],
      ],
      kind: 'cell',
      words: [],
    })
  })

  it('lights its slot where the source has no pages, and nothing beside it where it is no cell of a table', () => {
    const at = { block: 1, row: 1, column: 2 }
    const { extraction: read } = recordOf({
      'requests/newRequests/individual': { value: 12, anchor: at },
      'requests/newRequests/total': { value: 12, anchor: { block: 0 } },
    })
    const unpaged = { ...read, document: { ...goingOn, pages: [] } }
    const place = { page: null, box: null, band: [], kind: 'cell', words: [] }
    expect(litCell(unpaged, 'requests/newRequests/individual')).toEqual({ ...at, ...place })
    expect(litCell(unpaged, 'requests/newRequests/total')).toEqual({ block: 0, row: null, column: null, ...place })
  })

  it('is nowhere for a cell without a place', () => {
    expect(litCell(extraction(), 'requests/newRequests/total')).toBeNull()
  })

  it('is found again from the place a person points at', () => {
    const { report } = extraction()
    expect(
      placesByPage(report)
        .get(2)
        ?.map(place => place.key),
    ).toEqual(['requests/newRequests/individual'])
    expect(placesBySlot(report).get('1:1:1')).toBe('requests/newRequests/individual')
    expect(hit([100, 60, 200, 90], 150, 75)).toBe(true)
    expect(hit([100, 60, 200, 90], 150, 95)).toBe(false)
  })

  it('can be a passage that was looked for, down to its cell', () => {
    const target = { block: 1, row: 1, column: 2, words: ['公开'] }
    expect(litTarget(paged, target)).toMatchObject({ kind: 'block', page: 2, box: [200, 60, 520, 90], words: ['公开'] })
    expect(litTarget(paged, { ...target, block: 9 })).toBeNull()
    expect(litTarget(null, target)).toBeNull()
  })
})

describe('looked-for words on a page', () => {
  const item = { str: '公开目录公开', transform: [10, 0, 0, 10, 100, 700], width: 60, height: 10 }

  it('are marked by their share of the run they stand in', () => {
    expect(wordBoxesIn([item], ['公开'], 800)).toEqual([
      [100, 90, 120, 102],
      [140, 90, 160, 102],
    ])
  })

  it('are found over runs, lines and white space, with a box in each run', () => {
    const run = (str: string, x: number, y: number) => ({
      str,
      transform: [10, 0, 0, 10, x, y],
      width: str.length * 10,
      height: 10,
    })
    const runs = [run('年内办结', 100, 700), run(' ', 140, 700), run('311 ', 150, 700), run('件，', 100, 680)]
    expect(wordBoxesIn(runs, ['办结 311件'], 800)).toEqual([
      [120, 90, 140, 102],
      [150, 90, 180, 102],
      [100, 110, 110, 122],
    ])
  })

  it('take figures for half as wide as Han signs', () => {
    const mixed = { str: '办12件', transform: [10, 0, 0, 10, 0, 700], width: 30, height: 10 }
    expect(wordBoxesIn([mixed], ['12'], 800)).toEqual([[10, 90, 20, 102]])
  })

  it('are nothing for a word that is empty or not there', () => {
    expect(wordBoxesIn([item], ['', '年报'], 800)).toEqual([])
  })
})
