import { describe, expect, it, test } from 'vitest'
import { p, row, run, shown, table } from './build.ts'

const mark = (type: string, data = '') => `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`
const instruction = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`
const field = (code: string, data = '', result?: string) =>
  [
    mark('begin', data && `<w:ffData>${data}</w:ffData>`),
    instruction(code),
    ...(result === undefined ? [] : [mark('separate'), run(result)]),
    mark('end'),
  ].join('')
const entries = ['0', '7', '12'].map(value => `<w:listEntry w:val="${value}"/>`).join('')
const list = (chosen: string) => `<w:name w:val="D"/><w:ddList>${chosen}${entries}</w:ddList>`
const inCell = (content: string) => shown(table(row(`<w:tc>${p(content)}</w:tc>`, `<w:tc>${p(run('后'))}</w:tc>`)))

describe('a field of a form is read as what Word shows in it', () => {
  test.each([
    ['the entry chosen of a drop-down', field(' FORMDROPDOWN ', list('<w:result w:val="2"/>')), '12'],
    ['its default where none was chosen', field(' FORMDROPDOWN ', list('<w:default w:val="1"/>')), '7'],
    ['its first where it has no default', field(' FORMDROPDOWN ', list('')), '0'],
    [
      'the entry once, where it is the result as well',
      field(' FORMDROPDOWN ', list('<w:result w:val="1"/>'), '7'),
      '7',
    ],
    ['the result where there is no such entry', field(' FORMDROPDOWN ', list('<w:result w:val="9"/>'), '5'), '5'],
    ['a text', field(' FORMTEXT ', '<w:textInput><w:default w:val="3"/></w:textInput>', '364'), '364'],
    ['a tick box', field(' FORMCHECKBOX ', '<w:checkBox><w:checked/></w:checkBox>'), '☑'],
    ['a box without a tick', field(' FORMCHECKBOX ', '<w:checkBox><w:default w:val="0"/></w:checkBox>'), '☐'],
    [
      'nothing where the field stands in the instruction of another',
      `${mark('begin')}${field('X', list(''))}${mark('separate')}${run('8')}${mark('end')}`,
      '8',
    ],
  ])('%s', async (_name, content, text) => {
    expect(await inCell(content)).toEqual([[[text, '后']]])
  })

  test.each(['dropDownList', 'comboBox', 'date'])('the text of a content control: %s', async kind => {
    expect(
      await inCell(`<w:sdt><w:sdtPr><w:${kind}/></w:sdtPr><w:sdtContent>${run('19')}</w:sdtContent></w:sdt>`),
    ).toEqual([[['19', '后']]])
  })
})

describe('what Word draws from an instruction is read on one line', () => {
  test.each([
    ['a figure with a ring', ' eq \\o\\ac(○,1)', '①'],
    ['a figure with a ring that is no character', ' eq \\o\\ac(○,25)', '(25)'],
    ['a fraction', 'EQ \\f(1,2)', '1/2'],
    ['a root', 'EQ \\r(3,x)', '3√(x)'],
    ['a frame', 'EQ \\x(5)', '5'],
    ['a character with its reading above it', 'EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(hàn),汉)', '汉'],
    ['brackets', 'EQ (1)', '(1)'],
  ])('%s', async (_name, code, text) => {
    expect(await inCell(field(code))).toEqual([[[text, '后']]])
  })

  it('also where the instruction is cut into runs', async () => {
    const runs = ['eq \\o\\ac(', '○', ',', '3', ')'].map(instruction).join('')
    expect(await inCell(mark('begin') + runs + mark('end'))).toEqual([[['③', '后']]])
  })
})
