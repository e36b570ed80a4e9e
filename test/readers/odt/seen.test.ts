import { describe, expect, it, test } from 'vitest'
import { readOdt } from '../../../src/main/readers/odt/index.ts'

const names = ['office', 'text', 'table', 'style']
  .map(name => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')
const declarations = `${names} xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"`
const style = (name: string, inner: string) => `<style:style style:name="${name}">${inner}</style:style>`
const looks = (more: string) => `<style:text-properties ${more}/>`
const fill = (of: string, colour: string, inner = '') =>
  `<style:${of}-properties fo:background-color="${colour}">${inner}</style:${of}-properties>`
const span = (text: string, name = 'S') => `<text:span text:style-name="${name}">${text}</text:span>`

/** The cell with this text, in a paragraph, a cell, a row and a table of the styles P, C, R and T; what was said of the reading. */
async function figure(text: string, styles: string) {
  const cell = `<table:table-cell table:style-name="C"><text:p text:style-name="P">${text}</text:p></table:table-cell>`
  const other = '<table:table-cell><text:p>2</text:p></table:table-cell>'
  const rows = `<table:table-row table:style-name="R">${other}${cell}</table:table-row><table:table-row>${other}${other}</table:table-row>`
  const page = `<office:document ${declarations}><office:styles/><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text><table:table table:style-name="T">${rows}</table:table></office:text></office:body></office:document>`
  const { document, messages } = await readOdt(Buffer.from(page), '报告.fodt')
  const found = document?.blocks.find(block => block.kind === 'grid')?.cells[1]
  return {
    cell: `${found?.text} ${(found?.confidence ?? 1) < 0.9 ? 'doubted' : 'sure'}`,
    codes: messages.map(item => item.code),
  }
}

const white = style('S', looks('fo:color="#ffffff"'))
const blue = style('S', looks('fo:color="#003366"'))

describe('what nobody sees in an OpenDocument text is not read', () => {
  test.each<[string, string]>([
    ['white on the page', white],
    [
      'nearly white, by the style its style is made from',
      `${style('W', looks('fo:color="#f5f8fa"'))}<style:style style:name="S" style:parent-style-name="W"/>`,
    ],
    ['in the colour of its own ground', style('S', looks('fo:color="#003366" fo:background-color="#003366"'))],
    ['in the colour of its paragraph', blue + style('P', fill('paragraph', '#003366'))],
    ['in the colour of its cell', blue + style('C', fill('table-cell', '#003366'))],
    ['in the colour of its row', blue + style('R', fill('table-row', '#003366'))],
    ['in the colour of its table', blue + style('T', fill('table', '#003366'))],
    ['of no size', style('S', looks('fo:font-size="1pt"'))],
  ])('%s', async (_, styles) => {
    expect(await figure(`${span('8')}134942`, styles)).toEqual({ cell: '134942 sure', codes: ['office.unseenText'] })
  })

  it('by the style of the paragraph, or the defaults of the document, unless the text says otherwise', async () => {
    const styles = [
      style('P', looks('fo:color="#ffffff"')),
      `<style:default-style style:family="paragraph">${looks('fo:color="#ffffff"')}</style:default-style>`,
    ].map(given => given + style('S', looks('fo:color="#000000"')))
    for (const given of styles) expect((await figure(`8${span('134942')}`, given)).cell).toBe('134942 sure')
  })
})

describe('what is seen in an OpenDocument text is read', () => {
  test.each<[string, string]>([
    ['white on a dark cell', white + style('C', fill('table-cell', '#003366'))],
    ['white on a dark ground of its own', style('S', looks('fo:color="#ffffff" fo:background-color="#003366"'))],
    ['in the colour of the window', style('S', looks('fo:color="#ffffff" style:use-window-font-color="true"'))],
    ['on no ground of its own', style('S', looks('fo:color="#000000" fo:background-color="transparent"'))],
  ])('%s', async (_, styles) => {
    expect(await figure(span('134942'), styles)).toEqual({ cell: '134942 sure', codes: [] })
  })
})

describe('what cannot be decided in an OpenDocument text is read and doubted', () => {
  test.each<[string, string]>([
    ['so pale that it is hard to see', style('S', looks('fo:color="#e6e6e6"'))],
    [
      'white on a picture',
      white + style('C', fill('table-cell', '#ffffff', '<style:background-image draw:opacity="100%"/>')),
    ],
    [
      'white where pictures lie behind the text',
      white + style('G', '<style:graphic-properties style:wrap="run-through" style:run-through="background"/>'),
    ],
  ])('%s', async (_, styles) => {
    expect(await figure(span('134942'), styles)).toEqual({ cell: '134942 doubted', codes: [] })
  })
})
