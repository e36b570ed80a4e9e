import type { Block } from '../../../shared/document.ts'
import type { Message } from '../../../shared/messages/index.ts'
import { readHtml } from '../html/index.ts'
import { readMhtml } from '../mhtml/index.ts'
import type { SourceReading } from '../reading.ts'
import { type Parts, relationshipsOf } from './parts.ts'
import { chunkIndex } from './repair/pass.ts'

/** Documents embedded as alternative chunks (ECMA-376 part 1, 17.17.2.1): Word shows them as if they were part of the text. */

export type WithChunks = {
  readonly blocks: readonly Block[]
  readonly messages: readonly Message[]
  /** Chunks that could not be read. */
  readonly unread: number
}

/** Word itself writes one; a package made to waste time could name thousands. */
const mostChunks = 20

/** Puts the blocks of embedded web pages where they belong. `ids` are their relationship ids in order. */
export async function fillChunks(
  blocks: readonly Block[],
  ids: readonly string[],
  parts: Parts,
  main: string,
  file: string,
): Promise<WithChunks> {
  if (ids.length === 0) return { blocks, messages: [], unread: 0 }
  const relationships = relationshipsOf(parts, main)
  const filled: Block[] = []
  const messages: Message[] = []
  let unread = 0
  for (const block of blocks) {
    const index = block.kind === 'paragraph' ? chunkIndex(block.text) : null
    if (index === null || index >= ids.length) {
      filled.push(block)
      continue
    }
    const target = index < mostChunks ? relationships.get(ids[index] ?? '') : undefined
    const part = target && !target.external ? parts.get(target.target) : undefined
    const reading = part ? await readChunk(part, target?.target ?? '', file) : null
    if (reading?.document) filled.push(...reading.document.blocks)
    else unread += 1
    messages.push(...(reading?.messages ?? []))
  }
  return { blocks: filled, messages, unread }
}

async function readChunk(part: Uint8Array, name: string, file: string): Promise<SourceReading | null> {
  if (/\.x?html?$/i.test(name)) return readHtml(part, file)
  return /\.mht(?:ml)?$/i.test(name) ? readMhtml(part, file) : null
}
