import { describe, expect, test } from 'vitest'
import { readAs } from '../../../src/main/readers/index.ts'
import { buildDocx } from '../common/zip/build.ts'

const run = (text: string, looks = '') => `<w:r><w:rPr>${looks}</w:rPr><w:t>${text}</w:t></w:r>`
const table = (...runs: readonly string[]) =>
  `<w:tbl><w:tr><w:tc><w:p>${run('新收')}</w:p></w:tc><w:tc><w:p>${runs.join('')}</w:p></w:tc></w:tr></w:tbl>`

async function lastCell(body: string): Promise<string | undefined> {
  const { document } = await readAs('docx', buildDocx(body), '报告.docx')
  const grid = document?.blocks.find(block => block.kind === 'grid')
  return grid?.cells.at(-1)?.text
}

describe('a figure struck out in a Word document', () => {
  test.each(['<w:strike/>', '<w:dstrike/>'])(
    'keeps its stroke (%s), so that it and the next are not one',
    async looks => {
      expect(await lastCell(table(run('7', looks), run('0')))).toBe('7\u03360')
    },
  )

  test('whose stroke is switched off is a figure like others', async () => {
    expect(await lastCell(table(run('7', '<w:strike w:val="0"/>'), run('0')))).toBe('70')
  })
})
