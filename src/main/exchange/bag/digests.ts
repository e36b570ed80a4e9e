import { createHash } from 'node:crypto'
import { closeQuietly } from '../../disk/durable.ts'
import type { FileLayer } from '../../disk/files.ts'
import type { Algorithm } from './tagFiles.ts'

/** Checksums of the files in a bag. */

const chunk = 256 * 1024

export type Digests = { readonly bytes: number; readonly of: Readonly<Partial<Record<Algorithm, string>>> }

/** Reads a file once and takes all digests wanted. Null when cancelled. */
export async function digestFile(
  files: FileLayer,
  path: string,
  wanted: readonly Algorithm[],
  signal: AbortSignal,
): Promise<Digests | null> {
  const hashes = wanted.map(name => [name, createHash(name)] as const)
  const buffer = Buffer.alloc(chunk)
  const file = await files.open(path, 'r')
  let bytes = 0
  try {
    for (;;) {
      if (signal.aborted) return null
      const got = await file.read(buffer, 0, chunk)
      if (got === 0) break
      bytes += got
      for (const [, hash] of hashes) hash.update(buffer.subarray(0, got))
    }
  } finally {
    await closeQuietly(file)
  }
  return { bytes, of: Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest('hex')])) }
}
