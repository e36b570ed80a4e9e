import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { readDoc } from '../../../src/main/readers/doc/index.ts'
import { messageLines } from '../../../src/shared/messages/index.ts'
import { buildDoc, container, row, rowDefinition, streamsOf } from './build.ts'

const sample = {
  paragraphs: [{ text: '政府信息公开工作年度报告'.repeat(400) }, ...row(['甲', '1'], rowDefinition([0, 1000, 2000]))],
}

async function read(bytes: Uint8Array) {
  const { document, messages } = await readDoc(bytes, '年报.doc')
  return { document, messages, codes: messages.map(item => item.code) }
}

/** The sample with bytes of its WordDocument stream written over. */
function altered(change: (document: Buffer, table: Buffer) => void): Buffer {
  const streams = streamsOf(sample)
  change(streams.WordDocument, streams['1Table'])
  return container(streams)
}

describe('what cannot be read is refused by name', () => {
  it('bytes that are no compound file', async () => {
    expect((await read(Buffer.from('<html>不是 Word</html>'))).codes).toEqual(['doc.notWord'])
    expect((await read(new Uint8Array())).codes).toEqual(['doc.notWord'])
  })

  it('a compound file without a Word document: a workbook', async () => {
    expect((await read(container({ Workbook: Buffer.alloc(5000, 1) }))).codes).toEqual(['doc.notWord'])
  })

  it('a document behind a password', async () => {
    const { document, codes } = await read(altered(fib => fib.writeUInt16LE(0x0300, 10)))
    expect(document).toBeNull()
    expect(codes).toEqual(['doc.encrypted'])
  })

  it('a document without text whose piece table is gone', async () => {
    const streams = streamsOf({ paragraphs: [{ text: '' }] })
    expect((await read(container({ ...streams, '1Table': Buffer.alloc(100) }))).codes).toEqual(['doc.damaged'])
  })

  it('names the file and says what was kept and what to do, in both languages', async () => {
    const { messages } = await read(altered(fib => fib.writeUInt16LE(0x0300, 10)))
    for (const language of ['zh', 'en'] as const) {
      const lines = messages.map(item => messageLines(item, language))
      expect(lines[0]?.what).toContain('年报.doc')
      expect(lines[0]?.kept).not.toBe('')
      expect(lines[0]?.todo).not.toBe('')
    }
  })
})

describe('a file that was cut', () => {
  it('is refused, or read with a word on what is missing, or read in full: wherever the cut is', async () => {
    const whole = buildDoc(sample)
    const complete = await read(whole)
    const seen = { refused: 0, read: 0 }
    for (let length = 512; length < whole.length; length += 256) {
      const bytes = whole.subarray(0, length)
      const { document, codes } = await read(bytes)
      if (document === null) {
        expect(['doc.truncated', 'doc.damaged']).toContain(codes[0])
        seen.refused++
      } else {
        // Silence is only right where nothing is missing: this writer's last sector pads the file.
        if (codes.length === 0) expect(document).toEqual(complete.document)
        seen.read++
      }
      // No text is lost that lies in the bytes.
      if (bytes.includes(Buffer.from('工作年度报告', 'utf16le'))) expect(document).not.toBeNull()
    }
    expect(seen.refused).toBeGreaterThan(5)
    expect(seen.read).toBeGreaterThan(5)
  })

  it('is read up to where its text ends, with a warning that counts what is missing', async () => {
    const streams = streamsOf(sample)
    const promised = streams.WordDocument.readUInt32LE(0x4c)
    const { document, messages } = await read(
      container({ ...streams, WordDocument: streams.WordDocument.subarray(0, 0x800 + 200) }),
    )
    expect(document?.blocks.map(block => (block.kind === 'paragraph' ? block.text.length : -1))).toEqual([100])
    expect(messages[0]).toMatchObject({ code: 'doc.partial', params: { total: promised, missing: promised - 100 } })
  })

  it('reads everything, and says so, where the stated length of the text is too small', async () => {
    const { document, codes } = await read(altered(fib => fib.writeUInt32LE(10, 0x4c)))
    expect(document?.blocks.map(block => block.kind)).toEqual(['paragraph', 'grid'])
    expect(codes).toEqual(['doc.lengthsDisagree'])
  })
})

describe('a damaged file still gives its text, with a warning', () => {
  const texts = (document: Awaited<ReturnType<typeof read>>['document']) =>
    document?.blocks.map(block => (block.kind === 'paragraph' ? block.text : block.kind))
  const small = {
    paragraphs: [{ text: '总体情况' }, ...row(['甲', '1'], rowDefinition([0, 1000, 2000]))],
  }
  const expected = ['总体情况', '甲', '1']
  const zeroed = (bytes: Buffer, from: number, length: number) => Buffer.from(bytes).fill(0, from, from + length)
  const whole = buildDoc(small)
  const sector = (at: number) => (whole.readUInt32LE(at) + 1) * 512

  it.each([
    ['the table of sectors is gone', zeroed(whole, sector(76), 512)],
    ['the directory is gone', zeroed(whole, sector(48), 512)],
    ['the head of the container is gone', zeroed(whole, 8, 504)],
    ['the piece table is gone', container({ ...streamsOf(small), '1Table': Buffer.alloc(100) })],
    ['the stream with the piece table is gone', container({ WordDocument: streamsOf(small).WordDocument })],
  ])('where %s', async (_, bytes) => {
    const { document, codes } = await read(bytes)
    expect(texts(document)).toEqual(expected)
    expect(codes).toEqual(['doc.salvaged'])
  })

  it('but no cell by cell where a fast save may have left figures that no longer hold', async () => {
    const streams = streamsOf(small)
    streams.WordDocument.writeUInt16LE(0x0204, 10)
    const { document } = await read(container({ WordDocument: streams.WordDocument }))
    expect(texts(document)).toEqual(['总体情况', '甲 1'])
  })

  it('of one and of two bytes a character, which begin with sectors', async () => {
    const narrow = 'A'.repeat(509)
    const { WordDocument } = streamsOf({ paragraphs: [{ text: narrow, wide: false }, { text: '总体情况良好' }] })
    expect(texts((await read(container({ WordDocument }))).document)).toEqual([narrow, '总体情况良好'])
  })

  it('but nothing of what a password protects', async () => {
    const streams = streamsOf(small)
    streams.WordDocument.writeUInt16LE(0x0300, 10)
    const { document, codes } = await read(container({ WordDocument: streams.WordDocument }))
    expect(document).toBeNull()
    expect(codes).toEqual(['doc.encrypted'])
  })
})
