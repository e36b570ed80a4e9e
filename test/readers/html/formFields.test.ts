import { describe, expect, it, test } from 'vitest'
import { readHtml } from '../../../src/main/readers/html/index.ts'
import type { GridCell } from '../../../src/shared/data/document.ts'

async function read(cell: string, head = '') {
  const page = `<html><head><meta charset=utf-8>${head}</head><body><p>年度报告</p><table><tr><td>规章</td><td>${cell}</td></tr></table></body></html>`
  const { document, messages } = await readHtml(Buffer.from(page), '报告.html')
  const cells = document?.blocks.flatMap((block): readonly GridCell[] => (block.kind === 'grid' ? block.cells : []))
  const second = cells?.find(({ column }) => column === 1)
  return { text: second?.text, unread: second?.image ?? false, codes: messages.map(item => item.code) }
}

describe('a field in a table is read as what a browser shows in it', () => {
  test.each([
    ['a line', '<input type="text" value="134942">', '134942'],
    ['a line of no said type', '<input value=7>', '7'],
    ['a number', '<input type=NUMBER value=" 12 ">', '12'],
    ['a number that is none, which is shown empty', '<input type=number value="1,2">', ''],
    ['several lines', '<textarea>12\n34</textarea>', '12\n34'],
    ['the option selected', '<select><option>1</option><option selected>7</option></select>', '7'],
    ['the first option that can be selected', '<select><option disabled>无</option><option>3</option></select>', '3'],
    ['the label of an option', '<select><option label=5>甲</option></select>', '5'],
    ['an empty option', '<select><option></option><option>4</option></select>', ''],
    ['a group of options', '<select><optgroup><option>1<option selected>6</optgroup></select>', '6'],
    ['the only one selected of a list', '<select multiple><option>1<option selected>2</select>', '2'],
    ['an output', '<output>9</output>', '9'],
    [
      'a field on a dark ground, which has a ground of its own',
      '<b style="background:#000;color:#fff"><input value=8></b>',
      '8',
    ],
    ['an empty line', '<input value="">', ''],
    [
      'what is no text of the page',
      '<input type=hidden value=1><input type=password value=2><input type=submit value=3>',
      '',
    ],
    ['a field that is not displayed', '<input value=4 style="display:none">', ''],
    ['a field whose text has the colour of its ground', '<input value=4 style="color:#fff">', ''],
  ])('%s', async (_name, cell, text) => {
    expect(await read(cell)).toMatchObject({ text, unread: false })
  })

  it('also where a style sheet hides it', async () => {
    expect(await read('<input class=n value=4>5', '<style>input.n { display: none }</style>')).toMatchObject({
      text: '5',
    })
  })
})

describe('a cell whose field says something that cannot be read is marked, and a message tells of it', () => {
  test.each([
    ['a tick box', '<input type=checkbox checked>'],
    ['a choice', '<input type="Radio">'],
    ['a slider', '<input type=range value=3>'],
    ['a gauge', '<meter value=3></meter>'],
    ['a line whose content was not saved', '<input type=text>'],
    ['a list of which several are selected', '<select multiple><option selected>1<option selected>2</select>'],
  ])('%s', async (_name, cell) => {
    expect(await read(cell)).toEqual({ text: '', unread: true, codes: ['html.unreadFields'] })
  })

  it('but it is not told of where text stands beside it', async () => {
    expect(await read('<input type=checkbox>5')).toMatchObject({ text: '5', codes: [] })
  })
})

it('of fields outside of tables only figures and long texts are taken', async () => {
  const search = '<input value="请输入关键字"><select><option>友情链接</select><textarea>我来说两句</textarea>'
  const long = '本年度共受理政府信息公开申请五件，均在法定期限内答复，没有发生复议和诉讼。'
  const page = `<meta charset=utf-8><p>${search}共受理<input value="5">件</p><p><textarea>${long}</textarea></p>`
  const { document } = await readHtml(Buffer.from(page), '报告.html')
  expect(document?.blocks).toMatchObject([{ text: '共受理5件' }, { text: long }])
})

it('a page of very many elements side by side is read', async () => {
  const page = `<meta charset=utf-8><p>年度报告</p>${'<br>'.repeat(200_000)}<pre>${'<b></b>'.repeat(130_000)}</pre>`
  const { document } = await readHtml(Buffer.from(page), '报告.html')
  expect(document?.blocks).toMatchObject([{ text: '年度报告' }])
})
