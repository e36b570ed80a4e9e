import { decodeBytes } from './charsets.ts'
import type { Destination, State } from './state.ts'

/** Where text goes to and how it looks: bytes that agree in this and in their encoding are decoded together. */
export type Manner = {
  readonly destination: Destination
  readonly seen: boolean
  readonly raised: boolean
  readonly struck: boolean
}

export function mannerOf({ destination, hidden, deleted, raised, struck }: State): Manner {
  return { destination, seen: !hidden && !deleted, raised, struck }
}

/** Collects bytes until something else comes: a character may be split over escapes and groups. */
export class Run {
  readonly #put: (text: string, manner: Manner) => void
  #bytes: number[] = []
  #encoding = ''
  #manner: Manner | null = null

  constructor(put: (text: string, manner: Manner) => void) {
    this.#put = put
  }

  push(byte: number, encoding: string, manner: Manner): void {
    if (byte < 0x20 && byte !== 0x09) return
    const open = this.#manner
    // ASCII goes with whatever came before: it may be the second half of a character.
    const name = byte < 0x80 && open ? this.#encoding : encoding
    const same =
      open !== null &&
      name === this.#encoding &&
      open.destination === manner.destination &&
      open.seen === manner.seen &&
      open.raised === manner.raised &&
      open.struck === manner.struck
    if (!same) {
      this.flush()
      this.#encoding = name
      this.#manner = manner
    }
    this.#bytes.push(byte)
  }

  flush(): void {
    const manner = this.#manner
    if (!manner) return
    this.#manner = null
    const bytes = this.#bytes
    this.#bytes = []
    this.#put(decodeBytes(bytes, this.#encoding), manner)
  }
}
