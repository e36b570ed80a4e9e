import { describe, expect, test } from 'vitest'
import { readPdf } from '../../../src/main/readers/pdf/index.ts'
import type { Block, GridBlock } from '../../../src/shared/data/document.ts'
import { messageText } from '../../../src/shared/messages/index.ts'
import { chinese, latin, type MadePage, makePdf, ruled, stream } from './build.ts'

async function read(pages: readonly MadePage[], extra: readonly string[] = [], info = '') {
  const { document, messages } = await readPdf(makePdf(pages, extra, info), '报告.pdf')
  return { blocks: document?.blocks ?? [], document, messages, codes: messages.map(one => one.code) }
}

const grids = (blocks: readonly Block[]): readonly GridBlock[] => blocks.filter(block => block.kind === 'grid')
const words = (grid: GridBlock | undefined) => grid?.cells.map(cell => cell.text)

const xs = [100, 200, 300]
const ys = [700, 670, 640]
const table =
  ruled(xs, ys) + latin('11', 110, 680) + latin('22', 210, 680) + latin('33', 110, 650) + latin('44', 210, 650)

describe('made-up PDFs', () => {
  test('a ruled table is a grid with boxes from the top left corner', async () => {
    const { blocks, document, messages } = await read([{ content: table }], [], '/Title (Annual report)')
    const [grid] = grids(blocks)
    expect(messages).toEqual([])
    expect(document?.title).toBe('Annual report')
    expect(document?.pages).toEqual([{ number: 1, width: 595, height: 842 }])
    expect(words(grid)).toEqual(['11', '22', '33', '44'])
    expect(grid?.cells[0]?.box?.map(Math.round)).toEqual([100, 142, 200, 172])
  })

  test.each([
    [90, [670 - 30, 100, 670, 200]],
    [180, [395, 670, 495, 700]],
    [270, [142, 395, 172, 495]],
  ])('a page turned by %i degrees is read as it is shown', async (rotate, box) => {
    const { blocks, document } = await read([{ content: table, rotate }])
    const cell = grids(blocks)[0]?.cells.find(one => one.text === '11')
    expect(document?.pages[0]?.width).toBe(rotate === 180 ? 595 : 842)
    expect(
      grids(blocks)[0]
        ?.cells.map(one => one.text)
        .sort(),
    ).toEqual(['11', '22', '33', '44'])
    const expected = rotate === 90 ? [670, 100, 700, 200] : box
    expect(cell?.box?.map(Math.round)).toEqual(expected)
  })

  test('a page drawn sideways and turned upright reads like any other', async () => {
    // The landscape page that writers make: content turned a quarter, /Rotate turns it back.
    const content = `q 0 1 -1 0 595 0 cm ${ruled([100, 200, 300], [400, 370, 340])}${latin('11', 110, 380)}${latin('22', 210, 380)}${latin('33', 110, 350)}${latin('44', 210, 350)} Q`
    const { blocks } = await read([{ content, rotate: 90 }])
    expect(words(grids(blocks)[0])).toEqual(['11', '22', '33', '44'])
  })

  test('lines and text inside form XObjects follow their matrices', async () => {
    const form = stream(
      table,
      '/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Matrix [0.5 0 0 0.5 20 30] /Resources << /Font << /F1 3 0 R >> >>',
    )
    const content = 'q 1 0 0 1 10 0 cm /X1 Do Q'
    const { blocks } = await read([{ content, resources: '/XObject << /X1 20 0 R >>' }], [form])
    expect(words(grids(blocks)[0])).toEqual(['11', '22', '33', '44'])
    expect(grids(blocks)[0]?.cells[0]?.box?.map(Math.round)).toEqual([80, 462, 130, 477])
  })

  test('thin filled rectangles are lines, shading is none', async () => {
    const bars = [...ys.map(y => `100 ${y} 200.5 0.5 re`), ...xs.map(x => `${x} 640 0.5 60.5 re`)].join(' ')
    const shading = '0.8 g 100 670 200 30 re f 0 g\n'
    const content = `${shading + bars} f\n${latin('11', 110, 680)}${latin('44', 210, 650)}`
    const { blocks } = await read([{ content }])
    expect(words(grids(blocks)[0])).toEqual(['11', '', '', '44'])
  })

  test('Chinese from a font that is not embedded is read through the character maps', async () => {
    const { blocks } = await read([{ content: ruled(xs, ys) + chinese('规章', 110, 680) + latin('3', 210, 680) }])
    expect(words(grids(blocks)[0])?.slice(0, 2)).toEqual(['规章', '3'])
  })

  test('one drawn string that runs through two cells is parted between them', async () => {
    const spaced = 'BT /F1 10 Tf 110 680 Td [(11) -9000 (22)] TJ ET\n'
    const { blocks } = await read([{ content: ruled(xs, ys) + spaced }])
    expect(words(grids(blocks)[0])?.slice(0, 2)).toEqual(['11', '22'])
  })

  test('characters drawn twice to look bold are read once', async () => {
    const { blocks } = await read([{ content: ruled(xs, ys) + latin('235', 110, 680) + latin('235', 110.3, 680) }])
    expect(words(grids(blocks)[0])?.[0]).toBe('235')
  })

  test('word spacing, character spacing, scaling and rise move what follows as they do on paper', async () => {
    const text = 'BT /F1 10 Tf 2 Tc 5 Tw 50 Tz 110 680 Td (1 2) Tj 3 Ts (3) Tj ET\n'
    const { blocks } = await read([{ content: ruled(xs, ys) + text }])
    expect(words(grids(blocks)[0])?.[0]).toBe('1 2³')
  })

  test.each([
    [
      'smaller and higher, as word processors set it',
      'BT /F1 10 Tf 110 680 Td (12) Tj /F1 5.8 Tf 3.3 Ts (1) Tj ET',
      '12¹',
    ],
    ['a little smaller, as browsers set it', 'BT /F1 12 Tf 110 680 Td (12) Tj /F1 10 Tf 4 Ts (10) Tj ET', '12¹⁰'],
    ['moved up in its own size', 'BT /F1 10 Tf 110 680 Td (12) Tj 3 Ts (1) Tj ET', '12¹'],
    ['before its figure', 'BT /F1 6 Tf 4 Ts 110 680 Td (12) Tj /F1 10 Tf 0 Ts (34) Tj ET', '¹²34'],
    ['after a word', 'BT /F1 10 Tf 110 680 Td (total) Tj /F1 6 Tf 4 Ts (2) Tj ET', 'total²'],
    ['smaller on the same line, which is no mark', 'BT /F1 10 Tf 110 680 Td (12) Tj /F1 8 Tf (1) Tj ET', '121'],
    [
      'too high for the line, which is another number',
      'BT /F1 10 Tf 110 675 Td (12) Tj /F1 8 Tf 12 Ts (1) Tj ET',
      '1\n12',
    ],
  ])('a raised figure: %s', async (_, text, expected) => {
    const { blocks } = await read([{ content: `${ruled(xs, ys)}${text}\n` }])
    expect(words(grids(blocks)[0])?.[0]).toBe(expected)
  })

  test('numbers broken over two lines in narrow cells stay one row beside a number on one line', async () => {
    const narrow = [100, 200, 230, 260, 290]
    const column = (x: number) => latin('3129', x, 685) + latin('3', x + 8, 672)
    const content = ruled(narrow, [700, 665, 640]) + latin('total', 110, 680) + column(204) + column(234)
    const { blocks } = await read([{ content: content + latin('7', 270, 680) + latin('8', 270, 650) }])
    expect(grids(blocks)[0]?.rows).toBe(2)
    expect(words(grids(blocks)[0])).toEqual(['total', '3129\n3', '3129\n3', '7', '', '', '', '8'])
  })

  test('numbers broken by hand stay one row beside a number half way between their lines', async () => {
    const column = (x: number) => latin('312', x, 685) + latin('9', x, 673)
    const content = ruled([100, 200, 260, 320, 380], [700, 665, 640]) + latin('total', 110, 679) + column(210)
    const { blocks } = await read([{ content: content + column(270) + latin('7', 330, 679) + latin('8', 330, 650) }])
    expect(grids(blocks)[0]?.rows).toBe(2)
    expect(words(grids(blocks)[0])?.slice(0, 4)).toEqual(['total', '312\n9', '312\n9', '7'])
  })

  test.each([
    ['in every column', [100, 200, 230, 260, 290], ['3129', '3128', '3127']],
    ['in columns with room for more digits', [100, 200, 260, 320, 380], ['3129', '3128', '']],
  ])('numbers one below the other %s are rows whose borders were not drawn', async (_, columns, upper) => {
    const line = (y: number, label: string, values: readonly string[]) =>
      latin(label, 110, y) + values.map((value, index) => latin(value, (columns[index + 1] ?? 0) + 4, y)).join('')
    const content = ruled(columns, [700, 655]) + line(685, 'granted', upper) + line(665, 'denied', ['3', '4', '5'])
    const { blocks } = await read([{ content }])
    expect(grids(blocks)[0]?.rows).toBe(2)
  })

  test('text turned a quarter inside a cell is read in its own direction', async () => {
    const turned = 'BT /F2 10 Tf 0 1 -1 0 130 645 Tm <4e0d4e88516c5f00> Tj ET\n'
    const { blocks } = await read([{ content: ruled(xs, [700, 640]) + turned }])
    expect(words(grids(blocks)[0])?.[0]).toBe('不予公开')
  })

  test('page numbers and running heads between the parts of a table do not part it', async () => {
    const page = (number: number, top: string, values: readonly string[]) => ({
      content:
        chinese('某区年度报告', 250, 815, 9) +
        latin(`- ${number} -`, 280, 30, 9) +
        top +
        ruled(xs, [760, 730]) +
        latin(values[0] ?? '', 110, 740) +
        latin(values[1] ?? '', 210, 740),
    })
    const pages = [
      page(1, '', ['1', '2']),
      page(2, '', ['3', '4']),
      page(3, chinese('另起一表', 100, 780, 10), ['5', '6']),
    ]
    const { blocks } = await read(pages)
    expect(grids(blocks).map(words)).toEqual([
      ['1', '2', '3', '4'],
      ['5', '6'],
    ])
    expect(grids(blocks)[0]?.cells.map(cell => cell.page)).toEqual([1, 1, 2, 2])
    expect(blocks.filter(block => block.kind === 'paragraph').map(block => block.text)).toEqual(['另起一表'])
  })

  test('blank values alone on the next page still belong to the table', async () => {
    const upper = ruled(xs, [100, 70]) + latin('upheld', 110, 80) + latin('total', 210, 80)
    const { blocks } = await read([{ content: upper }, { content: ruled(xs, [800, 770]) }])
    expect(grids(blocks).map(words)).toEqual([['upheld', 'total', '', '']])
    expect(grids(blocks)[0]?.rows).toBe(2)
  })

  test.each(['续表', '（续）', '表2  事项统计表（续）', '事项统计表'])(
    'a line “%s” between two parts of a table does not part it, and stays as text',
    async words_ => {
      const caption = chinese('事项统计表', 100, 140)
      const upper = caption + ruled(xs, [130, 100, 70]) + latin('1', 110, 110) + latin('2', 210, 80)
      // Page numbers keep the line out of the margin where running heads stand.
      const lower = chinese(words_, 100, 700) + ruled(xs, [690, 660]) + latin('3', 110, 670)
      const { blocks } = await read([{ content: upper }, { content: lower }])
      expect(grids(blocks).map(grid => [grid.rows, grid.cells.map(cell => cell.text)])).toEqual([
        [3, ['1', '', '', '2', '3', '']],
      ])
      expect(blocks.map(block => (block.kind === 'paragraph' ? block.text : block.kind)).slice(1)).toEqual([
        'grid',
        words_.replace(/ +/, ' '),
      ])
    },
  )

  test('another heading between them does', async () => {
    const upper = ruled(xs, [130, 100]) + latin('1', 110, 110)
    const lower = chinese('另一张表', 100, 700) + ruled(xs, [690, 660]) + latin('3', 110, 670)
    const { blocks } = await read([{ content: upper }, { content: lower }])
    expect(blocks.map(block => block.kind)).toEqual(['grid', 'paragraph', 'grid'])
  })

  test.each([
    [1, '0 -1 1 0 0 842'],
    [2, '-1 0 0 -1 595 842'],
    [3, '0 1 -1 0 595 0'],
  ])(
    'a table drawn with %i quarter turns on an upright page is read upright, its boxes where they stand',
    async (turn, matrix) => {
      const text =
        latin('eleven of them', 110, 380) +
        latin('twenty-two', 210, 380) +
        latin('33', 110, 350) +
        latin('44', 210, 350)
      const { blocks, document } = await read([{ content: `q ${matrix} cm ${ruled(xs, [400, 370, 340])}${text} Q` }])
      expect(document?.pages).toEqual([{ number: 1, width: 595, height: 842 }])
      expect(words(grids(blocks)[0])).toEqual(['eleven of them', 'twenty-two', '33', '44'])
      const shown = { 1: [370, 100, 400, 200], 2: [395, 370, 495, 400], 3: [195, 642, 225, 742] }[turn]
      expect(grids(blocks)[0]?.cells[0]?.box?.map(Math.round)).toEqual(shown)
    },
  )

  test('borders of dashes, of dots and of pictures one dot high are borders', async () => {
    const pieces = (length: number, gap: number) =>
      [
        ...ys.map(y =>
          Array.from(
            { length: Math.ceil(200 / (length + gap)) },
            (_, at) => `${100 + at * (length + gap)} ${y} ${length} 0.5 re`,
          ),
        ),
        ...xs.map(x =>
          Array.from(
            { length: Math.ceil(60 / (length + gap)) },
            (_, at) => `${x} ${640 + at * (length + gap)} 0.5 ${length} re`,
          ),
        ),
      ]
        .flat()
        .map(one => `${one} f`)
        .join('\n')
    const text = latin('11', 110, 680) + latin('44', 210, 650)
    const strips = [
      ...ys.map(y => `q 200 0 0 0.7 100 ${y} cm /I1 Do Q`),
      ...xs.map(x => `q 0.7 0 0 60 ${x} 640 cm /I1 Do Q`),
    ].join('\n')
    const image = stream(
      '\u0000',
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
    )
    const resources = '/XObject << /I1 20 0 R >>'
    for (const drawn of [pieces(3, 4), pieces(0.5, 1), strips]) {
      const { blocks, messages } = await read([{ content: `${drawn}\n${text}`, resources }], [image])
      expect(messages).toEqual([])
      expect(words(grids(blocks)[0])).toEqual(['11', '', '', '44'])
      expect(grids(blocks)[0]?.cells.every(cell => cell.confidence === undefined && !cell.image)).toBe(true)
    }
  })

  test('Chinese fonts without a table of their own are read through the character maps of their encoding', async () => {
    const shown = (font: string, codes: string, y: number) => `BT /${font} 10 Tf 100 ${y} Td <${codes}> Tj ET\n`
    // GBK codes of 规章; numbers 3915 and 1861 of the Adobe-GB1 collection are those that its map gives for 系 and 规.
    const { blocks, codes } = await read([{ content: shown('F3', 'b9e6d5c2', 700) + shown('F4', '0f22', 600) }])
    expect(codes).toEqual([])
    expect(blocks.map(block => (block.kind === 'paragraph' ? block.text : ''))).toEqual(['规章', '系'])
  })

  test('crossing lines without text are a drawing, not a table', async () => {
    const { blocks } = await read([{ content: ruled(xs, ys) + latin('text', 100, 400) }])
    expect(blocks.map(block => block.kind)).toEqual(['paragraph'])
  })
})

describe('what cannot be read', () => {
  const picture = stream(
    '\u0000',
    '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
  )
  const scan = { content: 'q 595 0 0 842 0 0 cm /I1 Do Q', resources: '/XObject << /I1 20 0 R >>' }

  test('a document of pictures is said to be one, and each page is an image block', async () => {
    const { blocks, codes } = await read([scan, scan], [picture])
    expect(codes).toEqual(['pdf.allImages'])
    expect(blocks.map(block => [block.kind, block.page])).toEqual([
      ['image', 1],
      ['image', 2],
    ])
    expect(blocks[0]?.box).toEqual([0, 0, 595, 842])
  })

  test('pages of pictures among pages of text are named', async () => {
    const { messages } = await read([{ content: table }, scan, scan], [picture])
    expect(messages.map(one => [one.code, one.params])).toEqual([['pdf.noText', { pages: '2–3' }]])
  })

  test('a picture as wide as a table between paragraphs is an image block in its place', async () => {
    const content = `${latin('above', 100, 700)}q 300 0 0 200 100 400 cm /I1 Do Q ${latin('below', 100, 300)}`
    const { blocks } = await read([{ content, resources: '/XObject << /I1 20 0 R >>' }], [picture])
    expect(blocks.map(block => block.kind)).toEqual(['paragraph', 'image', 'paragraph'])
    expect(blocks[1]?.box?.map(Math.round)).toEqual([100, 242, 400, 442])
  })

  test('a picture inside a cell is noted there', async () => {
    const content = `${table}q 20 0 0 20 250 675 cm /I1 Do Q`
    const { blocks } = await read([{ content, resources: '/XObject << /I1 20 0 R >>' }], [picture])
    expect(grids(blocks)[0]?.cells.map(cell => cell.image ?? false)).toEqual([false, true, false, false])
  })

  test('invisible text over a scan is read, with a warning that a program made it', async () => {
    const content = `q 595 0 0 842 0 0 cm /I1 Do Q BT 3 Tr /F1 10 Tf 100 700 Td (recognised words here) Tj ET`
    const { codes, blocks } = await read([{ ...scan, content }], [picture])
    expect(codes).toEqual(['pdf.scanText'])
    expect(blocks.map(block => block.kind)).toEqual(['paragraph'])
  })

  test('an empty page makes an empty document, and that is said', async () => {
    const { codes, document } = await read([{ content: '' }])
    expect(codes).toEqual(['pdf.empty'])
    expect(document?.blocks).toEqual([])
  })

  test('characters without a usable code are counted', async () => {
    const { messages } = await read([{ content: chinese('规\ue001\ue002\ue003章', 100, 700) }])
    expect(messages.map(one => [one.code, one.params])).toEqual([['pdf.textSuspicious', { count: 3, pages: '1' }]])
  })

  test('a font that says nothing of its characters is told of, page by page', async () => {
    const lost = Array.from(
      { length: 6 },
      (_, row) => `BT /F5 10 Tf 100 ${700 - row * 20} Td <0102030405060708> Tj ET\n`,
    )
    const { messages } = await read([{ content: latin('whole', 100, 700) }, { content: lost.join('') }])
    expect(messages.map(one => [one.code, one.params])).toEqual([['pdf.textDoubtful', { pages: '2' }]])
  })

  test('Chinese characters at random are no text: the page is named and its cells are doubtful', async () => {
    const random = (row: number) =>
      Array.from({ length: 20 }, (_, at) => String.fromCodePoint(0x4e00 + (((row * 20 + at) * 977) % 0x5000))).join('')
    const lines = Array.from({ length: 8 }, (_, row) => chinese(random(row), 100, 500 - row * 20)).join('')
    const { messages, blocks } = await read([{ content: table + lines }])
    expect(messages.map(one => one.code)).toEqual(['pdf.textDoubtful'])
    expect(grids(blocks)[0]?.cells.map(cell => cell.confidence)).toEqual([0.5, 0.5, 0.5, 0.5])
  })

  test('rubbish, and a PDF head with nothing behind it, are errors that name the file', async () => {
    for (const bytes of [new Uint8Array(0), new TextEncoder().encode('%PDF-1.7\nnothing')]) {
      const { document, messages } = await readPdf(bytes, '报告.pdf')
      expect(document).toBeNull()
      expect(messages.map(one => one.code)).toEqual(['pdf.damaged'])
      expect(messages.map(one => messageText(one, 'zh')).join()).toContain('“报告.pdf”')
    }
  })

  test('a file that lost its trailer, or its catalogue too, is read as far as it goes, with a warning', async () => {
    const whole = makePdf([{ content: table }, { content: latin('second', 100, 700) }])
    const text = Buffer.from(whole).toString('latin1')
    const withoutTrailer = text.slice(0, text.indexOf('xref\n'))
    for (const rest of [withoutTrailer, withoutTrailer.replace('/Catalog', '/Katalog')]) {
      const { document, messages } = await readPdf(new Uint8Array(Buffer.from(rest, 'latin1')), '报告.pdf')
      expect(messages.map(one => [one.code, one.params])).toEqual([['pdf.incomplete', { pages: 2 }]])
      expect(document?.blocks.map(block => block.kind)).toEqual(['grid', 'paragraph'])
    }
  })

  test('the bytes handed in stay whole', async () => {
    const bytes = makePdf([{ content: table }])
    const before = bytes.slice()
    await readPdf(bytes, '报告.pdf')
    expect(bytes).toEqual(before)
  })
})

describe('hostile files', () => {
  test('a page of very many lines is given up in time, and named', async () => {
    const lines = Array.from(
      { length: 70_000 },
      (_, index) => `${(index * 7) % 590} ${(index * 11) % 840} m ${(index * 7) % 590} ${((index * 11) % 840) + 5} l S`,
    )
    const { codes } = await read([{ content: lines.join('\n') + latin('text', 100, 700) }])
    expect(codes).toContain('pdf.pageTooComplex')
  })

  test('characters drawn over and over at one place are one character', async () => {
    const { blocks } = await read([{ content: latin('9', 100, 700).repeat(3_000) }])
    expect(blocks.map(block => (block.kind === 'paragraph' ? block.text : ''))).toEqual(['9'])
  })

  test('states saved without end and forms that draw themselves do no harm', async () => {
    const form = stream(
      'q /X1 Do',
      '/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << /X1 20 0 R >> >>',
    )
    const content = `${'q '.repeat(5000)} /X1 Do ${'Q '.repeat(5000)} ${table}`
    const { blocks, codes } = await read([{ content, resources: '/XObject << /X1 20 0 R >>' }], [form])
    expect(codes).toEqual(['pdf.pagesDoubtful'])
    expect(words(grids(blocks)[0])).toEqual(['11', '22', '33', '44'])
  })
})
