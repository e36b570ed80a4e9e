import type { Language } from '../../shared/messages/index.ts'

/** What a verb needs of the process; tests give their own. */
export type Io = {
  /** One answer to standard output. Resolves when it is written; false once nobody reads any more. */
  readonly out: (line: string) => Promise<boolean>
  /** Progress and problems, to standard error. */
  readonly log: (line: string) => void
  readonly language: Language
  /** One JSON object a line instead of words. */
  readonly json: boolean
}

/** 0 all went well, 1 some failed, 2 wrong usage. */
export type ExitStatus = 0 | 1 | 2

/** Standard output that waits for slow readers and ends quietly when a pipe is closed (`| head`). */
export function standardOut(stream: NodeJS.WriteStream): Io['out'] {
  let closed = false
  stream.on('error', () => {
    closed = true
  })
  return line =>
    new Promise(resolve => {
      if (closed) return resolve(false)
      stream.write(`${line}\n`, error => resolve(!error && !closed))
    })
}
