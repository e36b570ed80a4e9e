import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../src/main/readers/index.ts'
import { type MessageCode, messageLines, messageTable } from '../../../src/shared/messages/index.ts'
import { buildDocx, buildZip, paragraph } from '../common/zip/build.ts'

const docx = buildDocx(paragraph('一、总体情况'))
const page = Buffer.from('<html><body><p>一、总体情况</p></body></html>')
const fixture = (name: string) => readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'reports', name))

async function outcome(bytes: Uint8Array, name: string): Promise<[string, string[]]> {
  const reading = await readSource(bytes, name)
  return [reading.format, reading.messages.map(item => item.code)]
}

describe('reading a source', () => {
  it.each(['docx', 'doc', 'pdf', 'html', 'txt'])(
    'picks the reader for a %s by its bytes, under no name at all',
    async ending => {
      const reading = await readSource(fixture(`桐坞县人民政府2023.${ending}`), '桐坞县人民政府2023')
      expect(reading.format).toBe(ending === 'txt' ? 'text' : ending)
      expect(reading.document?.blocks.length).toBeGreaterThan(10)
      expect(reading.messages.filter(item => item.severity === 'error')).toEqual([])
    },
  )

  it.each([
    ['报告.docx', docx, ['docx', []]],
    ['报告.DOCM', docx, ['docx', []]],
    ['报告', docx, ['docx', []]],
    ['报告.2023', docx, ['docx', []]],
    ['报告.doc', docx, ['docx', ['read.otherFormat']]],
    ['报告.xls', page, ['html', ['read.otherFormat']]],
    ['报告.docx', page, ['html', ['read.otherFormat']]],
    ['报告.htm', page, ['html', []]],
    ['报告.docx', Buffer.alloc(0), ['unknown', ['read.empty']]],
    ['报告.docx', buildZip([{ name: 'a.txt', data: '' }]), ['unknown', ['office.notWord']]],
  ] as const)('%s', async (name, bytes, expected) => {
    expect(await outcome(bytes, name)).toEqual(expected)
  })

  it('says in words what a misnamed file really is', async () => {
    const [first] = (await readSource(page, 'folder/报告.doc')).messages
    expect(first && messageLines(first, 'zh').what).toBe('名为 .doc，实为网页，已按网页读取。')
    expect(first && messageLines(first, 'en').what).toBe('Named .doc but really a web page; it was read as a web page.')
  })

  it('names the file in every failure', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.alloc(50, 1),
      docx.subarray(0, docx.length - 30),
      Buffer.from('{\\rtf1'),
      Buffer.from('MIME-Version: 1.0\n\n'),
      Buffer.from('<?xml version="1.0"?><office:document>'),
      Buffer.from('<?xml version="1.0"?><w:wordDocument>'),
    ]) {
      const problem = (await readSource(bytes, '/home/报告.docx')).messages.find(item => item.severity === 'error')
      expect(problem).toBeDefined()
      expect(problem && messageLines(problem, 'zh').what).toContain('“报告.docx”')
      expect(problem && messageLines(problem, 'en').what).not.toMatch(/[{}]/)
    }
  })
})

describe('what the readers say', () => {
  const codes = Object.keys(messageTable).filter(code => /^(read|office|html|mail)\./.test(code)) as MessageCode[]

  it('has three lines for every error, in both languages, naming the file', () => {
    expect(codes.length).toBeGreaterThan(20)
    for (const code of codes) {
      const words = messageTable[code]
      if (words?.severity !== 'error') continue
      for (const language of ['zh', 'en'] as const) {
        expect([code, words.what[language].includes('{file}')]).toEqual([code, true])
        expect([code, words.kept?.[language].length ?? 0]).not.toEqual([code, 0])
        expect([code, words.todo?.[language].length ?? 0]).not.toEqual([code, 0])
      }
    }
  })

  it('uses the same parameters in both languages', () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+?)(?:English)?\}/g)].map(match => match[1]).sort()
    for (const code of codes) {
      const words = messageTable[code]
      expect([code, names(words?.what.en ?? '')]).toEqual([code, names(words?.what.zh ?? '')])
    }
  })
})
