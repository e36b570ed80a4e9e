import { describe, expect, it, test } from 'vitest'
import { readRtf } from '../../../src/main/readers/rtf/index.ts'
import { shownBlocks } from '../shown.ts'

const shown = async (body: string) => shownBlocks(await readRtf(Buffer.from(`{\\rtf1\\ansi ${body}\\par}`), '报告.rtf'))
const list = '{\\*\\ffname D}{\\*\\ffl 0}{\\*\\ffl 7}{\\*\\ffl 12}'
const form = (data: string, result = '') =>
  `{\\field{\\*\\fldinst { FORM {\\*\\formfield{${data}}}}}{\\fldrslt {${result}}}}`
const equation = (code: string) => `{\\field{\\*\\fldinst ${code}}{\\fldrslt }}`

describe('a field of RTF is read as what is shown of it', () => {
  test.each([
    ['the entry chosen of a drop-down', form(`\\fftype2\\ffhaslistbox1\\ffres2${list}`), '12'],
    ['its default where none was chosen', form(`\\fftype2\\ffres25\\ffdefres1${list}`), '7'],
    ['its first where nothing is said', form(`\\fftype2${list}`), '0'],
    ['the entry once, where it is the result as well', form(`\\fftype2\\ffres1${list}`, '7'), '7'],
    ['the result where there is no such entry', form(`\\fftype2\\ffres9${list}`, '5'), '5'],
    ['a text', form('\\fftype0{\\*\\ffdeftext 3}', '364'), '364'],
    ['a tick box', form('\\fftype1\\ffres25\\ffdefres1'), '\u2611'],
    ['a fraction', equation('EQ \\\\f(1,2)'), '1/2'],
    ['a frame', equation('EQ \\\\x(5)'), '5'],
    ['no instruction of another field', '{\\field{\\*\\fldinst PAGE 3}{\\fldrslt 8}}', '8'],
  ])('%s', async (_name, body, text) => {
    expect(await shown(`a${body}b`)).toEqual([`a${text}b`])
  })

  it('but nothing of a drop-down in a head of the page, or in hidden text', async () => {
    const drop = form(`\\fftype2\\ffres2${list}`)
    expect(await shown(`{\\header ${drop}}a{\\v ${drop}}b`)).toEqual(['ab'])
  })
})
