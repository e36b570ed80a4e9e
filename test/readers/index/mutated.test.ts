import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../src/main/readers/index.ts'
import { buildZip, docxEntries } from '../common/zip/build.ts'

/** Real documents with bytes changed, cut out or doubled: every reading ends, with a document or with the reason there is none. */

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures')
const load = (path: string) => new Uint8Array(readFileSync(join(fixtures, path)))

/** A part of a package, inflated, so that changes reach the markup and not only the checksum. */
function partOf(path: string, name: string): Uint8Array {
  const bytes = Buffer.from(load(path))
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    const length = bytes.readUInt16LE(at + 28)
    if (bytes.toString('utf8', at + 46, at + 46 + length) !== name) continue
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    return inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 20)))
  }
  throw new Error(`${path} has no ${name}`)
}

type Change = { readonly at: number; readonly length: number; readonly bytes: Uint8Array }
const change = fc.record({
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  length: fc.constantFrom(0, 0, 1, 2, 20, 400),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 3 }),
    fc.constantFrom(
      ...['<', '>', '{', '}', '\\', '"', '&', '--', '999999999'].map(text => new Uint8Array(Buffer.from(text))),
    ),
  ),
})
function mutate(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  let result = Buffer.from(bytes)
  for (const item of changes) {
    const at = Math.floor(item.at * result.length)
    result = Buffer.concat([result.subarray(0, at), item.bytes, result.subarray(at + item.length)])
  }
  return result
}

const odt = (content: Uint8Array) =>
  buildZip([
    { name: 'content.xml', data: content, level: 0 },
    { name: 'META-INF/manifest.xml', data: '<a/>' },
  ])
const docx = (document: Uint8Array, numbering: Uint8Array) =>
  buildZip(
    docxEntries('', [{ name: 'word/numbering.xml', data: numbering }])
      .with(2, { name: 'word/document.xml', data: document })
      .map(entry => ({ ...entry, level: 0 })),
  )

describe('documents that were damaged', () => {
  const rtf = load('rtf/numbered.rtf')
  const content = partOf('odt/numbered.odt', 'content.xml')
  const document = partOf('docx/numbered.docx', 'word/document.xml')
  const numbering = partOf('docx/numbered.docx', 'word/numbering.xml')
  const page = Buffer.from('<p>年度报告</p><table><tr><td rowspan=2>规章<td>0<tr><td>1</table>').toString('base64')
  const mht = Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${page}\r\n--b--\r\n`,
  )

  it.each<[string, (changes: readonly Change[]) => Uint8Array]>([
    ['rtf', changes => mutate(rtf, changes)],
    ['odt', changes => odt(mutate(content, changes))],
    ['docx', changes => docx(mutate(document, changes), numbering)],
    ['the numbering of docx', changes => docx(document, mutate(numbering, changes))],
    ['mhtml', changes => mutate(mht, changes)],
  ])('are read or refused: %s', async (_name, build) => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async changes => {
        const reading = await readSource(build(changes), '报告')
        const errors = reading.messages.filter(item => item.severity === 'error').length
        expect(errors > 0).toBe(reading.document === null)
      }),
      { numRuns: 150 },
    )
  })
})
