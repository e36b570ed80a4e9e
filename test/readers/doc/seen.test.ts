import { Buffer } from 'node:buffer'
import { describe, expect, it, test } from 'vitest'
import { readDoc } from '../../../src/main/readers/doc/index.ts'
import { type Built, type BuiltParagraph, buildDoc, byte, inTable, long, rowDefinition, word } from './build.ts'

const colour = (rgb: number) => long(0x6870, ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >>> 16))
/** A shading of a kind: of characters, a paragraph or cells; automatic in front, this behind. */
const shade = (code: number, rgb: number, pattern = 0, first: readonly number[] = []) =>
  Buffer.from([
    ...[code & 0xff, code >>> 8, 10 + first.length, ...first, 0, 0, 0, 0xff],
    ...[rgb >>> 16, (rgb >>> 8) & 0xff, rgb & 0xff, 0, pattern, 0],
  ])

type Given = {
  readonly row?: readonly Buffer[]
  readonly paragraph?: readonly Buffer[]
  readonly styles?: NonNullable<Built['styles']>
  readonly style?: number
}

/** The second cell holds the text, whose first character has a look of its own. */
async function figure(text: string, looks: readonly Buffer[], { row = [], paragraph = [], styles, style }: Given = {}) {
  const cell = (content: string, more: readonly Buffer[] = []): BuiltParagraph => ({
    text: content,
    mark: '\x07',
    sprms: [...inTable(), ...more],
  })
  const end = (...more: readonly Buffer[]): BuiltParagraph => ({
    text: '',
    mark: '\x07',
    sprms: [...inTable(), byte(0x2417, 1), rowDefinition([0, 1000, 2000]), ...more],
  })
  const { document, messages } = await readDoc(
    buildDoc({
      paragraphs: [
        cell('label'),
        { ...cell(text, paragraph), ...(style === undefined ? {} : { style }) },
        end(...row),
        cell('label'),
        cell('2'),
        end(),
      ],
      characters: [{ paragraph: 1, from: 0, to: 1, sprms: looks }],
      ...(styles ? { styles } : {}),
    }),
    '报告.doc',
  )
  const found = document?.blocks.find(block => block.kind === 'grid')?.cells[1]
  return {
    cell: `${found?.text} ${(found?.confidence ?? 1) < 0.9 ? 'doubted' : 'sure'}`,
    codes: messages.map(item => item.code),
  }
}

const blue = 0x003366

describe('what nobody sees in a binary Word document is not read', () => {
  test.each<[string, Buffer[], Given?]>([
    ['white on the page', [colour(0xffffff)]],
    ['white, as old files write it', [byte(0x2a42, 8)]],
    ['nearly white', [colour(0xf5f8fa)]],
    ['in the colour of its own ground', [colour(blue), shade(0xca71, blue)]],
    ['in the colour of its highlight', [colour(0xffff00), byte(0x2a0c, 7)]],
    ['in the colour of its paragraph', [colour(blue)], { paragraph: [shade(0xc64d, blue)] }],
    ['in the colour of its cell', [colour(blue)], { row: [shade(0xd62d, blue, 0, [1, 2])] }],
    ['of no size', [word(0x4a43, 2)]],
  ])('%s', async (_, looks, given) => {
    expect(await figure('8134942', looks, given)).toEqual({ cell: '134942 sure', codes: ['office.unseenText'] })
  })

  it('by the style of its paragraph, unless it says otherwise', async () => {
    const styles = [
      { kind: 'paragraph' } as const,
      { kind: 'paragraph', base: 0, character: [colour(0xffffff)] } as const,
    ]
    expect((await figure('5134942', [colour(0)], { styles, style: 1 })).cell).toBe('5 sure')
  })
})

describe('what is seen in a binary Word document is read', () => {
  test.each<[string, Buffer[], Given?]>([
    ['white on a dark cell', [colour(0xffffff)], { row: [shade(0xd62d, blue, 0, [1, 2])] }],
    ['white on a dark paragraph', [colour(0xffffff)], { paragraph: [shade(0xc64d, blue)] }],
    ['white on a dark highlight', [colour(0xffffff), byte(0x2a0c, 9)]],
    ['in the automatic colour', [long(0x6870, 0xff000000 | 0)], { row: [shade(0xd62d, 0, 0, [1, 2])] }],
    ['red', [byte(0x2a42, 6)]],
  ])('%s', async (_, looks, given) => {
    expect(await figure('134942', looks, given)).toEqual({ cell: '134942 sure', codes: [] })
  })
})

describe('what cannot be decided in a binary Word document is read and doubted', () => {
  test.each<[string, Buffer[], Given?]>([
    ['so pale that it is hard to see', [colour(0xe6e6e6)]],
    ['white on a pattern', [colour(0xffffff)], { row: [shade(0xd62d, blue, 5, [1, 2])] }],
    ['white in a table whose style may shade its cells', [colour(0xffffff)], { row: [word(0x563a, 15)] }],
    ['pale, struck out', [colour(0xe6e6e6), byte(0x0837, 1)]],
  ])('%s', async (name, looks, given) => {
    const struck = /struck/.test(name) ? '1\u033634942' : '134942'
    expect(await figure('134942', looks, given)).toEqual({ cell: `${struck} doubted`, codes: [] })
  })
})
