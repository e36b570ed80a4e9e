import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The version that every reading names, so that it is known which readers made it. */

/** What decides how a source is read: readers, recognition, and the words they share. */
const rooms = ['main/readers', 'main/recognition', 'shared/form'] as const

/** SHA-256, 12 digits, over the program text of readers and recognition under `src`. */
export function readersDigest(src: string): string {
  const hash = createHash('sha256')
  for (const room of rooms)
    for (const name of readdirSync(join(src, room), { recursive: true }).map(String).sort()) {
      if (!name.endsWith('.ts')) continue
      hash.update(name.replaceAll('\\', '/'))
      hash.update(readFileSync(join(src, room, name), 'utf8').replaceAll('\r\n', '\n'))
    }
  return hash.digest('hex').slice(0, 12)
}

/**
 * The version written into every reading: the application's, and a digest of the readers' own text, so that it changes whenever they
 * do and nobody has to remember to raise it. The build puts the digest in; run from the sources it is computed.
 */
export function readersVersion(version: string): string {
  return `${version}+${process.env.KAIJUAN_READERS ?? readersDigest(join(import.meta.dirname, '..'))}`
}
