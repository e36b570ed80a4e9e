import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../src/main/readers/html/index.ts'
import type { Block, GridBlock } from '../../../src/shared/data/document.ts'

async function blocks(page: string): Promise<readonly Block[]> {
  const reading = await readHtml(Buffer.from(page), '报告.html')
  return reading.document?.blocks ?? []
}
const texts = async (page: string) => (await blocks(page)).map(block => ('text' in block ? block.text : block.kind))

async function grid(page: string): Promise<GridBlock> {
  const found = (await blocks(page)).find(block => block.kind === 'grid')
  if (!found) throw new Error('no grid')
  return found
}

describe('the prose of a web page', () => {
  it('keeps headings with their level, paragraphs and their alignment', async () => {
    const page =
      '<h1 align=center>年度报告</h1><p>正文</p><div style="TEXT-ALIGN: right"><span>清河区</span><p>2024年1月26日</p></div>'
    expect(await blocks(page)).toEqual([
      { kind: 'heading', level: 1, text: '年度报告' },
      { kind: 'paragraph', text: '正文' },
      { kind: 'paragraph', text: '清河区', align: 'right' },
      { kind: 'paragraph', text: '2024年1月26日', align: 'right' },
    ])
  })

  it('takes the outline level that Word notes in a style for a heading', async () => {
    expect(await blocks("<p style='mso-outline-level:2'>一、总体情况</p>")).toEqual([
      { kind: 'heading', level: 2, text: '一、总体情况' },
    ])
  })

  it('joins text over inline elements and drops the line breaks of the file between Han characters only', async () => {
    expect(await texts('<p>全年\n  <b>新收</b>\n315\n件 of\nwhich</p>')).toEqual(['全年新收 315 件 of which'])
  })

  it('keeps br as a line break and trims no-break spaces at the ends but not inside', async () => {
    expect(await texts('<p>&nbsp;&nbsp;甲&nbsp;乙<br>丙&nbsp;</p>')).toEqual(['甲\u00a0乙\n丙'])
  })

  it('begins a paragraph after an empty line and at an indent, as old pages write them', async () => {
    expect(await texts('<div>一、总体情况<br>　　全年公开。<br>又一行<br><br>五、问题</div>')).toEqual([
      '一、总体情况',
      '全年公开。\n又一行',
      '五、问题',
    ])
  })

  it('shows nothing of scripts, styles, comments, templates and hidden parts', async () => {
    const page =
      '<head><style>p{}</style></head><body><script>alert("x")</script><template><p>甲</p></template><p hidden>乙</p><div style="display:none"><p>丙</p></div><noscript>丁</noscript><!-- 戊 --><p>见<span style="mso-hide:all">不</span>得</p></body>'
    expect(await texts(page)).toEqual(['见得'])
  })

  it('keeps pictures as blocks but not spacers', async () => {
    expect(await blocks('<p>表三<img src="a.png" alt="表三扫描件"><img src="dot.gif" width=1 height=1></p>')).toEqual([
      { kind: 'paragraph', text: '表三' },
      { kind: 'image', description: '表三扫描件' },
    ])
  })

  it('takes the title from the head', async () => {
    const reading = await readHtml(
      Buffer.from('<title>\n 年度 报告 </title><svg><title>图</title></svg><p>正文'),
      '报告.html',
    )
    expect(reading.document?.title).toBe('年度 报告')
  })
})

describe('the tables of a web page', () => {
  it('resolves spans and joins the lines of a cell', async () => {
    const page = '<table><tr><th rowspan=2>项目<th colspan=2>数<tr><td><p>商业</p><p>企业</p><td>&nbsp;3&nbsp;</table>'
    expect(await grid(page)).toEqual({
      kind: 'grid',
      rows: 2,
      columns: 3,
      cells: [
        { row: 0, column: 0, rowSpan: 2, columnSpan: 1, text: '项目' },
        { row: 0, column: 1, rowSpan: 1, columnSpan: 2, text: '数' },
        { row: 1, column: 1, rowSpan: 1, columnSpan: 1, text: '商业\n企业' },
        { row: 1, column: 2, rowSpan: 1, columnSpan: 1, text: '3' },
      ],
    })
  })

  it.each([
    ['colspan=0', 1],
    ['colspan=-3', 1],
    ['colspan="+2x"', 2],
    ['colspan=999999', 1_000],
    ['colspan=two', 1],
  ])('reads %s as the standard does', async (attribute, span) => {
    const cells = (await grid(`<table><tr><td ${attribute}>甲<td>乙</table>`)).cells
    expect(cells.map(cell => cell.columnSpan)).toEqual([span, 1])
  })

  it('puts a footer after the bodies, wherever it is written', async () => {
    const page = '<table><tfoot><tr><td>总计<td>9<tbody><tr><td>甲<td>4<tr><td>乙<td>5</table>'
    expect((await grid(page)).cells.map(cell => cell.text)).toEqual(['甲', '4', '乙', '5', '总计', '9'])
  })

  it('takes a table around tables for layout: inner tables stand for themselves, other cells are prose', async () => {
    const page = '<table><tr><td>导航<td><h2>二、主动公开</h2><table><tr><td>规章<td>0</table>之后</table>'
    expect((await blocks(page)).map(block => block.kind)).toEqual(['paragraph', 'heading', 'grid', 'paragraph'])
  })

  it('takes a table of one cell for layout too', async () => {
    expect(await texts('<table><tr><td><h2>一、总体情况</h2><p>正文</p></td></tr></table>')).toEqual([
      '一、总体情况',
      '正文',
    ])
  })

  it('keeps a data table whose cell holds a short note in a table of its own', async () => {
    const page = '<table><tr><td>规章<td><table><tr><td>0</table><tr><td>许可<td>7</table>'
    expect((await grid(page)).cells.map(cell => cell.text)).toEqual(['规章', '0', '许可', '7'])
  })

  it('puts a caption before its table', async () => {
    expect(await texts('<table><caption>表三</caption><tr><td>1<td>2</table>')).toEqual(['表三', 'grid'])
  })

  it('marks a cell that holds a picture', async () => {
    expect((await grid('<table><tr><td><img src=x.png><td>3</table>')).cells.map(cell => cell.image ?? false)).toEqual([
      true,
      false,
    ])
  })

  it('leaves out the row of height 0 that Word writes for column widths', async () => {
    expect((await grid('<table><tr><td>甲<td>1<tr height=0><td width=9><td width=9></table>')).rows).toBe(1)
  })
})

describe('pages that cannot be read', () => {
  const problem = async (page: string) =>
    (await readHtml(Buffer.from(page), '报告.html')).messages.map(item => item.code)

  it.each([
    ['nested too deep', `<body>${'<div>'.repeat(600)}`, 'html.tooDeep'],
    ['inline nested too deep', `<body>${'<span>'.repeat(600)}`, 'html.tooDeep'],
    ['too many cells', `<table>${'<tr><td>1<td>2'.repeat(10_001)}`, 'html.tooManyCells'],
    ['too many slots', `<table>${'<tr><td colspan=1000>1<td colspan=1000>2'.repeat(501)}`, 'html.tooManyCells'],
    ['too many elements', '<br>'.repeat(500_001), 'html.tooLarge'],
    ['no text', '<body><div id=app></div>', 'html.noText'],
    ['text only a script would show', '<body><div id=app></div><script src=app.js></script>', 'html.scripted'],
  ])('%s', async (_name, page, code) => {
    expect(await problem(page)).toEqual([code])
  })

  it('warns of frames that hold the text', async () => {
    expect(await problem('<p>见下</p><iframe src="report.html"></iframe>')).toEqual(['html.frames'])
  })

  it('reads markup that misnesting makes deeper than it is written', async () => {
    const page = `<body>${'<a><p>'.repeat(60)}正文${'</a></p>'.repeat(60)}`
    expect(await texts(page)).toContain('正文')
  })
})
