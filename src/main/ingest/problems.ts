import { type Message, message } from '../../shared/messages/index.ts'
import type { FileReading } from './job.ts'

/** The reading of a file that could not be read to the end: no document, no report, the reason. */
export function unreadFile(facts: Pick<FileReading, 'sha256' | 'bytes'>, problem: Message): FileReading {
  return { ...facts, format: 'unknown', document: null, report: null, messages: [problem] }
}

/** Why a file could not be opened, from the system's error code. */
export function openProblem(code: string, file: string): Message {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return message('archive.fileGone', { file }, null, code)
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return message('archive.fileDenied', { file }, null, code)
    case 'EISDIR':
      return message('archive.fileIsFolder', { file }, null, code)
    default:
      return message('archive.fileUnreadable', { file }, null, code)
  }
}
