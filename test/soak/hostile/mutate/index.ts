import { makeRandom, type Random } from '../../../corpus/random.ts'
import { mutateBytes } from './bytes.ts'
import { mutateElements } from './elements.ts'
import { mutateParts, mutatePdf } from './inside.ts'
import type { Seed } from './seeds.ts'
import { mutateTokens } from './tokens.ts'

/** A file made hostile. `did` tells how, for whoever looks into a failure. */
export type Mutant = { readonly name: string; readonly did: string; readonly bytes: Buffer }

const texts = new Set(['html', 'rtf', 'mht', 'txt'])

async function mutateInside(seed: Seed, random: Random, other: Buffer): Promise<{ bytes: Buffer; did: string }> {
  if (seed.bytes[0] === 0x50)
    return (await mutateParts(seed.bytes, random, other)) ?? mutateBytes(seed.bytes, random, other)
  if (seed.ending === 'pdf') return mutatePdf(seed.bytes, random, other)
  if (!texts.has(seed.ending)) return mutateBytes(seed.bytes, random, other)
  // Bytes as Latin-1 keep any encoding as it is.
  const elements =
    seed.ending === 'html' && random.chance(0.5) ? mutateElements(seed.bytes.toString('latin1'), random) : null
  if (elements) return { bytes: Buffer.from(elements.text, 'latin1'), did: elements.did }
  const { text, did } = mutateTokens(seed.bytes.toString('latin1'), random, other.toString('latin1'))
  return { bytes: Buffer.from(text, 'latin1'), did: `tokens: ${did}` }
}

/** The mutant of a number: the same for the same seed number, index and seeds. Formats come up equally often. */
export async function mutantOf(seeds: readonly Seed[], seedNumber: number, index: number): Promise<Mutant> {
  const random = makeRandom(`${seedNumber}/${index}`)
  const ending = random.pick([...new Set(seeds.map(seed => seed.ending))])
  const seed = random.pick(seeds.filter(one => one.ending === ending))
  const other = random.pick(seeds).bytes
  const inside = random.chance(0.6)
  const first = inside ? await mutateInside(seed, random, other) : mutateBytes(seed.bytes, random, other)
  const second = random.chance(inside ? 0.1 : 0.3) ? mutateBytes(first.bytes, random, other) : null
  const did = [seed.name, first.did, second?.did].filter(Boolean).join('; ')
  return { name: `fuzz-${seedNumber}-${index}.${ending}`, did, bytes: (second ?? first).bytes }
}
