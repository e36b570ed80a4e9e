import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { findActive } from '../../../src/main/readers/active/index.ts'
import { type SourceFormat, sourceFormats } from '../../../src/shared/data/document.ts'
import { buildZip } from '../common/zip/build.ts'

const samples = join(import.meta.dirname, '../../../assets/samples')

/** What was found, as `kind: where`. */
async function found(bytes: Uint8Array | string, format: SourceFormat): Promise<readonly string[]> {
  const active = await findActive(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, format)
  return active?.found.map(({ kind, where }) => `${kind}: ${where}`) ?? ['not looked']
}
const zipOf = (parts: Readonly<Record<string, string>>) =>
  buildZip(Object.entries(parts).map(([name, data]) => ({ name, data })))
const rels = (target: string, type: string, mode = 'External') =>
  `<Relationships><Relationship Id="r1" Type="http://x/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`
const entry = (name: string, kind = 1) => {
  const bytes = Buffer.alloc(128)
  const length = bytes.write(`${name}\0`, 'utf16le')
  bytes.writeUInt16LE(length, 64)
  bytes[66] = kind
  return bytes
}
const compound = (...entries: readonly Buffer[]) => Buffer.concat([Buffer.alloc(512), ...entries])

describe('what a file could do when it is opened', () => {
  test('our own plain reports do nothing', async () => {
    for (const [ending, format] of [
      ['docx', 'docx'],
      ['doc', 'doc'],
      ['pdf', 'pdf'],
      ['html', 'html'],
      ['txt', 'text'],
    ] as const)
      expect([
        ending,
        await found(await readFile(join(samples, `云岭市清河区人民政府2023.${ending}`)), format),
      ]).toEqual([ending, []])
  })

  it.each([
    ['a macro', zipOf({ 'word/document.xml': '<x/>', 'word/vbaProject.bin': 'x' }), ['macro: word/vbaProject.bin']],
    [
      'an embedded workbook',
      zipOf({ 'word/document.xml': '<x/>', 'word/embeddings/a.xlsx': 'x' }),
      ['embedded: word/embeddings/a.xlsx'],
    ],
    [
      'a template from elsewhere',
      zipOf({ 'word/_rels/settings.xml.rels': rels('http://evil/t.dotm', 'attachedTemplate') }),
      ['external: http://evil/t.dotm'],
    ],
    ['a plain link', zipOf({ 'word/_rels/document.xml.rels': rels('http://www.gov.cn', 'hyperlink') }), []],
    [
      'a DDE field',
      zipOf({ 'word/document.xml': '<w:instrText>DDEAUTO c:\\\\cmd.exe "/k x"</w:instrText>' }),
      ['external: DDEAUTO c:\\\\cmd.exe "/k x"'],
    ],
    ['a script in an alternative chunk', zipOf({ 'word/afchunk.html': '<script>1</script>' }), ['script: <script>']],
  ])('docx: %s', async (_, bytes, expected) => {
    expect(await found(bytes, 'docx')).toEqual(expected)
  })

  it.each([
    [
      'a Basic library',
      zipOf({ 'content.xml': '<x/>', 'Basic/Standard/Module1.xml': 'x' }),
      ['macro: Basic/Standard/Module1.xml'],
    ],
    [
      'a picture from elsewhere',
      zipOf({ 'content.xml': '<draw:image xlink:href="http://evil/a.png"/>' }),
      ['external: http://evil/a.png'],
    ],
    [
      'a flat file with an event',
      '<office:document><script:event-listener/></office:document>',
      ['script: content.xml'],
    ],
  ])('odt: %s', async (_, bytes, expected) => {
    expect(await found(bytes, 'odt')).toEqual(expected)
  })

  it.each([
    ['macros', compound(entry('Macros'), entry('WordDocument', 2)), ['macro: Macros']],
    ['an OLE object', compound(entry('ObjectPool'), entry('_1234567890')), ['embedded: _1234567890']],
    ['an emptied object pool', compound(entry('ObjectPool')), []],
    [
      'a picture by address',
      compound(Buffer.from('\x13 INCLUDEPICTURE "http://evil/a.png"\x14x\x15')),
      ['external: INCLUDEPICTURE "http://evil/a.png"'],
    ],
  ])('doc: %s', async (_, bytes, expected) => {
    expect(await found(bytes, 'doc')).toEqual(expected)
  })

  const objects = deflateSync('1 0 << /S /JavaScript /JS (app.alert) >>')
  it.each([
    [
      'a script',
      '%PDF-1.4 1 0 obj << /OpenAction << /S /JavaScript /JS (x) >> >> endobj',
      ['script: /JavaScript', 'script: /JS'],
    ],
    ['a script under an escaped name', '%PDF-1.4 << /S /J#61vaScript >>', ['script: /JavaScript']],
    [
      'a script in an object stream',
      Buffer.concat([
        Buffer.from('%PDF-1.5 5 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\r\n'),
        objects,
        Buffer.from('\nendstream'),
      ]),
      ['script: /JavaScript', 'script: /JS'],
    ],
    ['an embedded file', '%PDF-1.4 << /Type /EmbeddedFile >> stream\nx\nendstream', ['embedded: /EmbeddedFile']],
    ['a plain link', '%PDF-1.4 << /S /URI /URI (http://www.gov.cn) >>', []],
    ['the word in a content stream', '%PDF-1.4 << /Length 20 >> stream\n(/JavaScript) Tj\nendstream', []],
  ])('pdf: %s', async (_, bytes, expected) => {
    expect(await found(bytes, 'pdf')).toEqual(expected)
  })

  it.each([
    ['a script', '<script>1</script>', ['script: <script>']],
    ['data in a script element', '<script type="application/ld+json">{}</script>', []],
    ['an event', '<p onclick="x()">甲</p>', ['script: p onclick']],
    ['a script as address', '<a href=" javascript:x()">甲</a>', ['script: a href']],
    ['a picture from elsewhere', '<img src="https://evil/a.png">', ['external: https://evil/a.png']],
    ['a frame', '<iframe src="a.html"></iframe>', ['embedded: <iframe>']],
    ['a plain link', '<a href="http://www.gov.cn">甲</a>', []],
  ])('html: %s', async (_, page, expected) => {
    expect(await found(page, 'html')).toEqual(expected)
  })

  test('rtf and Word XML carry objects and links, too', async () => {
    expect(await found('{\\rtf1 {\\object\\objemb {\\*\\objdata 0105}}}', 'rtf')).toEqual([
      'embedded: \\objemb',
      'embedded: \\objdata',
    ])
    expect(await found('<w:wordDocument w:macrosPresent="yes"/>', 'wordxml')).toEqual(['macro: w:macrosPresent="yes"'])
  })

  test('a package that cannot be opened is looked into by its names alone, and says so', async () => {
    const bomb = zipOf({ '../out.xml': '<x/>', 'word/vbaProject.bin': 'x' })
    expect(await findActive(bomb, 'docx')).toMatchObject({ partial: true, found: [{ kind: 'macro' }] })
    expect(await findActive(Buffer.from('x'), 'unknown')).toBeNull()
  })

  test('no bytes make it throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.constantFrom(...sourceFormats), async (bytes, format) => {
        await findActive(bytes, format)
      }),
    )
  })
})
