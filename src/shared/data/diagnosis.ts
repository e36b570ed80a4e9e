/** 诊断: what whoever looks after the application needs to know of one computer, and nothing of what is in the archive. */

/** What would be saved, to be looked at before it is. */
export type DiagnosisView = {
  /** The file as it would be saved, but for log entries that are left out for their number. */
  readonly text: string
  /** Log entries in the file, and in `text`. */
  readonly entries: number
  readonly shown: number
  /** When the oldest entry was written; null where there is none. */
  readonly since: string | null
  readonly bytes: number
}
