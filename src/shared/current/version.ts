import type { ArchiveRecord } from '../data/record.ts'

/** How a record stands, told without the record: by it whoever has one knows whether it is this. */
export type RecordVersion = {
  /** Number and hash of the last revision; 0 and the source's SHA-256, to which the first is chained, while there is none. */
  readonly revision: number
  readonly hash: string
  /** When its source was read. */
  readonly read: string
}

export function versionOf({ source, extraction, revisions }: ArchiveRecord): RecordVersion {
  const last = revisions.at(-1)
  return { revision: last?.number ?? 0, hash: last?.hash ?? source.sha256, read: extraction.at }
}

/** Whether a record is of a version or has gone on from it: revisions are only ever added. */
export function hasReached(record: ArchiveRecord, { revision, hash, read }: RecordVersion): boolean {
  const then = revision === 0 ? record.source.sha256 : record.revisions[revision - 1]?.hash
  return then === hash && record.extraction.at === read
}
