import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../src/main/readers/html/index.ts'
import { encode } from '../../fixtures/encode.ts'
import { places, shownBlocks } from '../shown.ts'

const read = (page: string | Uint8Array) => readHtml(Buffer.from(page), '报告.html')
const shown = async (page: string) => shownBlocks(await read(page))
const codes = async (page: string | Uint8Array) => (await read(page)).messages.map(item => item.code)

describe('pages as they are found', () => {
  it('with tables of other elements, where their own style says so', async () => {
    const page = `<div style="display:table"><div style="DISPLAY: table-header-group"><div style="display:table-row"><span style="display:table-cell">项目</span><span style="display:table-cell">数</span></div></div>
      <div style="display:table-row"><p style="display:table-cell"><font color=red>规章</font></p><div style="display:table-cell"> 3&nbsp;</div></div></div>`
    expect(places(await read(page))).toEqual(['项目@0,0+1×1', '数@0,1+1×1', '规章@1,0+1×1', '3@1,1+1×1'])
  })

  it('with cells that only centre something stay prose', async () => {
    expect(await shown('<div style="display:table-cell">甲</div><div style="display:table-row">乙</div>')).toEqual([
      '甲',
      '乙',
    ])
  })

  it('with tables drawn in preformatted text', async () => {
    const page = '<p>表三</p><pre>说明\n| 规章 | 3 |\n|---|---|\n| 许可 | 12 |\n附注</pre>'
    expect(await shown(page)).toEqual([
      '表三',
      '说明',
      [
        ['规章', '3'],
        ['许可', '12'],
      ],
      '附注',
    ])
    expect(await shown('<pre>甲\n乙</pre>')).toEqual(['甲\n乙'])
  })

  it('with columns set by blanks in preformatted text, whose lines stay lines', async () => {
    const page = '<pre>类别   新收   结转\n规章   3      4\n许可   5      6</pre>'
    expect(await shown(page)).toEqual(['类别   新收   结转', '规章   3      4', '许可   5      6'])
  })

  it('with their text inside a frame that carries its page along, also in another such frame', async () => {
    const inner = '<table><tr><td>规章<td>3<tr><td>许可<td>5</table>'
    const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
    const frame = `<iframe srcdoc="${quoted(inner)}"></iframe>`
    for (const page of [frame, `<p>前</p><iframe srcdoc="${quoted(frame)}"></iframe>`])
      expect((await shown(page)).at(-1)).toEqual([
        ['规章', '3'],
        ['许可', '5'],
      ])
  })

  it('with figures that nobody sees', async () => {
    const unseen = [
      '<xml>77</xml>',
      '<span style="font-size:0">77</span>',
      '<template>77</template>',
      '<i hidden>77</i>',
    ]
    for (const noise of unseen)
      expect(await shown(`<table><tr><td>规章<td>${noise}3<tr><td>许可<td>5</table>`)).toEqual([
        [
          ['规章', '3'],
          ['许可', '5'],
        ],
      ])
    expect(await shown('<p>规章<span style="font-size:0.8em">3</span></p>')).toEqual(['规章3'])
  })

  it('with invisible characters inside labels and numbers', async () => {
    const page = '<table><tr><td>规\u200b章\u00ad\u200d<td>1\ufeff2<tr><td>许<wbr>可<td>&zwnj;3&lrm;</table>'
    expect(await shown(page)).toEqual([
      [
        ['规章', '12'],
        ['许可', '3'],
      ],
    ])
  })

  it('with raised marks of notes, which are no digits', async () => {
    const page =
      '<p>全年12<sup>2</sup>件</p><table><tr><td>新收<sup>[1]</sup><td>12<sup><a href="#n">1</a></sup><tr><td>结转<td>3<span style="vertical-align:super">2</span><tr><td>误<td><sup>12</sup></table>'
    expect(await shown(page)).toEqual([
      '全年12²件',
      [
        ['新收[1]', '12¹'],
        ['结转', '3²'],
        ['误', '12'],
      ],
    ])
  })

  it('with tables and cells that are never closed', async () => {
    expect(await shown('<table><tr><td>规章<td>0<tr><td>许可<td>7<p>其后')).toEqual([
      [
        ['规章', '0'],
        ['许可', '7\n其后'],
      ],
    ])
  })

  it('that are one of several pages, or whose text is in scripts, say so', async () => {
    expect(await codes('<p>正文<a href="t2.html">下一页</a>')).toEqual(['html.paged'])
    expect(await codes('<p>正文<a href="#">下一页</a><a href="t3.html">下一篇</a>')).toEqual([])
    expect(await codes(`<p>载入中</p><script>var data = "${'政府信息'.repeat(100)}"</script>`)).toEqual([
      'html.dataInScript',
    ])
    expect(await codes(`<p>${'正文'.repeat(300)}</p><script>var data = "${'政府信息'.repeat(60)}"</script>`)).toEqual(
      [],
    )
  })
})

describe('pages in doubtful encodings', () => {
  const text = '<p>云岭市清河区人民政府政府信息公开工作年度报告，全年新收申请三百一十五件。</p>'
  const shownIn = async (page: Uint8Array) => shownBlocks(await read(page))
  const expected = ['云岭市清河区人民政府政府信息公开工作年度报告，全年新收申请三百一十五件。']

  it.each(['iso-8859-1', 'windows-1252', 'big5', 'utf-8', 'gb2312'])(
    'in GBK though they declare %s',
    async declared => {
      const page = Buffer.concat([Buffer.from(`<meta charset="${declared}">`), encode(text, 'gb18030')])
      expect(await shownIn(page)).toEqual(expected)
    },
  )

  it('in Big5 though they declare GB 2312', async () => {
    const traditional =
      '雲嶺市清河區人民政府政府資訊公開工作年度報告。全年受理申請三百一十五件，辦結三百一十一件，餘者結轉下年。'
    const page = Buffer.concat([Buffer.from('<meta charset="gb2312"><p>'), encode(traditional.repeat(3), 'big5')])
    expect(await shownIn(page)).toEqual([traditional.repeat(3)])
  })

  it('in Western European stay so', async () => {
    const page = Buffer.from('<meta charset="iso-8859-1"><p>Déjà vu, señor Müller, façade', 'latin1')
    expect(await shownIn(page)).toEqual(['Déjà vu, señor Müller, façade'])
  })

  it('that mix UTF-8 and GBK are decoded piece by piece, and say so', async () => {
    const page = Buffer.concat([
      Buffer.from(text.repeat(3)),
      encode('<p>清河区档案馆</p>', 'gb18030'),
      Buffer.from(text),
    ])
    expect(await shownIn(page)).toEqual([...expected, ...expected, ...expected, '清河区档案馆', ...expected])
    expect(await codes(page)).toEqual(['read.mixedEncodings'])
  })
})
