import { describe, expect, it } from 'vitest'
import { paragraph } from '../common/zip/build.ts'
import { part, row, shown, table } from './build.ts'

const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const abstract = (id: number, ...levels: readonly string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const num = (id: number, abstractId: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`
const numbering = (...content: readonly string[]) => part('numbering', 'numbering', content.join(''))

const numPr = (id: number, index = 0) => `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${id}"/></w:numPr>`
const item = (text: string, id = 1, index = 0) => paragraph(text, numPr(id, index))

const report = numbering(
  abstract(
    0,
    level(0, 'chineseCountingThousand', '%1、'),
    level(1, 'japaneseCounting', '（%2）'),
    level(2, 'decimal', '%3.', '<w:suff w:val="space"/>'),
  ),
  num(1, 0),
)

describe('automatic numbers', () => {
  it('stand in the text as Word shows them', async () => {
    const body =
      item('总体情况') +
      item('主动公开') +
      item('规章', 1, 1) +
      item('许可', 1, 1) +
      item('市级', 1, 2) +
      item('收到申请') +
      item('本年新收', 1, 1)
    expect(await shown(body, [report])).toEqual([
      '一、总体情况',
      '二、主动公开',
      '（一）规章',
      '（二）许可',
      '1. 市级',
      '三、收到申请',
      '（一）本年新收',
    ])
  })

  it('number the labels of a table, and headings', async () => {
    const cell = (inner: string) => `<w:tc>${inner}</w:tc>`
    const styles = part(
      'styles',
      'styles',
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>',
    )
    const body =
      paragraph('收到申请', `<w:pStyle w:val="1"/>${numPr(1)}`) +
      table(
        row(cell(item('予以公开', 1, 1)), cell(paragraph('5'))),
        row(cell(item('部分公开', 1, 1)), cell(paragraph('6'))),
      )
    expect(await shown(body, [report, styles])).toEqual([
      '一、收到申请',
      [
        ['（一）予以公开', '5'],
        ['（二）部分公开', '6'],
      ],
    ])
  })

  it('come from the style of a paragraph and of what it is based on; numId 0 takes them away', async () => {
    const styles = part(
      'styles',
      'styles',
      `<w:style w:type="paragraph" w:styleId="base"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
       <w:style w:type="paragraph" w:styleId="own"><w:basedOn w:val="base"/></w:style>`,
    )
    const definition = numbering(
      abstract(7, level(0, 'upperRoman', '%1.'), level(1, 'decimal', '%1.%2', '<w:pStyle w:val="base"/><w:isLgl/>')),
      num(2, 7),
    )
    const styled = (text: string, more = '') => paragraph(text, `<w:pStyle w:val="own"/>${more}`)
    const body = styled('甲') + styled('乙', '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled('丙')
    expect(await shown(body, [definition, styles])).toEqual(['1.1 甲', '乙', '1.2 丙'])
  })

  it('go on over lists that share a definition, and begin anew where a list says so', async () => {
    const definition = numbering(
      abstract(0, level(0, 'decimal', '%1.')),
      num(1, 0),
      num(2, 0),
      num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
    )
    const body = item('甲', 1) + item('乙', 2) + item('丙', 3) + item('丁', 3) + item('戊', 1)
    expect(await shown(body, [definition])).toEqual(['1. 甲', '2. 乙', '5. 丙', '6. 丁', '7. 戊'])
  })

  it('set deeper levels back, unless a level never restarts', async () => {
    const definition = numbering(
      abstract(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '%2)', '<w:lvlRestart w:val="0"/>')),
      num(1, 0),
    )
    const body = item('甲') + item('一', 1, 1) + item('乙') + item('二', 1, 1)
    expect(await shown(body, [definition])).toEqual(['1. 甲', '1) 一', '2. 乙', '2) 二'])
  })

  it('follow a list style to its numbering', async () => {
    const styles = part(
      'styles',
      'styles',
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    )
    const definition = numbering(
      abstract(0, level(0, 'ideographDigital', '第%1条')),
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>',
      num(1, 0),
      num(2, 1),
    )
    expect(await shown(item('总则', 2), [definition, styles])).toEqual(['第一条 总则'])
  })

  it('are not shown where the number itself is hidden', async () => {
    const definition = numbering(abstract(0, level(0, 'decimal', '%1.', '<w:rPr><w:vanish/></w:rPr>')), num(1, 0))
    expect(await shown(item('甲'), [definition])).toEqual(['甲'])
  })

  it('show no bullets and no markup of lists', async () => {
    const definition = numbering(abstract(0, level(0, 'bullet', '\uf0b7')), num(1, 0))
    expect(await shown(item('甲') + item('乙', 9), [definition])).toEqual(['甲', '乙'])
  })

  it('are not counted in cells that go on from above', async () => {
    const cell = (inner: string, merge: string) => `<w:tc><w:tcPr><w:vMerge ${merge}/></w:tcPr>${inner}</w:tc>`
    const plain = `<w:tc>${paragraph('5')}</w:tc>`
    const body = table(row(cell(item('甲'), 'w:val="restart"'), plain), row(cell(item(''), ''), plain)) + item('乙')
    expect(await shown(body, [report])).toEqual([[['一、甲', '5'], ['5']], '二、乙'])
  })

  it('end on definitions that refer to each other in circles', async () => {
    const styles = part(
      'styles',
      'styles',
      '<w:style w:styleId="L"><w:basedOn w:val="M"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="M"><w:basedOn w:val="L"/></w:style>',
    )
    const definition = numbering(
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>',
      num(1, 0),
    )
    expect(await shown(paragraph('甲', '<w:pStyle w:val="M"/>'), [definition, styles])).toEqual(['甲'])
  })
})
