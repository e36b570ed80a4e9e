import type { Adapter } from 'lowdb'
import { durableWrite } from '../disk/durable.ts'
import { type FileLayer, ifPresent } from '../disk/files.ts'
import { checkSeal, sealedJson } from './seal.ts'

/** Thrown by `read` when the file is there and is not what was written; callers turn it into a message that names the file. */
export class NotWhole extends Error {}

/** Puts a finished file in its place, by calling `place`. Given by a caller for whom something must happen with it or not at all. */
export type Publish = (place: () => Promise<void>, seal: string) => Promise<void>

/** Whether a file without a seal can be an old one; otherwise it was damaged. */
export type SealRule = 'required' | 'optional'

/**
 * lowdb on durable, sealed writes. Its stock adapters never call fsync, and its JSONFilePreset keeps everything in memory when
 * NODE_ENV is "test"; neither is used.
 */
export class DurableJson<T extends object | null> implements Adapter<T> {
  readonly #files: FileLayer
  readonly #path: string
  readonly #rule: SealRule
  readonly #publish: Publish | undefined
  /** Seal of what was read last, null for a file without one. */
  seal: string | null = null

  constructor(files: FileLayer, path: string, rule: SealRule, publish?: Publish) {
    this.#files = files
    this.#path = path
    this.#rule = rule
    this.#publish = publish
  }

  async read(): Promise<T | null> {
    const bytes = await ifPresent(this.#files.readFile(this.#path))
    if (bytes === null) return null
    const checked = checkSeal(bytes)
    if (checked.kind === 'broken') throw new NotWhole('its seal does not fit its content')
    if (checked.kind === 'none' && this.#rule === 'required') throw new NotWhole('it bears no seal')
    this.seal = checked.kind === 'whole' ? checked.seal : null
    let value: unknown
    try {
      value = JSON.parse(checked.kind === 'whole' ? checked.text : bytes.toString('utf8'))
    } catch (error) {
      throw new NotWhole(error instanceof Error ? error.message : String(error))
    }
    // lowdb takes null for "no file yet" and would write the default over it.
    if (typeof value !== 'object' || value === null) throw new NotWhole('it holds no object')
    // Whoever reads checks the shape with a schema.
    return value as T
  }

  async write(data: T): Promise<void> {
    if (data === null) throw new Error('nothing to write')
    const { bytes, seal } = sealedJson(data)
    const publish = this.#publish
    await durableWrite(this.#files, this.#path, bytes, publish ? place => publish(place, seal) : undefined)
  }
}
