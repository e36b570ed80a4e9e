import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readHtml } from '../../../src/main/readers/html/index.ts'
import type { GridBlock } from '../../../src/shared/data/document.ts'

async function read(first: string | undefined, head: string | undefined = '', body: string | undefined = '') {
  const page = `<html><head><meta charset=utf-8>${head}</head><body ${body}><table><tr><td>${first}</td><td>22</td></tr><tr><td>33</td><td>44</td></tr></table></body></html>`
  const { document, messages } = await readHtml(Buffer.from(page), '报告.html')
  const grid = document?.blocks.find((block): block is GridBlock => block.kind === 'grid')
  const cells = grid?.cells.map(cell => `${cell.text} ${(cell.confidence ?? 1) < 0.9 ? 'doubted' : 'sure'}`)
  return { cells, codes: messages.map(item => item.code) }
}

const sure = ['134942 sure', '22 sure', '33 sure', '44 sure']

describe('what nobody sees on a web page is not read', () => {
  test.each<readonly [name: string, first: string, head?: string | undefined, body?: string | undefined]>([
    ['white, by its own style', '<span style="color:#fff">8</span>134942'],
    ['white, as colours are written in many ways', '<b style="color: RGBA(255, 254, 255, 1)">8</b>134942'],
    ['white, by an old element', '<font color=white>8</font>134942'],
    ['white, by a class', '<i class="a w">8</i>134942', '<style>.w { color: white }</style>'],
    [
      'white, by a class of what is around it',
      '<span class=w><i>8</i></span>134942',
      '<style>td .w i { color: #fffffe }</style>',
    ],
    [
      'by the more exact of two rules',
      '<i class=w id=x>8</i>134942',
      '<style>#x { color: #fff } .w { color: #000 }</style>',
    ],
    ['in the colour of its cell', '<span style="background:#dde8f0"><i style="color:#dee8f0">8</i></span>134942'],
    ['in the colour of the page', '<i style="color:#eee">8</i>134942', '', 'bgcolor="#eeeeee"'],
    ['transparent', '<i style="opacity:0">8</i>134942'],
    ['in a transparent colour', '<i style="color:rgba(0,0,0,0)">8</i>134942'],
    ['not visible', '<i style="visibility:hidden">8</i>134942'],
    ['not displayed, by a class', '<i class=n>8</i>134942', '<style>@media screen { .n { display: none } }</style>'],
    ['of no size', '<i style="font-size:0">8</i>134942'],
    ['out of the window', '<i style="position:absolute; left:-9999px">8</i>134942'],
    ['cut off', '<i style="position:absolute;clip:rect(0 0 0 0)">8</i>134942'],
    ['in a box of no height', '<div style="height:0;overflow:hidden">8</div>134942'],
    ['shrunk to nothing', '<i style="display:inline-block;transform:scale(0)">8</i>134942'],
  ])('%s', async (name, first, head, body) => {
    const { cells, codes } = await read(first, head, body)
    expect(cells).toEqual(sure)
    expect(codes).toEqual(/not displayed/.test(name ?? '') ? [] : ['html.unseenText'])
  })

  it('leaves a cell in its place that takes room and shows nothing', async () => {
    expect((await read('<b>134942</b></td><td style="visibility:hidden">8')).cells).toEqual([
      '134942 sure',
      ' sure',
      ...sure.slice(1),
    ])
  })
})

describe('what is seen on a web page is read', () => {
  test.each<readonly [name: string, first: string, head?: string | undefined]>([
    ['white on a dark cell', '<div style="background:#036;color:#fff">134942</div>'],
    ['white on a picture', '<div style="background:url(a.png);color:#fff">134942</div>'],
    ['grey', '<i style="color:#666">134942</i>'],
    ['visible inside what is not', '<div style="visibility:hidden"><i style="visibility:visible">134942</i></div>'],
    [
      'under a rule for print',
      '134942',
      '<style media=print>td { display: none }</style><style>@media print { td { color: #fff } }</style>',
    ],
    [
      'under a rule that nobody understands',
      '134942',
      '<style>td:hover { color: #fff } td::before { color: #fff }</style>',
    ],
    [
      'where a stronger rule shows it',
      '<i class=w>134942</i>',
      '<style>.w { color: #000 !important } td i.w { color: #fff }</style>',
    ],
  ])('%s', async (_, first, head = '') => {
    expect(await read(first, head)).toEqual({ cells: sure, codes: [] })
  })
})

describe('what cannot be decided is read and doubted', () => {
  test.each<readonly [name: string, first: string, head?: string | undefined]>([
    ['a figure so pale that it is hard to see', '<i style="color:#e6e6e6">134942</i>'],
    [
      'a white figure where a style sheet elsewhere may darken its ground',
      '<i style="color:#fff">134942</i>',
      '<link rel=stylesheet href=a.css>',
    ],
  ])('%s', async (_, first, head = '') => {
    expect((await read(first, head)).cells).toEqual(['134942 doubted', ...sure.slice(1)])
  })
})

test('whatever is added unseen to a page, the reading stays the same or is doubted', async () => {
  const manner = fc.constantFrom(
    'color:white',
    'opacity:0',
    'display:none',
    'visibility:hidden',
    'font-size:0',
    'color:#f8f8f8',
    'color:#e8e8e8',
  )
  const added = fc.tuple(manner, fc.stringMatching(/^[0-9]{1,4}$/), fc.nat({ max: 6 }))
  await fc.assert(
    fc.asyncProperty(fc.array(added, { minLength: 1, maxLength: 4 }), async all => {
      let first = '134942'
      for (const [style, text, at] of all) {
        const place = Math.max(first.search(/\d*$/), first.length - at)
        first = `${first.slice(0, place)}<i style="${style}">${text}</i>${first.slice(place)}`
      }
      const { cells } = await read(first)
      expect(cells?.[0] === '134942 sure' || cells?.[0]?.endsWith('doubted')).toBe(true)
      expect(cells?.slice(1)).toEqual(sure.slice(1))
    }),
    { numRuns: 150 },
  )
})
