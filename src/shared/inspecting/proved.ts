import type { InspectionKey } from '../data/inspection.ts'

/** What an import proves of a record by itself, so that 四性检测 need not look again, and when. */

/** When an import proved what: the bytes while it kept them, what is in them when it opened them, the record when it wrote and sealed it. */
export type Proved = {
  readonly source: string
  readonly look: string
  readonly record: string
  readonly missing: number
}

/** What each item is proved by; `now`: what is judged by the values themselves, or cannot be proved. */
const provedBy: Readonly<Record<InspectionKey, 'source' | 'look' | 'record' | 'now'>> = {
  ...{ sourceDigest: 'source', byteCount: 'source' },
  ...{ sourceFacts: 'look', formatAndName: 'look', readable: 'look', format: 'look', encryption: 'look' },
  ...{ encoding: 'look', macros: 'look', scripts: 'look', embedded: 'look', external: 'look', readOnly: 'look' },
  ...{
    revisionChain: 'record',
    journalProof: 'record',
    process: 'record',
    content: 'record',
    recordReadable: 'record',
  },
  ...{ metadataValues: 'now', requiredMetadata: 'now', provenance: 'now', personalData: 'now', virus: 'now' },
}

/** When an item was proved: by the import, where that did it, else now. */
export function provedAt(key: InspectionKey, proved: Proved | undefined, now: Date): string {
  const by = provedBy[key]
  return by === 'now' || !proved ? now.toISOString() : proved[by]
}
