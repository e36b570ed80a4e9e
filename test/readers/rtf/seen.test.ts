import { describe, expect, it, test } from 'vitest'
import { readRtf } from '../../../src/main/readers/rtf/index.ts'

// 1 black, 2 white, 3 nearly white, 4 dark blue, 5 yellow, 6 pale grey.
const colours =
  '{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;\\red245\\green248\\blue250;\\red0\\green51\\blue102;\\red255\\green255\\blue0;\\red230\\green230\\blue230;}'

/** The cell with this text, and what was said of the reading. */
async function figure(text: string, { cell = '', paragraph = '', before = '' } = {}) {
  const row = (shading: string, first: string) =>
    `\\trowd\\cellx1000${shading}\\cellx2000\\pard\\intbl label\\cell\\pard\\intbl${first}\\cell\\row`
  const body = `${before}${row(cell, `${paragraph}{${text}}`)}${row('', ' 2')}\\pard end\\par`
  const { document, messages } = await readRtf(Buffer.from(`{\\rtf1\\ansi${colours}${body}}`, 'latin1'), '报告.rtf')
  const found = document?.blocks.find(block => block.kind === 'grid')?.cells[1]
  return {
    cell: `${found?.text} ${(found?.confidence ?? 1) < 0.9 ? 'doubted' : 'sure'}`,
    codes: messages.map(item => item.code),
  }
}

describe('what nobody sees in RTF is not read', () => {
  test.each<[string, string, Parameters<typeof figure>[1]?]>([
    ['white on the page', '{\\cf2 8}134942'],
    ['nearly white, as bytes', "{\\cf3\\'38}134942"],
    ['white, as Unicode', '{\\cf2\\u56 ?}134942'],
    ['in the colour of its cell', '{\\cf4 8}134942', { cell: '\\clcbpat4' }],
    ['in the colour of its paragraph', '{\\cf4 8}134942', { paragraph: '\\cbpat4' }],
    ['in the colour of its highlight', '{\\cf5\\highlight5 8}134942'],
    ['in the colour of its own ground', '{\\cf4\\chcbpat4 8}134942'],
    ['of no size', '{\\fs1 8}\\fs24 134942'],
    ['until the looks are plain again', '\\cf2 8\\plain 134942'],
  ])('%s', async (_, text, given) => {
    expect(await figure(text, given)).toEqual({ cell: '134942 sure', codes: ['office.unseenText'] })
  })
})

describe('what is seen in RTF is read', () => {
  test.each<[string, string, Parameters<typeof figure>[1]?]>([
    ['white on a dark cell', '\\cf2 134942', { cell: '\\clcbpat4' }],
    ['white on a dark paragraph', '\\cf2 134942', { paragraph: '\\cbpat4' }],
    ['white on a dark ground of its own', '\\cf2\\chcbpat4 134942'],
    ['black, and in a colour that the table does not have', '\\cf1 134\\cf9 942'],
    ['in the automatic colour', '\\cf0 134942', { cell: '\\clcbpat1' }],
  ])('%s', async (_, text, given) => {
    expect(await figure(text, given)).toEqual({ cell: '134942 sure', codes: [] })
  })

  it('also when it is a character whose two bytes come in two colours', async () => {
    const { document } = await readRtf(
      Buffer.from(`{\\rtf1\\ansi\\ansicpg936${colours}\\cf1\\'81\\cf4 @\\par}`),
      '报告.rtf',
    )
    expect(document?.blocks).toEqual([{ kind: 'paragraph', text: '丂' }])
  })
})

describe('what cannot be decided in RTF is read and doubted', () => {
  test.each<[string, string, Parameters<typeof figure>[1]?]>([
    ['so pale that it is hard to see', '\\cf6 134942'],
    ['white on a pattern', '\\cf2 134942', { cell: '\\clcbpat4\\clshdng1500' }],
    ['white on a ground that programs do not agree on', '\\cf2\\cb4 134942'],
    ['white where a picture lies behind the text', '\\cf2 134942', { before: '{\\shp{\\*\\shpinst\\shpfblwtxt1}}' }],
  ])('%s', async (_, text, given) => {
    expect(await figure(text, given)).toEqual({ cell: '134942 doubted', codes: [] })
  })
})
