import type { Adapter } from 'lowdb'
import { durableWrite, type Publish } from './durable.ts'
import { type FileLayer, ifPresent } from './files.ts'

/** Thrown by `read` when the file is there and is not JSON; callers turn it into a message that names the file. */
export class NotJson extends Error {}

/**
 * lowdb on durable writes. Its stock adapters never call fsync, and its JSONFilePreset keeps everything in memory when
 * NODE_ENV is "test"; neither is used.
 */
export class DurableJson<T> implements Adapter<T> {
  readonly #files: FileLayer
  readonly #path: string
  readonly #publish: Publish | undefined

  constructor(files: FileLayer, path: string, publish?: Publish) {
    this.#files = files
    this.#path = path
    this.#publish = publish
  }

  async read(): Promise<T | null> {
    const bytes = await ifPresent(this.#files.readFile(this.#path))
    if (bytes === null) return null
    let value: unknown
    try {
      value = JSON.parse(bytes.toString('utf8'))
    } catch (error) {
      throw new NotJson(this.#path, { cause: error })
    }
    // lowdb takes null for "no file yet" and would write the default over it.
    if (typeof value !== 'object' || value === null) throw new NotJson(this.#path)
    // Whoever reads checks the shape with a schema.
    return value as T
  }

  async write(data: T): Promise<void> {
    await durableWrite(this.#files, this.#path, Buffer.from(JSON.stringify(data)), this.#publish)
  }
}
