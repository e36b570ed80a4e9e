import type { Block, SourceFormat } from '../../../shared/data/document.ts'
import type { Message } from '../../../shared/messages/index.ts'
import type { OtherReaders } from '../common/reading.ts'
import { type Parts, relationshipsOf } from './parts.ts'
import { chunkIndex } from './repair/walkState.ts'

/** Documents embedded as alternative chunks (ECMA-376 part 1, 17.17.2.1): Word shows them as if they were part of the text. */

export type WithChunks = {
  readonly blocks: readonly Block[]
  readonly messages: readonly Message[]
  /** Chunks that could not be read. */
  readonly unread: number
}

/** Word itself writes one; a package made to waste time could name thousands. */
const mostChunks = 20

/** What Word takes in as a chunk, as far as it is read here. */
const chunkFormats: ReadonlySet<SourceFormat> = new Set(['html', 'mhtml', 'rtf', 'text', 'docx'])

/** Puts the blocks of embedded documents where they belong. `ids` are their relationship ids in order; */
export async function fillChunks(
  blocks: readonly Block[],
  ids: readonly string[],
  parts: Parts,
  main: string,
  file: string,
  others: OtherReaders,
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
    const reading = part ? await others.oneOf(chunkFormats, part, file) : null
    if (reading?.document) filled.push(...reading.document.blocks)
    else unread += 1
    messages.push(...(reading?.messages ?? []))
  }
  return { blocks: filled, messages, unread }
}
