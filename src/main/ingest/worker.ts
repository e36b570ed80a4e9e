import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import type { ImportStep } from '../../shared/data/importing.ts'
import { message } from '../../shared/messages/index.ts'
import type { FileReading, Job, WorkerAnswer } from './job.ts'
import { unreadFile } from './problems.ts'
import { type Read, readBytes } from './readBytes.ts'

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

type Held = { readonly bytes: Uint8Array; readonly readOnly: boolean }

async function open(job: Job): Promise<Held | FileReading> {
  const { size, mode } = await stat(job.path)
  if (size > mostBytes) return tooLarge(job, size)
  return { bytes: new Uint8Array(await readFile(job.path)), readOnly: (mode & 0o222) === 0 }
}

/** What is wanted of a file besides its reading; loaded only then. */
async function besides(read: Read, { bytes, readOnly }: Held, { name, purpose = 'reading' }: Job) {
  if (purpose === 'reading') return {}
  const { lookAt } = await import('./opened.ts')
  const opened = { at: new Date().toISOString(), look: await lookAt(bytes, read), readOnly }
  if (purpose === 'inspection') return { opened }
  answer({ kind: 'step', step: 'check' })
  const { prepare } = await import('./prepared.ts')
  return { opened, prepared: prepare(read, name) }
}

/** The answer to a reading: as it is, or, where it is to be printed, as the command line prints it; loaded only then. */
async function answered(reading: FileReading, { print }: Job): Promise<WorkerAnswer> {
  if (!print) return { kind: 'done', reading }
  const { extractPrint } = await import('../../shared/extract/print.ts')
  return { kind: 'printed', printed: extractPrint({ ...reading, file: print.file }, print) }
}

async function work(job: Job): Promise<WorkerAnswer> {
  answer({ kind: 'step', step: 'sniff' })
  const held = await open(job).catch((error: unknown) => codeOf(error))
  if (typeof held === 'string') return { kind: 'unopened', code: held }
  if ('format' in held) return answered(held, job)
  try {
    const { bytes } = held
    const facts = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength }
    const gathering = job.trace && (await import('./tracing.ts')).gather(job.trace === 'pictures')
    const onStep = (step: ImportStep) => answer({ kind: 'step', step })
    const read = await readBytes(bytes, job.name, onStep, job.password, gathering?.trace)
    const traced = gathering ? { trace: gathering.gathered() } : {}
    return await answered({ ...facts, ...read, ...traced, ...(await besides(read, held, job)) }, job)
  } catch (error) {
    return { kind: 'crashed', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', (job: Job) => {
  void work(job).then(answer)
})
