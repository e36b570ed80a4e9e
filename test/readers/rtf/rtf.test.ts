import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRtf } from '../../../src/main/readers/rtf/index.ts'
import { encode } from '../../fixtures/encode.ts'
import type { costlyRtf } from '../costly.ts'
import { places, shownBlocks } from '../shown.ts'

const bytes = (rtf: string) => Buffer.from(rtf, 'latin1')
const read = (body: string, head = '\\ansi\\ansicpg936') => readRtf(bytes(`{\\rtf1${head} ${body}}`), '报告.rtf')
const shown = async (body: string, head?: string) => shownBlocks(await read(body, head))
const codes = async (body: string) => (await read(body)).messages.map(item => item.code)
/** Text as \'hh bytes of an encoding. */
const hex = (text: string, encoding: 'gb18030' | 'big5') =>
  [...encode(text, encoding)].map(byte => `\\'${byte.toString(16).padStart(2, '0')}`).join('')

describe('the text of RTF', () => {
  it('is decoded by the code page, by the font, and as Unicode with its fallback passed over', async () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset136 MingLiU;}}'
    expect(await shown(`${hex('年度', 'gb18030')}\\par`)).toEqual(['年度'])
    expect(
      await shown(
        `${fonts}\\f1 ${hex('报告', 'gb18030')}\\f2 ${hex('報告', 'big5')}\\f0 \\'e9\\uc2\\u24180\\'c4\\'ea\\uc0\\u24230.\\par`,
        '\\ansi\\ansicpg1252',
      ),
    ).toEqual(['报告報告é年度.'])
  })

  it('keeps a character whose second byte looks like a letter, over the ends of groups', async () => {
    // 丂 is 81 40, “@” being its second byte; 镕 is E9 46.
    expect(await shown("\\'81@\\'e9{F}\\par")).toEqual(['丂镕'])
  })

  it('uses the font for East Asian text where a run names several', async () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset134 SimSun;}}'
    const run = `\\f0\\loch\\af0\\hich\\af0\\dbch\\af1 ${hex('清河', 'gb18030')}`
    expect(await shown(`${fonts}${run}\\par`, '\\ansi\\ansicpg1252')).toEqual(['清河'])
  })

  it('accepts bytes that stand unescaped, in UTF-8 where the whole file is', async () => {
    const page = Buffer.concat([bytes('{\\rtf1\\ansi '), Buffer.from('年度报告'), bytes('\\par}')])
    expect(shownBlocks(await readRtf(page, '报告.rtf'))).toEqual(['年度报告'])
    const old = Buffer.concat([bytes('{\\rtf1\\ansi\\ansicpg936 '), encode('年度报告', 'gb18030'), bytes('\\par}')])
    expect(shownBlocks(await readRtf(old, '报告.rtf'))).toEqual(['年度报告'])
  })

  it('shows signs, spaces and line breaks, and no fonts, pictures, headers, field codes or unknown destinations', async () => {
    const body =
      '{\\colortbl;\\red0;}{\\header no}{\\*\\unknown no}a\\emdash b\\~c\\line d\\{\\}{\\field{\\*\\fldinst PAGE}{\\fldrslt 5}}\\par{\\pict\\bin4 }{}x}\\par'
    expect(await shown(body)).toEqual(['a—b c\nd{}5', 'image'])
  })

  it('takes headings and alignment from the paragraph or its style', async () => {
    const styles = '{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}}'
    const reading = await read(`${styles}\\pard\\qc A\\par\\pard\\s1 B\\par\\pard\\outlinelevel1 C\\par\\pard D\\par`)
    expect(reading.document?.blocks).toEqual([
      { kind: 'paragraph', text: 'A', align: 'center' },
      { kind: 'heading', level: 1, text: 'B' },
      { kind: 'heading', level: 2, text: 'C' },
      { kind: 'paragraph', text: 'D' },
    ])
  })

  it('shows the numbers of lists as written, without bullets', async () => {
    const body = '{\\listtext\\pard (1)\\tab}A\\par{\\listtext\\u-3913 ?\\tab}B\\par{\\pntext 1.\\tab}C\\par'
    expect(await shown(body)).toEqual(['(1) A', 'B', '1. C'])
  })

  it('leaves hidden and deleted text out, and says so', async () => {
    const body = 'A{\\v no}B{\\deleted no}{\\revised C}\\par'
    expect(await shown(body)).toEqual(['ABC'])
    expect(await codes(body)).toEqual(['office.trackedChanges', 'office.hiddenText'])
  })

  it('tells a figure struck out from the one behind it', async () => {
    expect(await shown('{\\strike 7}0{\\striked1 8}{\\striked0 9}\\par')).toEqual(['7\u033608\u03369'])
  })

  it('does not count the hidden styles among the hidden text', async () => {
    expect(await codes('{\\stylesheet{\\*\\cs5\\v hidden;}}A{\\cs5\\v no}\\par')).toEqual(['office.hiddenText'])
    expect((await read('{\\stylesheet{\\*\\cs5\\v hidden;}}A\\par')).messages).toEqual([])
  })

  it('is in the code page of a Chinese machine where none is named and its bytes say so', async () => {
    expect(await shown(`${hex('年度报告', 'gb18030')}\\par`, '\\ansi')).toEqual(['年度报告'])
    expect(await shown("caf\\'e9\\par", '\\ansi')).toEqual(['café'])
  })

  it('stands in drawn objects as Word 95 wrote them', async () => {
    expect(await shown('{\\*\\do\\dptxbx{\\dptxbxtext\\pard box\\par}\\dpx0}A\\par')).toEqual(['A', 'box'])
  })

  it('puts notes and text boxes at the end, with marks that are no figures', async () => {
    const body =
      '12{\\super\\chftn{\\*\\footnote{\\super\\chftn} note}}3{\\super 1}\\par{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt\\pard box\\par}}{\\shprslt no}}after\\par'
    expect(await shown(body)).toEqual(['12[1]3¹', 'after', '[1] note', 'box'])
  })

  it('takes the title from the facts about the document', async () => {
    expect((await read('{\\info{\\author no}{\\title T}}A\\par')).document?.title).toBe('T')
    expect((await read('{\\info{\\title{\\upr{?}{\\*\\ud\\u24180 ?}}}}A\\par')).document?.blocks).toHaveLength(1)
  })
})

describe('the tables of RTF', () => {
  const row = (definition: string, ...cells: readonly string[]) =>
    `\\trowd\\trleft0${definition}\\pard\\intbl ${cells.map(cell => `${cell}\\cell`).join(' ')}\\row`

  it('keep cells merged sideways and downwards', async () => {
    const body =
      row('\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000', 'A', 'B', '') +
      row('\\clvmrg\\cellx1000\\cellx2000\\cellx3000', '', '1', '2')
    expect(places(await read(body))).toEqual(['A@0,0+2×1', 'B@0,1+1×2', '1@1,1+1×1', '2@1,2+1×1'])
  })

  it('find columns by the edges of the cells, and keep empty cells empty', async () => {
    const body = row('\\cellx1000\\cellx3000', 'A', 'B') + row('\\cellx1000\\cellx2000\\cellx3000', 'C', '', '0')
    expect(places(await read(body))).toEqual(['A@0,0+1×1', 'B@0,1+1×2', 'C@1,0+1×1', '@1,1+1×1', '0@1,2+1×1'])
  })

  it('keep several paragraphs in a cell and mark one with a picture', async () => {
    const reading = await read(row('\\cellx1000\\cellx2000', 'A\\par B', '{\\pict 00}'))
    expect(reading.document?.blocks).toMatchObject([{ cells: [{ text: 'A\nB' }, { text: '', image: true }] }])
  })

  it('stand behind the table they are nested in, each with its own columns', async () => {
    const inner = (one: string, two: string) =>
      `\\pard\\intbl\\itap2 ${one}\\nestcell ${two}\\nestcell{\\*\\nesttableprops\\trowd\\cellx300\\cellx600\\nestrow}{\\nonesttables no}`
    const body = `\\trowd\\cellx1000\\cellx2000\\pard\\intbl A\\cell ${inner('1', '2')}${inner('3', '4')}\\pard\\intbl B\\cell\\row\\pard after\\par`
    expect(shownBlocks(await read(body))).toEqual([
      [['A', 'B']],
      [
        ['1', '2'],
        ['3', '4'],
      ],
      'after',
    ])
  })
})

describe('RTF that is not whole', () => {
  it('says where a file cut short ends', async () => {
    const reading = await readRtf(bytes('{\\rtf1 first\\par second'), '报告.rtf')
    expect(shownBlocks(reading)).toEqual(['first', 'second'])
    expect(reading.messages).toMatchObject([{ code: 'office.cutShort', params: { last: 'second' } }])
  })

  it.each([
    ['nested too deep', '{'.repeat(300), 'office.tooLarge'],
    ['too many cells', `\\trowd\\cellx9\\pard\\intbl ${'\\cell'.repeat(20_001)}`, 'office.tooManyCells'],
    ['no text', '{\\*\\x a}', 'office.noText'],
  ])('is refused with %s', async (_name, body, code) => {
    expect((await read(body)).messages.map(item => item.code)).toContain(code)
    expect((await read(body)).document).toBeNull()
  })

  it('says how many characters were lost', async () => {
    expect((await read("A\\'ff\\par")).messages).toMatchObject([
      { code: 'office.lostCharacters', params: { count: 1 } },
    ])
  })

  const word = fc.constantFrom(
    ..."{ } \\par \\cell \\row \\trowd \\cellx100 \\cellx-5 \\clvmgf \\clvmrg \\clmgf \\clmrg \\intbl \\itap2 \\itap99 \\nestcell \\nestrow \\pard \\u24180 \\uc9 \\bin3 \\bin999999 \\* \\footnote \\shp \\shptxt \\nesttableprops \\upr \\ud \\listtext \\chftn \\super \\v \\plain \\'81 \\'zz \\info \\title \\fonttbl \\f1 \\fcharset134 \\stylesheet \\s1 \\outlinelevel2 text 12 \\".split(
      ' ',
    ),
  )
  it('never throws and always ends, whatever words it is made of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 80 }), async words => {
        const reading = await read(words.join(''))
        for (const block of reading.document?.blocks ?? []) {
          if (block.kind !== 'grid') continue
          for (const cell of block.cells) {
            expect(cell.row + cell.rowSpan).toBeLessThanOrEqual(block.rows)
            expect(cell.column + cell.columnSpan).toBeLessThanOrEqual(block.columns)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  const many = 2_000
  it.each<[(typeof costlyRtf)[number], readonly unknown[]]>([
    ['\\u24180\\cell', [[Array.from({ length: many }, () => '年')], '后']],
    ['{\\listtext a}', [`${'a '.repeat(many)}后`]],
    ['\\trowd\\cellx1\\row', ['后']],
    ["\\'81", [`${'亖'.repeat(many / 2)}后`]],
    ['{\\footnote x}', ['后', ...Array.from({ length: many }, () => 'x')]],
    [' ', ['后']],
  ])('is read whole though %s stands in it again and again', async (piece, texts) => {
    expect(await shown(`${piece.repeat(many)}\\pard\\plain\\u21518?\\par`)).toEqual(texts)
  })
})
