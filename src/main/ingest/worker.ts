import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { message } from '../../shared/messages/index.ts'
import type { FileReading, Job, WorkerAnswer } from './job.ts'
import { unreadFile } from './problems.ts'
import { readBytes } from './readBytes.ts'

/** Entry of the reading worker. It reads one file after the other; main sends the next only after an answer. */

/** Largest file that is read. Scans run to some tens of MB; the bytes of a file are outside the worker's memory limit. */
const mostBytes = 256 * 1024 * 1024
const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)

const answer = (item: WorkerAnswer): void => parentPort?.postMessage(item)
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

async function tooLarge(job: Job, size: number): Promise<FileReading> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(job.path)) hash.update(chunk)
  const params = { file: job.name, size: megabytes(size), limit: megabytes(mostBytes) }
  return unreadFile({ sha256: hash.digest('hex'), bytes: size }, message('ingest.tooLarge', params))
}

async function open(job: Job): Promise<Uint8Array | FileReading> {
  const { size } = await stat(job.path)
  return size > mostBytes ? tooLarge(job, size) : new Uint8Array(await readFile(job.path))
}

async function work(job: Job): Promise<WorkerAnswer> {
  answer({ kind: 'step', step: 'sniff' })
  const opened = await open(job).catch((error: unknown) => codeOf(error))
  if (typeof opened === 'string') return { kind: 'unopened', code: opened }
  if (!(opened instanceof Uint8Array)) return { kind: 'done', reading: opened }
  try {
    const facts = { sha256: createHash('sha256').update(opened).digest('hex'), bytes: opened.byteLength }
    const read = await readBytes(opened, job.name, step => answer({ kind: 'step', step }), job.password)
    if (!job.inspect) return { kind: 'done', reading: { ...facts, ...read } }
    const { findActive } = await import('../readers/active/index.ts')
    return { kind: 'done', reading: { ...facts, ...read, active: await findActive(opened, read.format) } }
  } catch (error) {
    return { kind: 'crashed', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', (job: Job) => {
  void work(job).then(answer)
})
