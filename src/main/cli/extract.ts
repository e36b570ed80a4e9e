import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { ExtractedFile } from '../../shared/extract/output.ts'
import type { PrintAs, Printed } from '../../shared/extract/print.ts'
import type { Message } from '../../shared/messages/index.ts'
import type { NotRead, Pool, PrintAnswer } from '../ingest/pool.ts'
import { openProblem } from '../ingest/problems.ts'
import type { ExitStatus, Io } from './io.ts'

/** The command that reads files and prints what is in them, without any archive. */

/** Files read ahead of the one being printed: results are held until their turn comes. */
const ahead = 16

/** The worker that would have told the digest was ended; the file is still there to be cited. */
async function digest(file: string): Promise<string | null> {
  try {
    const hash = createHash('sha256')
    for await (const part of createReadStream(file)) hash.update(part)
    return hash.digest('hex')
  } catch {
    return null
  }
}

/** A file that could not be read, with the reason in the place of a reading. */
export async function unread(file: string, answer: NotRead): Promise<ExtractedFile> {
  const because = (problem: Message, sha256: string | null = null): ExtractedFile => {
    return { file, sha256, format: 'unknown', report: null, messages: [problem] }
  }
  switch (answer.kind) {
    case 'failed':
      return because(answer.problem, await digest(file))
    case 'unopened':
      return because(openProblem(answer.code, basename(file)))
    case 'cancelled':
      return because(openProblem('ECANCELED', basename(file)))
  }
}

/** The answer of the pool as it is printed. What was not read is put into words here. */
async function printed(file: string, answer: PrintAnswer, as: PrintAs): Promise<Printed> {
  if (answer.kind === 'printed') return answer.printed
  const { extractPrint } = await import('../../shared/extract/print.ts')
  return extractPrint(await unread(file, answer), as)
}

/** Reads files in parallel and prints them in the order given. Archives nothing. */
export async function extract(files: readonly string[], pool: Pool, io: Io): Promise<ExitStatus> {
  const as: PrintAs = { json: io.json, language: io.language }
  const read = async (file: string) => {
    const job = { path: resolve(file), name: basename(file), print: { ...as, file } }
    return printed(file, await pool.print(job), as)
  }
  const reading: Promise<Printed>[] = []
  let failed = false
  for (const [index, file] of files.entries()) {
    while (reading.length < Math.min(files.length, index + ahead)) reading.push(read(files[reading.length] ?? file))
    const result = await reading[index]
    if (!result) continue
    // The result is printed now and not needed again.
    delete reading[index]
    failed ||= result.status === 'failed'
    io.log(`[${index + 1}/${files.length}] ${file}: ${result.status}`)
    if (!(await io.out(result.line))) break
    for (const problem of result.problems) io.log(problem)
  }
  return failed ? 1 : 0
}
