import { Buffer } from 'node:buffer'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceReading } from '../../../src/main/readers/common/reading.ts'
import { readDoc } from '../../../src/main/readers/doc/index.ts'
import type { GridBlock } from '../../../src/shared/data/document.ts'
import { manyEdges } from '../costly.ts'
import { shownBlocks } from '../shown.ts'
import { buildDoc, byte, container, inTable, row, rowDefinition, streamsOf } from './build.ts'

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'doc')
const originals = readdirSync(fixtures)
  .filter(name => name.endsWith('.doc'))
  .map(name => readFileSync(join(fixtures, name)))

/** A failure is told at once: shrinking would read the failing case again and again. */
const settings = { endOnFailure: true }

async function readSound(bytes: Uint8Array): Promise<SourceReading> {
  const reading = await readDoc(bytes, 'hostile.doc')
  if (reading.document === null) expect(reading.messages.some(item => item.severity === 'error')).toBe(true)
  for (const block of reading.document?.blocks ?? []) if (block.kind === 'grid') expectSound(block)
  return reading
}

/** What document.ts promises of a grid: every cell inside, no slot covered twice. */
function expectSound({ rows, columns, cells }: GridBlock): void {
  const taken = new Set<number>()
  for (const { row, column, rowSpan, columnSpan } of cells) {
    if (rowSpan < 1 || columnSpan < 1 || row + rowSpan > rows || column + columnSpan > columns) {
      throw new Error('cell outside its grid')
    }
    for (let slot = 0; slot < rowSpan * columnSpan; slot++) {
      const place = (row + Math.floor(slot / columnSpan)) * columns + column + (slot % columnSpan)
      if (taken.has(place)) throw new Error('slot covered twice')
      taken.add(place)
    }
  }
}

const numbers = fc.constantFrom(
  0,
  1,
  2,
  3,
  0x20,
  0xff,
  0x200,
  0x7fff,
  0xffff,
  0x7fffffff,
  0x80000000,
  0xfffffffe,
  0xffffffff,
)

describe('a reading comes back sound for any bytes', () => {
  it('with bytes of a real file changed anywhere', async () => {
    let read = 0
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), value: fc.nat({ max: 255 }) })
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: originals.length - 1 }),
        fc.array(change, { minLength: 1, maxLength: 40 }),
        async (index, changes) => {
          const bytes = Buffer.from(originals[index] ?? Buffer.alloc(0))
          for (const { at, value } of changes) bytes[Math.floor(at * (bytes.length - 1))] = value
          if ((await readSound(bytes)).document) read += 1
        },
      ),
      { ...settings, numRuns: 500 },
    )
    // Most files bear forty changed bytes, and a reader that always gives up is no sound one.
    expect(read).toBeGreaterThan(250)
  })

  it('with numbers of the FIB, the piece table and the page tables changed inside a sound container', async () => {
    const built = streamsOf({
      paragraphs: [
        { text: '标题', style: 1 },
        ...row(['甲', '1', '2'], rowDefinition([0, 1000, 2000, 3000], [0x60, 0, 0])),
        ...row(['', '3', '4'], rowDefinition([0, 1000, 2000, 3000], [0x20, 0, 0])),
        { text: '第\x13 PAGE \x147\x15页', wide: false },
      ],
    })
    const streams = ['WordDocument', '1Table'] as const
    let read = 0
    const change = fc.record({ stream: fc.constantFrom(...streams), at: fc.nat({ max: 20_000 }), value: numbers })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async changes => {
        const changed = {
          ...built,
          WordDocument: Buffer.from(built.WordDocument),
          '1Table': Buffer.from(built['1Table']),
        }
        for (const { stream, at, value } of changes) {
          const bytes = changed[stream]
          // Even places: every number of these structures stands on one.
          bytes.writeUInt32LE(value, ((at * 2) % (bytes.length - 4)) & ~1)
        }
        if ((await readSound(container(changed))).document) read += 1
      }),
      { ...settings, numRuns: 1000 },
    )
    expect(read).toBeGreaterThan(500)
  })

  it('with nothing but noise behind the signature', async () => {
    const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async noise => {
        await readSound(Buffer.concat([signature, noise]))
      }),
      { ...settings, numRuns: 300 },
    )
  })
})

describe('sizes that grow faster than the file', () => {
  it('fields within fields', async () => {
    const depth = 5_000
    const text = `${'\x13'.repeat(depth)}内${'\x14\x15'.repeat(depth)}外`
    const { document } = await readSound(buildDoc({ paragraphs: [{ text }] }))
    expect(document?.blocks).toEqual([{ kind: 'paragraph', text: '外' }])
  })

  it('tables within tables, deeper than any report', async () => {
    const paragraphs = Array.from({ length: 100 }, (_, index) => ({
      text: `层${index}`,
      sprms: [...inTable(index + 1), byte(0x244b, 1)],
    }))
    const { document } = await readSound(buildDoc({ paragraphs }))
    const texts = document?.blocks.flatMap(block => (block.kind === 'grid' ? block.cells.map(cell => cell.text) : []))
    expect(texts).toEqual([paragraphs.map(({ text }) => text).join('\n')])
  })

  it('a piece table that names the same bytes over and over', async () => {
    const streams = streamsOf({ paragraphs: [{ text: '字'.repeat(2_000) }] })
    const pieces = 20
    const table = Buffer.alloc(5 + (pieces + 1) * 4 + pieces * 8)
    table[0] = 2
    table.writeUInt32LE(table.length - 5, 1)
    for (let piece = 0; piece <= pieces; piece++) table.writeUInt32LE(piece * 2_000, 5 + piece * 4)
    for (let piece = 0; piece < pieces; piece++) table.writeUInt32LE(0x800, 5 + (pieces + 1) * 4 + piece * 8 + 2)
    streams.WordDocument.writeUInt32LE(0, 0x9a + 33 * 8)
    const { document, messages } = await readSound(container({ ...streams, '1Table': table }))
    expect(messages.map(item => item.code)).toContain('doc.partial')
    const [text] = shownBlocks({ document, messages, format: 'doc' })
    expect(String(text)).toMatch(/^字{2000,}$/)
    // No more characters than the stream has bytes.
    expect(String(text).length).toBeLessThanOrEqual(streams.WordDocument.length)
  })

  it('a table of many rows, each with edges of its own', async () => {
    const { document } = await readSound(buildDoc({ paragraphs: manyEdges(1_000) }))
    expect(document?.blocks.map(block => (block.kind === 'grid' ? block.rows : 0))).toEqual([1_000])
    expect(
      document?.blocks.flatMap(block => (block.kind === 'grid' ? block.cells.map(cell => cell.text) : [])),
    ).toEqual(Array.from({ length: 2000 }, (_, at) => String((at % 2) + 1)))
  })
})
