import { describe, expect, it } from 'vitest'
import { cell, p, part, row, run, shown, table } from './build.ts'

const style = (looks: string) =>
  part('styles', 'styles', `<w:style w:type="character" w:styleId="a8"><w:rPr>${looks}</w:rPr></w:style>`)
const figure = (...runs: readonly string[]) => table(row(cell('新收'), `<w:tc>${p(...runs)}</w:tc>`))
const formula = (inner: string) => p(`<m:oMath>${inner}</m:oMath>`)
const m = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`

describe('figures whose looks say what they are', () => {
  it('are raised or struck out by a character style as by themselves, unless they say otherwise', async () => {
    const raised = style('<w:vertAlign w:val="superscript"/>')
    const marked = (more: string) => figure(run('12'), run('1', `<w:rStyle w:val="a8"/>${more}`))
    expect(await shown(marked(''), [raised])).toEqual([[['新收', '12¹']]])
    expect(await shown(marked('<w:vertAlign w:val="baseline"/>'), [raised])).toEqual([[['新收', '121']]])
    const struck = figure(run('7', '<w:rStyle w:val="a8"/>'), run('0'))
    expect(await shown(struck, [style('<w:strike/>')])).toEqual([[['新收', '7\u03360']]])
  })

  it('in formulas do not run together: a half is not twelve', async () => {
    const half = `<m:f><m:num>${m('1')}</m:num><m:den>${m('2')}</m:den></m:f>`
    const square = `<m:sSup><m:e>${m('12')}</m:e><m:sup>${m('2')}</m:sup></m:sSup>`
    const index = `<m:sSub><m:e>${m('12')}</m:e><m:sub>${m('3')}</m:sub></m:sSub>`
    const root = `<m:rad><m:deg/><m:e>${m('16')}</m:e></m:rad>`
    const brackets = `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>${m('5')}</m:e></m:d>`
    const list = `<m:eqArr><m:e>${m('7')}</m:e></m:eqArr>`
    expect(await shown([half, square, index, root, brackets, list].map(formula).join(''))).toEqual([
      '1/2',
      '12²',
      '12_3',
      '√(16)',
      '[5]',
      '7',
    ])
  })

  it('stand in word art too', async () => {
    expect(await shown(p('<w:r><w:pict><v:shape><v:textpath string="年度报告"/></v:shape></w:pict></w:r>'))).toEqual([
      '年度报告',
    ])
  })
})
