import { basename, resolve } from 'node:path'
import { extractStatus, messageOutput, outputSchema, reportOutput } from '../../../shared/extract/output.ts'
import { messageText } from '../../../shared/messages/index.ts'
import type { Trace } from '../../../shared/trace/steps.ts'
import { realFiles } from '../../disk/files.ts'
import { writeOut } from '../../exchange/writeOut.ts'
import type { Pool } from '../../ingest/pool.ts'
import type { Command } from '../arguments.ts'
import { unread } from '../extract.ts'
import { failed } from '../failed.ts'
import type { ExitStatus, Io } from '../io.ts'
import { explainPage } from './page.ts'
import { type Explained, explainText } from './text.ts'

/** The verb `explain`: how one file is read, in words, as JSON, or as a page. */

const nothing: Trace = { steps: [], left: 0 }

/** Reads the file in a worker, as `extract` does: documents are hostile until read. */
async function read(command: Command, pool: Pool): Promise<Explained> {
  const [file = ''] = command.operands
  const job = { path: resolve(file), name: basename(file) }
  const wanted = command.json || command.html !== null ? 'pictures' : 'steps'
  const answer = await pool.read({ ...job, trace: wanted }, () => undefined, new AbortController().signal)
  if (answer.kind !== 'done') return { ...(await unread(file, answer)), trace: nothing }
  const { sha256, format, report, messages, trace = nothing } = answer.reading
  return { file, sha256, format, report, messages, trace }
}

/** Tells how one file is read, step by step, and writes that as a page where one was asked for. */
export async function explain(command: Command, pool: Pool, io: Io): Promise<ExitStatus> {
  const explained = await read(command, pool)
  const { file, sha256, format, report, messages, trace } = explained
  const status = extractStatus(explained)
  if (command.html !== null) {
    const text = explainPage(explained, io.language)
    const written = await writeOut(realFiles, [{ path: command.html, text }])
    if (!written.ok) return failed(io, written.problem)
  }
  if (io.json) {
    const told = messages.map(item => messageOutput(item, io.language, 'inPlace'))
    const made = report && reportOutput(report)
    const { steps, left } = trace
    await io.out(
      JSON.stringify({ schema: outputSchema, file, sha256, format, status, messages: told, report: made, steps, left }),
    )
    for (const item of messages) if (item.severity === 'error') io.log(messageText(item, io.language, 'inPlace'))
  } else await io.out(explainText(explained, io.language))
  return status === 'failed' ? 1 : 0
}
