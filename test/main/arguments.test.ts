import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesInArguments, openArguments } from '../../src/main/arguments.ts'

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
})
