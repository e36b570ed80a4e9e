import { createHash } from 'node:crypto'
import { canonicalJson } from '../../shared/canonical.ts'
import type { ArchiveRecord, Change, Revision, RevisionAct } from '../../shared/data/record.ts'

/** SHA-256, hex, over the canonical JSON of a value. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

/** What a revision says, without its place in the chain. */
export type RevisionFacts = {
  readonly at: string
  readonly who: string
  readonly why: string
  readonly act: RevisionAct
  readonly reverses: number | null
  readonly change: Change
}

/** The next revision of a record: numbered, linked to the one before (or to the source's SHA-256) and hashed. */
export function makeRevision(record: ArchiveRecord, facts: RevisionFacts): Revision {
  const last = record.revisions.at(-1)
  const { at, who, why, act, reverses, change } = facts
  const body = {
    number: (last?.number ?? 0) + 1,
    at,
    who,
    why,
    act,
    reverses,
    change,
    previous: last?.hash ?? record.source.sha256,
  }
  return { ...body, hash: hashOf(body) }
}

/** Number of the first revision that is not what was written, null when the chain is whole. */
export function brokenRevision(record: ArchiveRecord): number | null {
  let previous = record.source.sha256
  for (const [index, revision] of record.revisions.entries()) {
    const { hash, ...body } = revision
    if (revision.number !== index + 1 || revision.previous !== previous || hashOf(body) !== hash) return index + 1
    previous = hash
  }
  return null
}

/** Hash of what never changes in a record: everything but its revisions, which carry their own chain. */
export function recordHash(record: ArchiveRecord): string {
  const { revisions: _, ...fixed } = record
  return hashOf(fixed)
}
