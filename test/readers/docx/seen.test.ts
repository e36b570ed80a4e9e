import { describe, expect, it, test } from 'vitest'
import { cell, p, part, read, row, run, table } from './build.ts'

const white = '<w:color w:val="FFFFFF"/>'
const shade = (fill: string, more = 'w:val="clear"') => `<w:shd ${more} w:color="auto" w:fill="${fill}"/>`
const styles = (...content: readonly string[]) => [part('styles', 'styles', content.join(''))]
const style = (type: string, inner: string, more = '') =>
  `<w:style w:type="${type}" w:styleId="a8" ${more}>${inner}</w:style>`

type Given = { readonly cell?: string; readonly paragraph?: string; readonly table?: string; readonly before?: string }

/** The cell that holds the runs, and what was said of the reading. */
async function figure(
  runs: readonly string[],
  { cell: inCell = '', paragraph = '', table: inTable = '', before = '' }: Given = {},
  more: Parameters<typeof read>[1] = [],
) {
  const tc = `<w:tc><w:tcPr>${inCell}</w:tcPr>${p(`<w:pPr>${paragraph}</w:pPr>`, ...runs)}</w:tc>`
  const body = before + table(`<w:tblPr>${inTable}</w:tblPr>`, row(cell('新收'), tc), row(cell('结果'), cell('2')))
  const { document, messages } = await read(body, more)
  const found = document?.blocks.find(block => block.kind === 'grid')?.cells[1]
  return {
    cell: `${found?.text} ${(found?.confidence ?? 1) < 0.9 ? 'doubted' : 'sure'}`,
    codes: messages.map(item => item.code),
  }
}

describe('what nobody sees in a Word document is not read', () => {
  test.each<[string, string, Given?, (readonly ReturnType<typeof part>[])?]>([
    ['white on the page', white],
    ['nearly white', '<w:color w:val="F5F8FA"/>'],
    ['in the colour of a background of the theme', '<w:color w:val="000000" w:themeColor="background1"/>'],
    [
      'white as WPS writes it twice',
      `${white}<w14:textFill><w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill></w14:textFill>`,
    ],
    ['white by a character style', '<w:rStyle w:val="a8"/>', {}, styles(style('character', `<w:rPr>${white}</w:rPr>`))],
    [
      'white by a paragraph style',
      '',
      { paragraph: '<w:pStyle w:val="a8"/>' },
      styles(style('paragraph', `<w:rPr>${white}</w:rPr>`)),
    ],
    ['in the colour of its cell', '<w:color w:val="DDE8F0"/>', { cell: shade('DEE8F0') }],
    ['in the colour of its paragraph', '<w:color w:val="003366"/>', { paragraph: shade('003366') }],
    ['in the colour of its own ground', `<w:color w:val="003366"/>${shade('003366')}`],
    ['in the colour of its highlight', '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'],
    ['in the colour of its table', '<w:color w:val="CCCCCC"/>', { table: shade('CCCCCC') }],
    ['of no size', '<w:sz w:val="1"/>'],
  ])('%s', async (_, looks, given, more) => {
    const shown = looks === '' ? [run('8')] : [run('8', looks), run('134942', '<w:rStyle w:val="none"/>')]
    const { cell, codes } = await figure(shown, given, more)
    expect(cell).toBe(looks === '' ? ' sure' : '134942 sure')
    expect(codes).toEqual(['office.unseenText'])
  })

  it('by the defaults of the document, unless the text says otherwise', async () => {
    const defaults = styles(`<w:docDefaults><w:rPrDefault><w:rPr>${white}</w:rPr></w:rPrDefault></w:docDefaults>`)
    expect((await figure([run('8'), run('5', '<w:color w:val="auto"/>')], {}, defaults)).cell).toBe('5 sure')
  })
})

describe('what is seen in a Word document is read', () => {
  test.each<[string, string, Given?]>([
    ['white on a dark cell', white, { cell: shade('003366') }],
    ['white on a dark paragraph', white, { paragraph: shade('003366') }],
    ['white on a dark highlight', `${white}<w:highlight w:val="darkBlue"/>`],
    ['white on a ground all in one colour', white, { cell: shade('FFFFFF', 'w:val="solid"') }],
    ['red', '<w:color w:val="FF0000"/>'],
    ['in an automatic colour', '<w:color w:val="auto"/>', { cell: shade('000000') }],
    ['in the text colour of the theme, whatever its copy says', '<w:color w:val="FFFFFF" w:themeColor="text1"/>'],
    ['small', '<w:sz w:val="10"/>'],
  ])('%s', async (_, looks, given) => {
    expect(await figure([run('134942', looks)], given)).toEqual({ cell: '134942 sure', codes: [] })
  })

  it('and stands together where what was between is not seen', async () => {
    expect((await figure([run('13', white), run('49', '<w:color w:val="0000FF"/>'), run('42')])).cell).toBe('4942 sure')
  })
})

describe('what cannot be decided in a Word document is read and doubted', () => {
  const shading = style('table', `<w:tblStylePr w:type="firstRow"><w:tcPr>${shade('003366')}</w:tcPr></w:tblStylePr>`)
  test.each<[string, string, Given?, (readonly ReturnType<typeof part>[])?]>([
    ['so pale that it is hard to see', '<w:color w:val="E6E6E6"/>'],
    ['white on a pattern', white, { cell: shade('FFFFFF', 'w:val="pct15"') }],
    ['white in a table whose style shades some cells', white, { table: '<w:tblStyle w:val="a8"/>' }, styles(shading)],
    ['white by an accent of the theme', '<w:color w:val="FFFFFF" w:themeColor="accent1"/>'],
    [
      'white where a picture lies behind the text',
      white,
      { before: p('<w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r>') },
    ],
  ])('%s', async (_, looks, given, more) => {
    const { cell, codes } = await figure([run('134942', looks)], given, more)
    expect(cell).toBe('134942 doubted')
    expect(codes).not.toContain('office.unseenText')
  })
})
