import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandLineIn, filesInArguments, openArguments } from '../../src/main/arguments.ts'

describe('how the application was started', () => {
  it('reads its own two switches and leaves the browser engine its own', () => {
    const argv = ['kaijuan', '--no-sandbox', '--archive=/data/archive', '--user-data=/data/own']
    expect(openArguments(argv)).toEqual({ archive: resolve('/data/archive'), userData: resolve('/data/own') })
    expect(openArguments(['kaijuan'])).toEqual({ archive: null, userData: null })
  })

  it('takes the documents that the system passes, and nothing else', () => {
    const argv = ['/opt/kaijuan', '.', '--flag', '/reports/甲.DOC', 'report.pdf', '/reports/photo.png']
    expect(filesInArguments(argv)).toEqual(['/reports/甲.DOC', join(process.cwd(), 'report.pdf')])
  })

  it('is the command line where a verb, or a question about it, comes first', () => {
    expect(commandLineIn(['/opt/kaijuan', 'extract', '--json', '报告.docx'], 1)).toEqual([
      'extract',
      '--json',
      '报告.docx',
    ])
    expect(commandLineIn(['electron', '/project', 'list'], 2)).toEqual(['list'])
    expect(commandLineIn(['/opt/kaijuan', '--help'], 1)).toEqual(['--help'])
    expect(commandLineIn(['/opt/kaijuan', '--no-sandbox', 'verify'], 1)).toEqual(['verify'])
  })

  it('is the window for anything else, whatever a document is called', () => {
    for (const own of [
      [],
      ['报告.docx'],
      ['/reports/extract'],
      ['--archive=/data/list'],
      ['--no-sandbox'],
      ['报告.docx', 'list'],
    ]) {
      expect([own, commandLineIn(['/opt/kaijuan', ...own], 1)]).toEqual([own, null])
    }
    expect(commandLineIn(['electron', 'list'], 2)).toBeNull()
  })
})
