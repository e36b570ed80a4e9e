import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename, resolve } from 'node:path'
import { type ExtractedFile, extractOutput, extractStatus } from '../../shared/extractOutput.ts'
import { type Message, messageText } from '../../shared/messages/index.ts'
import type { Pool, PoolAnswer } from '../ingest/pool.ts'
import { openProblem } from '../ingest/problems.ts'
import type { ExitStatus, Io } from './io.ts'
import { extractText } from './text.ts'

/** Files read ahead of the one being printed: results are held until their turn comes. */
const ahead = 16

function unread(file: string, problem: Message, sha256: string | null = null): ExtractedFile {
  return { file, sha256, format: 'unknown', report: null, messages: [problem] }
}

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

async function extracted(file: string, answer: PoolAnswer): Promise<ExtractedFile> {
  switch (answer.kind) {
    case 'done': {
      const { sha256, format, report, messages } = answer.reading
      return { file, sha256, format, report, messages }
    }
    case 'failed':
      return unread(file, answer.problem, await digest(file))
    case 'unopened':
      return unread(file, openProblem(answer.code, basename(file)))
    case 'cancelled':
      return unread(file, openProblem('ECANCELED', basename(file)))
  }
}

/** Reads files in parallel and prints them in the order given. Archives nothing. */
export async function extract(files: readonly string[], pool: Pool, io: Io): Promise<ExitStatus> {
  const { signal } = new AbortController()
  const read = async (file: string) =>
    extracted(file, await pool.read({ path: resolve(file), name: basename(file) }, () => {}, signal))
  const reading: Promise<ExtractedFile>[] = []
  let failed = false
  for (const [index, file] of files.entries()) {
    while (reading.length < Math.min(files.length, index + ahead)) reading.push(read(files[reading.length] ?? file))
    const result = await reading[index]
    if (!result) continue
    // The result is printed now and not needed again.
    delete reading[index]
    const status = extractStatus(result)
    failed ||= status === 'failed'
    io.log(`[${index + 1}/${files.length}] ${file}: ${status}`)
    const line = io.json ? JSON.stringify(extractOutput(result, io.language)) : extractText(result, io.language)
    if (!(await io.out(line))) break
    for (const item of io.json ? result.messages : []) {
      if (item.severity === 'error') io.log(messageText(item, io.language, 'inPlace'))
    }
  }
  return failed ? 1 : 0
}
