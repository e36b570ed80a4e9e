import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesInArguments } from '../../src/main/arguments.ts'
import { hasReportEnding, promisedFormat, reportEndings } from '../../src/shared/facts/endings.ts'

const project = join(import.meta.dirname, '../..')
const sorted = (endings: readonly string[]) => [...endings].sort()

describe('the endings of files that are read', () => {
  it('are those that the package opens, each once', async () => {
    const text = await readFile(join(project, 'electron-builder.yml'), 'utf8')
    const packed = [...text.matchAll(/^ {2}- ext: \[?([a-z, ]+)\]?$/gm)].flatMap(([, list = '']) => list.split(', '))
    expect(sorted(packed)).toEqual(sorted(reportEndings))
  })

  it('are those that README lists', async () => {
    const text = await readFile(join(project, 'README.md'), 'utf8')
    const listed = /可由系统直接打开的扩展名：([a-z ]+)。/.exec(text)?.[1]?.split(' ') ?? []
    expect(sorted(listed)).toEqual(sorted(reportEndings))
  })

  it('are those that are taken for files on the command line of the window', () => {
    const paths = reportEndings.map(ending => `/reports/甲.${ending.toUpperCase()}`)
    expect(filesInArguments(['/opt/kaijuan', ...paths])).toEqual(paths)
    expect(['/reports/docx', '/甲.docx.png', '甲.'].map(hasReportEnding)).toEqual([false, false, false])
  })

  it('promise a format, but for .xml, under which anything may be kept', () => {
    expect(reportEndings.filter(ending => promisedFormat(ending) === null)).toEqual(['xml'])
    expect([promisedFormat('wpt'), promisedFormat('fodt'), promisedFormat('png')]).toEqual(['doc', 'odt', null])
  })
})
