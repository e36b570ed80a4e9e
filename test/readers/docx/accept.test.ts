import { describe, expect, it } from 'vitest'
import { readAs } from '../../../src/main/readers/index.ts'
import { buildDocx, type Entry, paragraph } from '../common/zip/build.ts'
import { costlyWord } from '../costly.ts'
import { shownBlocks } from '../shown.ts'
import { cell, codes, p, part, read, relations, relationships, row, run, shown, table } from './build.ts'

describe('what a person sees of a Word document', () => {
  it('is the text of changes accepted, moves included, and how many there are is said', async () => {
    const body =
      p(run('新收'), `<w:moveFrom w:id="1">${run('28')}</w:moveFrom>`, `<w:moveTo w:id="2">${run('286')}</w:moveTo>`) +
      table(
        row(cell('甲'), cell('1')),
        `<w:tr><w:trPr><w:del w:id="3"/></w:trPr>${cell('乙')}${cell('2')}</w:tr>`,
        row(cell('丙'), cell('3'), cell('删', '<w:cellDel w:id="4"/>')),
      )
    expect(await shown(body)).toEqual([
      '新收286',
      [
        ['甲', '1'],
        ['丙', '3'],
      ],
    ])
    expect((await read(body)).messages).toMatchObject([
      { code: 'office.trackedChanges', params: { insertions: 1, deletions: 2 } },
    ])
  })

  it('joins a paragraph whose mark was deleted with the next', async () => {
    const body = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('全年新收')}</w:p>${paragraph('315 件')}`
    expect(await shown(body)).toEqual(['全年新收315 件'])
  })

  it('does not count a numbered paragraph that was moved away', async () => {
    const list = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    const body = `<w:p><w:pPr>${numbered}<w:rPr><w:moveFrom w:id="1"/></w:rPr></w:pPr><w:moveFrom w:id="2">${run('旧')}</w:moveFrom></w:p>${paragraph('新', numbered)}`
    expect(await shown(body, [part('numbering', 'numbering', list)])).toEqual(['1. 新'])
  })

  it('takes merges that are tracked changes as made', async () => {
    const merge = (how: string) => `<w:cellMerge w:id="1" w:vMerge="${how}"/>`
    const body = table(row(cell('甲', merge('rest')), cell('1')), row(cell('', merge('cont')), cell('2')))
    expect(await shown(body)).toEqual([[['甲', '1'], ['2']]])
  })

  it('leaves hidden text out, by the run, its style, the style of the paragraph or the row, and says so', async () => {
    const styles = part(
      'styles',
      'styles',
      `<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>
       <w:style w:type="paragraph" w:styleId="hp"><w:basedOn w:val="h"/></w:style>`,
    )
    const body =
      p(
        run('甲'),
        run('不见', '<w:vanish/>'),
        run('乙', '<w:vanish w:val="0"/>'),
        run('不见', '<w:rStyle w:val="h"/>'),
      ) +
      paragraph('不见', '<w:pStyle w:val="hp"/>') +
      table(row(cell('甲'), cell('1')), `<w:tr><w:trPr><w:hidden/></w:trPr>${cell('乙')}${cell('2')}</w:tr>`)
    expect(await shown(body, [styles])).toEqual(['甲乙', [['甲', '1']]])
    expect((await read(body, [styles])).messages).toMatchObject([{ code: 'office.hiddenText', params: { count: 4 } }])
  })

  it('shows the results of fields and not their instructions, even of nested ones', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`
    const body =
      p(
        mark('begin'),
        code('IF '),
        mark('begin'),
        code('DATE'),
        mark('separate'),
        run('不见'),
        mark('end'),
        mark('separate'),
        run('2023'),
        mark('end'),
        run('年'),
      ) +
      p(`<w:fldSimple w:instr="PAGE">${run('5')}</w:fldSimple>`) +
      p(mark('begin'), code('TOC')) +
      p(run('其后'))
    expect(await shown(body)).toEqual(['2023年', '5', '其后'])
  })

  it('unwraps content controls around rows, cells and runs, smart tags, links and custom markup', async () => {
    const sdt = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const merged = '<w:vMerge w:val="restart"/>'
    const body =
      p(
        sdt(run('甲')),
        `<w:smartTag>${run('乙')}</w:smartTag>`,
        `<w:hyperlink w:anchor="x">${run('丙')}</w:hyperlink>`,
      ) +
      table(
        sdt(row(cell('三', merged), sdt(cell('3')))),
        row(cell('', '<w:vMerge/>'), `<w:customXml>${cell('4')}</w:customXml>`),
      )
    expect(await shown(body)).toEqual(['甲乙丙', [['三', '3'], ['4']]])
    expect(await codes(body)).toEqual([])
  })

  it('takes a text box once, behind its paragraph, though it is written twice', async () => {
    const box = (inner: string) => `<w:txbxContent>${inner}</w:txbxContent>`
    const content = box(paragraph('框中') + table(row(cell('1'), cell('2'))))
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`
    const choiceOnly = both.replace(/<mc:Fallback>.*<\/mc:Fallback>/, '')
    const expected = ['前后', '框中', [['1', '2']], '其后']
    for (const inner of [both, choiceOnly]) {
      const body = p(run('前'), `<w:r>${inner}</w:r>`, run('后')) + paragraph('其后')
      expect(await shown(body)).toEqual(expected)
      expect(await codes(body)).toEqual([])
    }
  })

  it('takes text out of shapes of all kinds, and does not call their looks lost', async () => {
    const drawn = `<w:pict><v:shapetype><v:stroke/><v:path/></v:shapetype><v:oval><v:fill/><v:textbox><w:txbxContent>${paragraph('框中')}</w:txbxContent></v:textbox></v:oval></w:pict>`
    const object =
      '<w:object xmlns:o="urn:schemas-microsoft-com:office:office"><o:OLEObject><o:LinkType>a</o:LinkType></o:OLEObject></w:object>'
    const body = `${p(run('前'), `<w:r>${drawn}</w:r>`, `<w:r>${object}</w:r>`)}<w:p><w:smartTag><w:smartTagPr/>${run('后')}</w:smartTag></w:p>`
    expect(await shown(body)).toEqual(['前', '框中', '后'])
    expect(await codes(body)).toEqual([])
  })

  it('keeps the base of ruby text, symbols, formulas, line breaks and hyphens', async () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('qīng')}</w:rt><w:rubyBase>${run('清')}</w:rubyBase></w:ruby></w:r>`
    const body =
      p(ruby, run('河')) +
      p(
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="宋体" w:char="F041"/><w:t>甲</w:t><w:cr/><w:t>乙</w:t><w:noBreakHyphen/></w:r>',
      ) +
      p('<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>')
    expect(await shown(body)).toEqual(['清河', '✓A甲\n乙\u2011', 'a+b'])
    expect(await codes(body)).toEqual([])
  })

  it('puts embedded documents where they belong, and names those it cannot read', async () => {
    const rels = relationships(
      ['a', 'aFChunk', '/word/chunk.html'],
      ['b', 'aFChunk', 'afchunk.rtf'],
      ['c', 'aFChunk', 'saved.mht'],
      ['d', 'aFChunk', 'inner.docx'],
      ['e', 'aFChunk', 'nothing.xml'],
    )
    const chunks: readonly Entry[] = [
      { name: 'word/chunk.html', data: '<p>嵌入</p><table><tr><td>1<td>2</table>' },
      { name: 'word/afchunk.rtf', data: '{\\rtf1 rich\\par}' },
      { name: 'word/saved.mht', data: 'MIME-Version: 1.0\nContent-Type: text/html\n\n<p>saved</p>' },
      { name: 'word/inner.docx', data: buildDocx(paragraph('内')) },
    ]
    const places = ['a', 'b', 'c', 'd', 'e'].map(id => `<w:altChunk r:id="${id}"/>`).join('')
    const body = `${paragraph('前')}${places}${paragraph('后')}`
    expect((await shown(body, [rels, ...chunks])).slice(0, 6)).toEqual([
      '前',
      '嵌入',
      [['1', '2']],
      'rich',
      'saved',
      '内',
    ])
    expect((await read(body, [rels, ...chunks])).messages).toMatchObject([
      { code: 'office.skippedElements', params: { elements: 'w:altChunk' } },
    ])
  })

  it('goes only so deep into documents embedded in embedded documents', async () => {
    const rels = relationships(['a', 'aFChunk', 'inner.docx'])
    const around = (inner: Uint8Array) =>
      buildDocx('<w:altChunk r:id="a"/>'.replace('r:id', `xmlns:r="${relations}" r:id`), [
        rels,
        { name: 'word/inner.docx', data: inner, stored: true },
      ])
    const nested = (depth: number): Uint8Array => (depth === 0 ? buildDocx(paragraph('底')) : around(nested(depth - 1)))
    expect(shownBlocks(await readAs('docx', nested(2), '报告.docx'))).toEqual(['底'])
    expect((await readAs('docx', nested(3), '报告.docx')).messages.map(item => item.code)).toContain(
      'office.skippedElements',
    )
  })

  it('takes alignment from the style where the paragraph says nothing', async () => {
    const styles = part(
      'styles',
      'styles',
      '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="t"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>',
    )
    const reading = await read(paragraph('年度报告', '<w:pStyle w:val="t"/>'), [styles])
    expect(reading.document?.blocks).toEqual([{ kind: 'paragraph', text: '年度报告', align: 'center' }])
  })
})

describe('notes', () => {
  const reference = (id: number, more = '') =>
    `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}" ${more}/></w:r>`
  const note = (id: number, text: string) =>
    `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${run(text)}</w:p></w:footnote>`
  const notes = part(
    'footnotes',
    'footnotes',
    `<w:footnote w:id="0" w:type="separator"/>${note(1, '含上年')}${note(2, '不含镇街')}`,
  )

  it('are marked in brackets in cells and stand with their marks at the end', async () => {
    const marked = (text: string, id: number) => `<w:tc>${p(run(text), reference(id))}</w:tc>`
    const body = table(row(cell('新收'), marked('12', 2)), row(cell('结转'), marked('3', 1)))
    expect(await shown(body, [notes])).toEqual([
      [
        ['新收', '12[1]'],
        ['结转', '3[2]'],
      ],
      '[1] 不含镇街',
      '[2] 含上年',
    ])
  })

  it('are numbered as the document says, end notes by themselves, and not where the author marked them', async () => {
    const settings = part(
      'settings',
      'settings',
      '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/></w:footnotePr>',
    )
    const ends = part('endnotes', 'endnotes', `<w:endnote w:id="1"><w:p>${run('尾注')}</w:p></w:endnote>`)
    const body = p(
      run('甲'),
      reference(1),
      '<w:r><w:endnoteReference w:id="1"/></w:r>',
      reference(2, 'w:customMarkFollows="1"'),
      run('*'),
    )
    expect(await shown(body, [notes, settings, ends])).toEqual(['甲①[i]*', '① 含上年', '不含镇街', '[i] 尾注'])
  })

  it('written by hand as raised figures stay raised, so that 12¹ is not 121', async () => {
    const body = table(
      row(cell('新收'), `<w:tc>${p(run('12'), run('1', '<w:vertAlign w:val="superscript"/>'))}</w:tc>`),
    )
    expect(await shown(body)).toEqual([[['新收', '12¹']]])
  })
})

describe('documents over which work could be done again and again', () => {
  const count = 5_000
  const numbers = Array.from({ length: count }, (_, at) => `[${at + 1}]`)
  it.each<[keyof typeof costlyWord, readonly string[]]>([
    ['fields that never end', ['a'.repeat(count), '后']],
    ['thousands of notes', [numbers.join(''), '后', ...numbers]],
    ['thousands of embedded documents', ['后']],
    ['deleted marks one after the other', ['后']],
  ])('are read whole: %s', async (name, texts) => {
    const { body, more } = costlyWord[name](count)
    expect(await shown(body, more)).toEqual(texts)
  })
})
