import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../src/main/readers/index.ts'
import type { GridBlock } from '../../../src/shared/data/document.ts'
import { shownBlocks } from '../shown.ts'

/** Documents that a word processor wrote in several formats read the same in all of them. */

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures')
const read = (path: string) => readSource(readFileSync(join(fixtures, path)), path)
const grids = async (path: string): Promise<readonly GridBlock[]> =>
  ((await read(path)).document?.blocks ?? []).filter(block => block.kind === 'grid')

describe('one document in several formats', () => {
  it.each(['docx', 'rtf', 'odt'])('shows its automatic numbers and its note in %s', async format => {
    const reading = await read(`${format}/numbered.${format}`)
    expect(reading.messages.map(item => item.code)).toEqual(['office.hiddenText'])
    expect(JSON.parse(JSON.stringify(shownBlocks(reading)).replaceAll('1. 属', '1.属'))).toEqual([
      '青禾县政府信息公开工作年度报告',
      '一、总体情况',
      '全年收到申请二十一件。',
      '二、收到和处理申请情况',
      [
        ['（一）予以公开', '12[1]'],
        ['（二）不予公开', ''],
        ['1.属于国家秘密', '0'],
      ],
      '三、存在的主要问题',
      '[1] 含上年结转三件。',
    ])
  })

  it.each(['rtf', 'odt'])('has the same tables, merged cells and all, in %s as in docx', async format => {
    const expected = await grids('reports/桐坞县人民政府2023.docx')
    expect(expected.map(grid => [grid.rows, grid.columns])).toEqual([
      [14, 4],
      [28, 10],
      [4, 15],
    ])
    expect(await grids(`${format}/report.${format}`)).toEqual(expected)
  })

  it.each(['docx', 'rtf', 'odt'])('is the file the manifest of %s says it is', format => {
    const folder = join(fixtures, format)
    const manifest: { file: string; sha256: string }[] = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    const files = readdirSync(folder).filter(name => name.endsWith(`.${format}`))
    expect(manifest.map(entry => entry.file).sort()).toEqual(files.sort())
    for (const { file, sha256 } of manifest) {
      expect([
        file,
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ]).toEqual([file, sha256])
    }
  })
})
