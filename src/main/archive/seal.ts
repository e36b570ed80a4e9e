import { createHash } from 'node:crypto'

/**
 * Every JSON file of the archive ends with the SHA-256 of its own bytes before the seal: `{…,"seal":"<64 hex digits>"}`. It is a
 * member like any other, so the file stays plain JSON, and a single flipped bit anywhere in the file is seen at the next reading.
 * What it cannot show is a change made on purpose by someone who seals anew; that is what the journal is for, which carries the seal
 * of every record it tells of.
 */

const begin = '{"'
const middle = ',"seal":"'
const sealLength = 64
const tailLength = middle.length + sealLength + 2

export type Sealed = { readonly bytes: Buffer; readonly seal: string }

const sealOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The bytes of a file that holds an object (with at least one member), and their seal. */
export function sealedJson(data: object): Sealed {
  const text = JSON.stringify(data)
  if (!text.startsWith(begin)) throw new Error('only an object with members can be sealed')
  const body = Buffer.from(text.slice(0, -1))
  const seal = sealOf(body)
  return { bytes: Buffer.concat([body, Buffer.from(`${middle}${seal}"}`)]), seal }
}

export type Unsealed =
  | { readonly kind: 'whole'; readonly seal: string; readonly text: string }
  /** It bears no seal: written before there were any, or damaged just there. */
  | { readonly kind: 'none' }
  | { readonly kind: 'broken' }

/** Checks the seal and gives the JSON text without it. */
export function checkSeal(bytes: Buffer): Unsealed {
  const start = bytes.length - tailLength
  if (start < begin.length) return { kind: 'none' }
  const tail = /^,"seal":"([0-9a-f]{64})"\}$/.exec(bytes.toString('latin1', start))
  if (!tail?.[1]) return { kind: 'none' }
  const body = bytes.subarray(0, start)
  return sealOf(body) === tail[1]
    ? { kind: 'whole', seal: tail[1], text: `${body.toString('utf8')}}` }
    : { kind: 'broken' }
}
