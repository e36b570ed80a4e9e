import { Buffer } from 'node:buffer'
import { describe, expect, it, test } from 'vitest'
import { readDoc } from '../../../src/main/readers/doc/index.ts'
import { buildDoc, byte, long } from './build.ts'

/** Data of form fields as [MS-DOC] 2.9.78 lays them out. */

const short = (value: number) => Buffer.from([value & 0xff, value >>> 8])
const counted = (text: string) => Buffer.concat([short(text.length), Buffer.from(text, 'utf16le')])
const closed = (text: string) => Buffer.concat([counted(text), short(0)])

type Field = { readonly type: number; readonly chosen: number; readonly standard?: number }

function dataOf({ type, chosen, standard = 0 }: Field, entries: readonly string[] = ['0', '7', '12']): Buffer {
  const list = [short(0xffff), short(entries.length), short(0), ...entries.map(counted)]
  const field = Buffer.concat([
    Buffer.from([0xff, 0xff, 0xff, 0xff]),
    short(type | (chosen << 2)),
    short(0),
    short(0),
    closed('D1'),
    short(standard),
    ...['', '帮助', '', '', ''].map(closed),
    ...(type === 2 ? list : []),
  ])
  const head = Buffer.alloc(0x44)
  head.writeUInt32LE(head.length + field.length, 0)
  head.writeUInt16LE(head.length, 4)
  return Buffer.concat([Buffer.alloc(8), head, field])
}

async function shown(data: Buffer, text: string, ...more: readonly Buffer[]) {
  const sprms = [byte(0x0855, 1), byte(0x0806, 1), long(0x6a03, 8), ...more]
  const at = text.indexOf('\x01')
  const built = { paragraphs: [{ text }], data, characters: [{ paragraph: 0, from: at, to: at + 1, sprms }] }
  const { document } = await readDoc(buildDoc(built), '报告.doc')
  return document?.blocks.map(block => (block.kind === 'paragraph' ? block.text : block.kind))
}

const drop = '前\x13 FORMDROPDOWN \x01\x14\x15后'
const box = '前\x13 FORMCHECKBOX \x01\x15后'

describe('a field of a form in .doc', () => {
  test.each<readonly [name: string, field: Field, text: string, shown: string]>([
    ['is read as the entry chosen of a drop-down', { type: 2, chosen: 2 }, drop, '前12后'],
    ['is read as its default where nobody chose', { type: 2, chosen: 25, standard: 1 }, drop, '前7后'],
    ['is not read where there is no such entry', { type: 2, chosen: 9 }, drop, '前后'],
    ['is read as its tick', { type: 1, chosen: 1 }, box, '前☑后'],
    ['is read as a box without a tick', { type: 1, chosen: 25 }, box, '前☐后'],
    ['is read as its result where it has one', { type: 2, chosen: 2 }, drop.replace('\x14', '\x145'), '前5后'],
  ])('%s', async (_name, field, text, expected) => {
    expect(await shown(dataOf(field), text)).toEqual([expected])
  })

  it('is not read where it is hidden, or where its data are cut off', async () => {
    const data = dataOf({ type: 2, chosen: 2 })
    expect(await shown(data, drop, byte(0x083c, 1))).toEqual(['前后'])
    for (const length of [0, 20, 80, 100, data.length - 3])
      expect(await shown(data.subarray(0, length), drop)).toEqual(['前后'])
  })
})
