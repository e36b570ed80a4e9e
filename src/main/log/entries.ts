import type { SourceFormat } from '../../shared/data/document.ts'
import type { ImportState } from '../../shared/data/importing.ts'
import type { RecordId } from '../../shared/data/record.ts'

/**
 * What the log tells. Codes, ids, numbers and versions; there is no member for a text, a name or a path, and what is not a word of
 * `clean.ts` does not reach the file.
 */
export type LogEntry =
  | {
      readonly kind: 'start'
      readonly version: string
      readonly platform: string
      readonly arch: string
      readonly node: string
      /** Null on the stand-in host. */
      readonly electron: string | null
      readonly packaged: boolean
    }
  | {
      readonly kind: 'opened'
      readonly archive: string
      readonly ms: number
      readonly records: number
      readonly writable: boolean
      /** Codes of what opening found and put right. */
      readonly notes: readonly string[]
    }
  | { readonly kind: 'notOpened'; readonly code: string; readonly ms: number }
  /** A file of the import list came to its end. */
  | {
      readonly kind: 'imported'
      readonly record: RecordId | null
      readonly state: ImportState
      readonly format: SourceFormat | null
      readonly bytes: number | null
      readonly ms: number
      readonly codes: readonly string[]
    }
  /** A call of the window was answered with a problem. */
  | {
      readonly kind: 'failed'
      readonly call: string
      readonly code: string
      readonly ms: number
      readonly frames: readonly string[]
    }
  /** A reading worker was ended or broke. */
  | { readonly kind: 'worker'; readonly code: string; readonly ms: number; readonly frames: readonly string[] }
  /** An error that nothing caught. */
  | ({ readonly kind: 'uncaught'; readonly where: 'main' | 'window' } & Thrown)
  /** A process of the application ended that should not have. */
  | { readonly kind: 'gone'; readonly process: string; readonly reason: string; readonly exit: number }
  /** So many entries could not be written. */
  | { readonly kind: 'lost'; readonly entries: number }
  | { readonly kind: 'end'; readonly ms: number }

/** What of an error may be told: its class, the system's code, and where in the program it was thrown. */
export type Thrown = { readonly name: string; readonly code: string | null; readonly frames: readonly string[] }

const mostFrames = 12
/** The end of a line of a trace is enough, and the pattern takes time with the square of its length. */
const mostInFrame = 120

/**
 * The places in the program that a stack trace names, as file name, line and column. The message before them, which may have anything in
 * it, and the folders are left out.
 */
export function framesOf(stack: string | undefined): readonly string[] {
  const lines = (stack ?? '').split('\n').filter(line => /^ +at /.test(line))
  return lines
    .flatMap(line => /([\w.-]+\.[cm]?[jt]sx?:\d+:\d+)\)?$/.exec(line.slice(-mostInFrame))?.[1] ?? [])
    .slice(0, mostFrames)
}

/** What may be told of something thrown. */
export function thrown(error: unknown): Thrown {
  if (!(error instanceof Error)) return { name: typeof error, code: null, frames: [] }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  return { name: error.name, code, frames: framesOf(error.stack) }
}
