import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOdt } from '../../../src/main/readers/odt/index.ts'
import { buildZip, type Entry } from '../common/zip/build.ts'
import { repeatedTables } from '../costly.ts'
import { places, shownBlocks } from '../shown.ts'

const names = ['office', 'text', 'table', 'style']
  .map(name => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')
const declarations = `${names} xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"`
const content = (body: string, styles = '') =>
  `<office:document-content ${declarations}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
const pack = (body: string, styles = '', more: readonly Entry[] = []) =>
  buildZip(
    [
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' },
      { name: 'content.xml', data: content(body, styles) },
      ...more,
    ].map(entry => ({ ...entry, level: 0 })),
  )
const read = (body: string, styles = '', more: readonly Entry[] = []) => readOdt(pack(body, styles, more), '报告.odt')
const shown = async (body: string, styles = '') => shownBlocks(await read(body, styles))
const codes = async (body: string) => (await read(body)).messages.map(item => item.code)

const p = (text: string) => `<text:p>${text}</text:p>`
const cell = (text: string, more = '') => `<table:table-cell ${more}>${p(text)}</table:table-cell>`
const row = (...cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
const table = (...rows: readonly string[]) => `<table:table>${rows.join('')}</table:table>`
const covered = '<table:covered-table-cell/>'

describe('reading an OpenDocument text', () => {
  it('keeps headings, alignment, written spaces, tabs and line breaks, but not the line breaks of the file', async () => {
    const styles =
      '<style:style style:name="A"><style:paragraph-properties fo:text-align="center"/></style:style><style:style style:name="B" style:parent-style-name="A"/>'
    const body = `<text:h text:outline-level="2">一、总体</text:h><text:p text:style-name="B">年度\n   报告</text:p>${p('甲<text:s text:c="3"/>乙<text:tab/>丙<text:line-break/>丁')}`
    expect((await read(body, styles)).document?.blocks).toEqual([
      { kind: 'heading', level: 2, text: '一、总体' },
      { kind: 'paragraph', text: '年度 报告', align: 'center' },
      { kind: 'paragraph', text: '甲   乙\t丙\n丁' },
    ])
  })

  it('leaves out deleted, hidden and ruby text, comments and bookmarks, and says so of the first two', async () => {
    const styles = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    const body = `<text:tracked-changes><text:changed-region><text:deletion>${p('删')}</text:deletion></text:changed-region></text:tracked-changes>${p('甲<text:span text:style-name="H">不见</text:span><office:annotation><text:p>批注</text:p></office:annotation><text:ruby><text:ruby-base>清</text:ruby-base><text:ruby-text>qing</text:ruby-text></text:ruby>')}`
    expect(await shown(body, styles)).toEqual(['甲清'])
    expect((await read(body, styles)).messages.map(item => item.code)).toEqual([
      'office.trackedChanges',
      'office.hiddenText',
    ])
  })

  it('reads the text of shapes and of numbered paragraphs, and no hidden section', async () => {
    const shape = `<draw:custom-shape>${p('形')}<draw:enhanced-geometry/></draw:custom-shape>`
    const body = `${p(`前${shape}`)}<draw:g>${shape}</draw:g><text:numbered-paragraph>${p('甲')}</text:numbered-paragraph><text:section text:display="none">${p('不见')}</text:section>`
    expect(await shown(body)).toEqual(['前', '形', '形', '甲'])
    expect(await codes(body)).toEqual(['office.hiddenText'])
  })

  it('tells a figure struck out from the one behind it', async () => {
    const styles =
      '<style:style style:name="S"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    const body = table(row(cell('新收'), cell('<text:span text:style-name="S">7</text:span>0')))
    expect(await shown(body, styles)).toEqual([[['新收', '7\u03360']]])
  })

  it('numbers lists, nested and continued, and headings', async () => {
    const styles = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/></text:list-style>`
    const outline = `<office:document-styles ${declarations}><office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style></office:styles></office:document-styles>`
    const list = (more: string, ...items: readonly string[]) =>
      `<text:list text:style-name="L" ${more}>${items.map(item => `<text:list-item>${item}</text:list-item>`).join('')}</text:list>`
    const body =
      list('', p('甲') + list('', p('子'), p('丑')), p('乙')) +
      list('text:continue-numbering="true"', p('丙') + p('又一段')) +
      list('', p('重')) +
      '<text:h text:outline-level="1">题</text:h>'
    const reading = await read(body, styles, [{ name: 'styles.xml', data: outline }])
    expect(shownBlocks(reading)).toEqual([
      '一、甲',
      '一.1. 子',
      '一.2. 丑',
      '二、乙',
      '三、丙',
      '又一段',
      '一、重',
      'I. 题',
    ])
  })

  it('puts text boxes behind their paragraph, notes at the end, and marks pictures', async () => {
    const note =
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>含上年</text:p></text:note-body></text:note>'
    const body =
      p(`12${note}<draw:frame><draw:text-box>${p('框中')}</draw:text-box></draw:frame>`) +
      p('<draw:frame><draw:image/></draw:frame>')
    expect(await shown(body)).toEqual(['12[1]', '框中', 'image', '[1] 含上年'])
  })

  it('takes the title from the properties', async () => {
    const meta = `<office:document-meta ${declarations}><office:meta><dc:title> 年报 </dc:title></office:meta></office:document-meta>`
    expect((await read(p('甲'), '', [{ name: 'meta.xml', data: meta }])).document?.title).toBe('年报')
  })

  it('reads the flat form', async () => {
    const flat = `<?xml version="1.0"?>${content(p('甲')).replaceAll('document-content', 'document')}`
    expect(shownBlocks(await readOdt(Buffer.from(flat), '报告.fodt'))).toEqual(['甲'])
  })
})

describe('the tables of an OpenDocument text', () => {
  it('keep spans, header rows and empty cells', async () => {
    const body = table(
      `<table:table-header-rows>${row(cell('甲', 'table:number-rows-spanned="2"'), cell('数', 'table:number-columns-spanned="2"'), covered)}</table:table-header-rows>`,
      row(covered, cell('3'), cell('')),
    )
    expect(places(await read(body))).toEqual(['甲@0,0+2×1', '数@0,1+1×2', '3@1,1+1×1', '@1,2+1×1'])
  })

  it('repeat cells and rows as the file says', async () => {
    const body = table(
      row(cell('0', 'table:number-columns-repeated="2"')).replace(
        '<table:table-row>',
        '<table:table-row table:number-rows-repeated="2">',
      ),
    )
    expect(await shown(body)).toEqual([
      [
        ['0', '0'],
        ['0', '0'],
      ],
    ])
  })

  it('mark a cell with a picture and keep a table in a table', async () => {
    const inner = table(row(cell('1'), cell('2')), row(cell('3'), cell('4')))
    const body = table(
      row(`<table:table-cell>${inner}</table:table-cell>`, cell('<draw:frame><draw:image/></draw:frame>')),
    )
    const reading = await read(body)
    expect(shownBlocks(reading)).toEqual([
      [['', '']],
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ])
    expect(reading.document?.blocks[0]).toMatchObject({ cells: [{ text: '' }, { image: true }] })
  })
})

describe('an OpenDocument text that cannot be read', () => {
  it.each([
    [
      'repeated rows without end',
      table(row(cell('1')).replace('<table:table-row>', '<table:table-row table:number-rows-repeated="999999999">')),
      'office.tooManyCells',
    ],
    [
      'repeated cells without end',
      table(row(cell('1', 'table:number-columns-repeated="999999999"'), cell('2'))),
      'office.tooManyCells',
    ],
    ['too deep', '<text:section>'.repeat(300), 'office.tooLarge'],
    ['malformed', '<text:p>', 'office.damaged'],
    ['no text', p(''), 'office.noText'],
  ])('%s', async (_name, body, code) => {
    expect(await codes(body)).toEqual([code])
  })

  it('is refused with a document type, with a password, or as a spreadsheet', async () => {
    const problem = async (...entries: readonly Entry[]) =>
      (await readOdt(buildZip(entries), '报告.odt')).messages.map(item => item.code)
    expect(await problem({ name: 'content.xml', data: `<!DOCTYPE a [<!ENTITY b "c">]>${content(p('&b;'))}` })).toEqual([
      'office.unsafeParts',
    ])
    const manifest = '<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>'
    expect(
      await problem({ name: 'META-INF/manifest.xml', data: manifest }, { name: 'content.xml', data: 'x' }),
    ).toEqual(['office.encrypted'])
    expect(
      await problem({ name: 'content.xml', data: content('').replaceAll('office:text', 'office:spreadsheet') }),
    ).toEqual(['office.damaged'])
  })

  it('does not multiply tables repeated within repeated tables', async () => {
    const blank = Array.from({ length: 10 }, () => '')
    // One table a level, not ten and a hundred: cells are repeated, the tables in them are not.
    expect(await shown(repeatedTables(3))).toEqual([
      [blank, []],
      [blank, []],
      [blank.map(() => '1'), []],
    ])
  })

  it('never throws, whatever the order of its elements', async () => {
    type Tree = { name: string; number: number; children: (Tree | string)[] }
    const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
      tree: fc.record({
        name: fc.constantFrom(
          ...'text:p text:h text:list text:list-item text:span text:s text:note text:note-body text:note-citation draw:frame draw:text-box table:table table:table-row table:table-cell table:covered-table-cell table:table-header-rows text:section'.split(
            ' ',
          ),
        ),
        number: fc.constantFrom(-1, 0, 1, 2, 3, 70_000),
        children: fc.oneof(
          { maxDepth: 6 },
          fc.constant<(Tree | string)[]>(['甲']),
          fc.array(tie('tree'), { maxLength: 4 }),
        ),
      }),
    }))
    const write = (node: Tree | string): string =>
      typeof node === 'string'
        ? node
        : `<${node.name} text:c="${node.number}" text:outline-level="${node.number}" table:number-columns-repeated="${Math.min(node.number, 3)}" table:number-columns-spanned="${node.number}" table:number-rows-spanned="${node.number}" table:number-rows-repeated="${Math.min(node.number, 3)}">${node.children.map(write).join('')}</${node.name}>`
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { maxLength: 4 }), async nodes => {
        const reading = await read(nodes.map(write).join(''))
        const errors = reading.messages.filter(item => item.severity === 'error').length
        expect(errors > 0).toBe(reading.document === null)
        for (const block of reading.document?.blocks ?? []) {
          if (block.kind !== 'grid') continue
          const slots = new Set<string>()
          for (const item of block.cells) {
            for (let at = 0; at < item.rowSpan; at += 1) {
              const slot = `${item.row + at},${item.column}`
              expect(slots.has(slot)).toBe(false)
              slots.add(slot)
            }
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})
