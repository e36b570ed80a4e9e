import type { Sight } from '../common/sight.ts'
import { decodeBytes } from './charsets.ts'
import type { Destination, State } from './state.ts'

/** Where text goes to and how it looks: bytes that agree in this and in their encoding are decoded together. */
export type TextTarget = {
  readonly destination: Destination
  readonly seen: boolean
  readonly sight: Sight
  readonly raised: boolean
  readonly struck: boolean
}

export function targetOf({ destination, hidden, deleted, raised, struck }: State, sight: Sight): TextTarget {
  return { destination, seen: !hidden && !deleted, sight, raised, struck }
}

/** Collects bytes until something else comes: a character may be split over escapes and groups. */
export class PendingBytes {
  readonly #put: (text: string, target: TextTarget) => void
  #bytes: number[] = []
  #encoding = ''
  #target: TextTarget | null = null

  constructor(put: (text: string, target: TextTarget) => void) {
    this.#put = put
  }

  push(byte: number, encoding: string, target: TextTarget): void {
    if (byte < 0x20 && byte !== 0x09) return
    const open = this.#target
    // ASCII goes with whatever came before: it may be the second half of a character.
    const name = byte < 0x80 && open ? this.#encoding : encoding
    const same =
      open !== null &&
      name === this.#encoding &&
      open.destination === target.destination &&
      open.seen === target.seen &&
      open.sight === target.sight &&
      open.raised === target.raised &&
      open.struck === target.struck
    if (!same) {
      this.flush()
      this.#encoding = name
      this.#target = target
    }
    this.#bytes.push(byte)
  }

  flush(): void {
    const target = this.#target
    if (!target) return
    this.#target = null
    const bytes = this.#bytes
    this.#bytes = []
    this.#put(decodeBytes(bytes, this.#encoding), target)
  }
}
