import type { ImportStep } from '../../shared/data/importing.ts'
import type { Tracer } from '../../shared/trace/steps.ts'
import { readSource } from '../readers/index.ts'
import { recognise } from '../recognition/index.ts'
import type { FileReading } from './job.ts'

/** Reading and recognising one source, put together: what the worker does. */

export type Read = Pick<FileReading, 'format' | 'document' | 'report' | 'messages'>

/** Only a PDF is opened with a password. */
async function readLocked(bytes: Uint8Array, name: string, password: string, trace?: Tracer) {
  const { readPdfWithPassword } = await import('../readers/pdf/index.ts')
  return readPdfWithPassword(bytes, name, password, trace)
}

/** Bytes of one source → what the archive keeps of it. Runs in a worker. Throws only for bugs. `trace` hears its steps. */
export async function readBytes(
  bytes: Uint8Array,
  name: string,
  onStep: (step: ImportStep) => void,
  password?: string,
  trace?: Tracer,
): Promise<Read> {
  onStep('read')
  const { format, document, messages } =
    password === undefined ? await readSource(bytes, name, trace) : await readLocked(bytes, name, password, trace)
  if (!document) return { format, document: null, report: null, messages }
  onStep('recognise')
  const recognised = recognise(document, name, trace)
  return { format, document, report: recognised.report, messages: [...messages, ...recognised.messages] }
}
