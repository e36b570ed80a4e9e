import { Buffer } from 'node:buffer'
import CFB from 'cfb'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Container, openContainer } from '../../../src/main/readers/doc/container/container.ts'
import { backwards } from '../costly.ts'
import { container } from './build.ts'

function open(bytes: Uint8Array): Container {
  const opened = openContainer(bytes)
  if (opened === 'none' || opened === 'cut') throw new Error(opened)
  return opened
}

describe('streams of a compound file', () => {
  it('come out as they went in, short and long, whatever their number and size', () => {
    const sizes = fc.array(fc.nat({ max: 20_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(sizes, sizes => {
        const streams = Object.fromEntries(
          sizes.map((size, index) => [`Stream${index}`, Buffer.alloc(size, `${index}:${size};`)]),
        )
        const opened = open(container(streams))
        for (const [name, content] of Object.entries(streams)) {
          expect(Buffer.from(opened.stream(name)?.bytes ?? []).equals(content)).toBe(true)
        }
      }),
      { numRuns: 60, endOnFailure: true },
    )
  })

  it('are found without regard to case, and only right under the root', () => {
    const file = CFB.utils.cfb_new()
    CFB.utils.cfb_add(file, '/ObjectPool/_1/WordDocument', Buffer.from('embedded'))
    CFB.utils.cfb_add(file, '/1Table', Buffer.from('table'))
    const written: unknown = CFB.write(file, { type: 'buffer' })
    if (!Buffer.isBuffer(written)) throw new Error('cfb wrote no buffer')
    const opened = open(written)
    expect(opened.stream('WordDocument')).toBeNull()
    expect(Buffer.from(opened.stream('1TABLE')?.bytes ?? []).toString()).toBe('table')
  })

  it('end where their chain loops, and show by their size that they should be longer', () => {
    const bytes = container({ Long: Buffer.alloc(6000, 7) })
    const fat = (bytes.readUInt32LE(76) + 1) * 512
    const start = CFB.read(bytes, { type: 'buffer' }).FileIndex.find(entry => entry.name === 'Long')?.start ?? 0
    const second = bytes.readUInt32LE(fat + start * 4)
    bytes.writeUInt32LE(start, fat + second * 4)
    const stream = open(bytes).stream('Long')
    expect(stream?.bytes.length).toBe(1024)
    expect(stream?.size).toBe(6000)
  })
})

describe('a hostile compound file', () => {
  it('gives a stream that runs backwards through the file in the order of its chain', () => {
    const content = open(backwards(400)).stream('Long')
    expect(content?.size).toBe(400 * 512)
    const sectors = Array.from({ length: 400 }, (_, at) => content?.bytes[at * 512 + 511])
    expect(sectors).toEqual(Array.from({ length: 400 }, (_, at) => (399 - at) % 251))
  })

  it('never makes opening or reading a stream throw', () => {
    const original = container({ WordDocument: Buffer.alloc(5000, 1), Small: Buffer.alloc(100, 2) })
    const change = fc.tuple(
      fc.nat({ max: original.length / 4 - 1 }),
      fc.constantFrom(0, 1, 2, 5, 0x7fffffff, 0xfffffffe, 0xffffffff),
    )
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), changes => {
        const bytes = Buffer.from(original)
        for (const [place, value] of changes) bytes.writeUInt32LE(value, place * 4)
        const opened = openContainer(bytes)
        if (opened === 'none' || opened === 'cut') return
        for (const name of ['WordDocument', 'Small']) {
          expect(opened.stream(name)?.bytes.length ?? 0).toBeLessThanOrEqual(bytes.length)
        }
      }),
      { numRuns: 2000, endOnFailure: true },
    )
  })
})
