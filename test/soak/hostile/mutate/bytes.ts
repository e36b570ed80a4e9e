import type { Random } from '../../../corpus/random.ts'

/** Changes to bytes of which nothing is known but their number. Each returns new bytes and leaves those given alone. */
type Change = (bytes: Buffer, random: Random, other: Buffer) => Buffer

/** Longer results say nothing new and only cost time. */
const mostBytes = 4 * 1024 * 1024

const at = (bytes: Buffer, random: Random): number => random.whole(0, Math.max(0, bytes.length - 1))
/** A length that is mostly short, now and then long. */
const length = (random: Random, most: number): number => Math.ceil(most ** random.next())

const flip: Change = (bytes, random) => {
  const out = Buffer.from(bytes)
  for (let left = length(random, 200); left > 0; left--) {
    const where = at(out, random)
    out[where] = (out[where] ?? 0) ^ (1 << random.whole(0, 7))
  }
  return out
}

const cut: Change = (bytes, random) => bytes.subarray(0, at(bytes, random))

const remove: Change = (bytes, random) => {
  const from = at(bytes, random)
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length(random, bytes.length - from + 1))])
}

const insert: Change = (bytes, random) => {
  const from = at(bytes, random)
  const filler = random.pick([0, 0xff, 0x20, 0x3c, 0x7b, -1])
  const added = Buffer.alloc(length(random, 100_000), Math.max(0, filler))
  if (filler < 0) for (let index = 0; index < added.length; index++) added[index] = random.whole(0, 255)
  return Buffer.concat([bytes.subarray(0, from), added, bytes.subarray(from)])
}

const repeat: Change = (bytes, random) => {
  const from = at(bytes, random)
  const block = bytes.subarray(from, from + length(random, 20_000))
  const times = Math.min(length(random, 2_000), Math.ceil(mostBytes / Math.max(1, block.length)))
  return Buffer.concat([
    bytes.subarray(0, from),
    ...Array.from({ length: times }, () => block),
    bytes.subarray(from + block.length),
  ])
}

const zero: Change = (bytes, random) => {
  const from = at(bytes, random)
  return Buffer.from(bytes).fill(random.pick([0, 0xff]), from, Math.min(bytes.length, from + length(random, 20_000)))
}

const swap: Change = (bytes, random) => {
  const [a = 0, b = 0, c = 0] = [at(bytes, random), at(bytes, random), at(bytes, random)].sort((x, y) => x - y)
  return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c)])
}

const splice: Change = (bytes, random, other) => {
  if (random.chance(0.5))
    return Buffer.concat([bytes.subarray(0, at(bytes, random)), other.subarray(at(other, random))])
  const from = at(bytes, random)
  const start = at(other, random)
  const block = other.subarray(start, start + length(random, 20_000))
  return Buffer.concat([bytes.subarray(0, from), block, bytes.subarray(from + block.length)])
}

/** Counts and offsets at their ends, where readers that trust them break. */
const fields: Change = (bytes, random) => {
  const out = Buffer.from(bytes)
  for (let left = random.whole(1, 8); left > 0; left--) {
    // Headers stand first; the rest of the time anywhere.
    const range = random.chance(0.5) ? Math.min(out.length, 4_096) : out.length
    const size = random.pick([1, 2, 4] as const)
    const where = random.whole(0, Math.max(0, Math.floor(range / size) - 1)) * size
    if (where + size > out.length) continue
    const most = 2 ** (8 * size)
    const value = random.pick([
      0,
      1,
      most - 1,
      most / 2,
      most / 2 - 1,
      most - 2,
      out.length % most,
      (out.length - 1) % most,
    ])
    if (random.chance(0.8)) out.writeUIntLE(value, where, size)
    else out.writeUIntBE(value, where, size)
  }
  return out
}

const changes = { flip, cut, remove, insert, repeat, zero, swap, splice, fields }
const names = [
  'flip',
  'flip',
  'cut',
  'remove',
  'insert',
  'repeat',
  'zero',
  'swap',
  'splice',
  'fields',
  'fields',
] as const

/** One random change. `other` is a second file to take from. The words say what was done. */
export function mutateBytes(bytes: Buffer, random: Random, other: Buffer): { bytes: Buffer; did: string } {
  const name = random.pick(names)
  return { bytes: changes[name](bytes, random, other).subarray(0, mostBytes), did: name }
}
