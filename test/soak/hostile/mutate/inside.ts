import { deflateSync, inflateSync } from 'node:zlib'
import { openPackage } from '../../../../src/main/readers/common/zip.ts'
import type { Random } from '../../../corpus/random.ts'
import { buildZip, type Entry } from '../../../readers/common/zip/build.ts'
import { mutateBytes } from './bytes.ts'
import { mutateElements } from './elements.ts'
import { mutateTokens } from './tokens.ts'

/** Changes inside what is compressed: a change of the compressed bytes hardly ever gets past the inflater. */

type Mutated = { readonly bytes: Buffer; readonly did: string }

/** Markup changed as elements, or as tokens; null: as bytes. */
function mutateMarkup(bytes: Buffer, random: Random, other: Buffer): Mutated | null {
  const lot = random.next()
  const changed =
    lot < 0.6
      ? mutateElements(bytes.toString(), random)
      : lot < 0.85
        ? mutateTokens(bytes.toString(), random, other.toString('latin1'))
        : null
  return changed && { bytes: Buffer.from(changed.text), did: changed.did }
}

/** The parts of an office package, changed one by one and packed again with true sizes and checksums, or with false ones. */
export async function mutateParts(bytes: Buffer, random: Random, other: Buffer): Promise<Mutated | null> {
  const opened = await openPackage(bytes, '')
  if (!opened.ok) return null
  const names = [...opened.value.parts.keys()]
  if (names.length === 0) return null
  // Most of what is read stands in one part.
  const main = names.filter(name => /document\.xml$|content\.xml$/.test(name))
  const chosen = new Set([random.pick(random.chance(0.6) && main.length > 0 ? main : names), random.pick(names)])
  const did: string[] = []
  const entries = [...opened.value.parts].flatMap(([name, data]): Entry[] => {
    if (!chosen.has(name)) return [{ name, data }]
    if (random.chance(0.04)) {
      did.push(`${name} dropped`)
      return []
    }
    const old = Buffer.from(data)
    const changed = mutateMarkup(old, random, other) ?? mutateBytes(old, random, other)
    did.push(`${name} ${changed.did}`)
    const claims = random.chance(0.05)
      ? { claimedSize: random.pick([0, 1, changed.bytes.length + 1, 2 ** 32 - 1]) }
      : {}
    return [{ name: random.chance(0.03) ? '../x.xml' : name, data: changed.bytes, ...claims }]
  })
  return { bytes: Buffer.from(buildZip(entries)), did: `parts: ${did.join(', ')}` }
}

const stream = /stream\r?\n/g

/** The text of a PDF's objects, or what is inside one of its deflated streams. Offsets become false; readers search for objects then. */
export function mutatePdf(bytes: Buffer, random: Random, other: Buffer): Mutated {
  const raw = bytes.toString('latin1')
  const starts = [...raw.matchAll(stream)].map(found => found.index + found[0].length)
  const start = starts.length > 0 && random.chance(0.6) ? random.pick(starts) : -1
  const end = raw.indexOf('endstream', start)
  if (start >= 0 && end > start) {
    try {
      const inner = inflateSync(bytes.subarray(start, end))
      const { text, did } = mutateTokens(inner.toString('latin1'), random, other.toString('latin1'))
      const packed = deflateSync(Buffer.from(text, 'latin1'))
      return { bytes: Buffer.concat([bytes.subarray(0, start), packed, bytes.subarray(end)]), did: `stream: ${did}` }
    } catch {
      // Not deflated, or an end was found inside the data: take the objects' text instead.
    }
  }
  const heads = [...raw.matchAll(/\d+ \d+ obj\b/g)].map(found => found.index)
  const head = heads.length > 0 ? random.pick(heads) : 0
  const next = /stream|endobj/.exec(raw.slice(head, head + 4_000))
  const tail = head + (next ? next.index : 4_000)
  const { text, did } = mutateTokens(raw.slice(head, tail), random, raw.slice(0, 4_000))
  return { bytes: Buffer.from(raw.slice(0, head) + text + raw.slice(tail), 'latin1'), did: `object: ${did}` }
}
