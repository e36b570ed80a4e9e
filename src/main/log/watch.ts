import { arch, platform } from 'node:os'
import type { AppState, CallName } from '../../shared/api.ts'
import type { ImportItem } from '../../shared/data/importing.ts'
import type { Message } from '../../shared/messages/index.ts'
import type { Outcome } from '../../shared/outcome.ts'
import { framesOf, thrown } from './entries.ts'
import type { Log } from './index.ts'

/** What is noted of each thing that happens. */

/** Notes that the application was started. */
export function noteStart(log: Log, version: string, packaged: boolean): void {
  const { node, electron = null } = process.versions
  log.note({ kind: 'start', version, platform: platform(), arch: arch(), node, electron, packaged })
}

/** Notes that the archive is open. */
export function noteOpened(log: Log, { archive }: AppState, ms: number): void {
  const { id, records, writable, notes } = archive
  log.note({
    ...{ kind: 'opened', archive: id, ms: Math.round(ms), records, writable },
    notes: notes.map(({ code }) => code),
  })
}

/** Notes a call that was answered with a problem. */
export function noteCall(log: Log, call: CallName, answer: Outcome<unknown>, ms: number): void {
  if (answer.ok) return
  const { code, detail } = answer.problem
  log.note({ kind: 'failed', call, code, ms: Math.round(ms), frames: framesOf(detail) })
}

/** Notes how a file of the import list ended. */
export function noteImport(log: Log, item: ImportItem, ms: number): void {
  const { record, state, format, bytes, messages } = item
  const codes = messages.map(({ code }) => code)
  log.note({ kind: 'imported', record, state, format, bytes, ms: Math.round(ms), codes })
}

/** Notes a reading worker that was ended or broke. */
export function noteWorker(log: Log, { problem, ms }: { readonly problem: Message; readonly ms: number }): void {
  log.note({ kind: 'worker', code: problem.code, ms: Math.round(ms), frames: framesOf(problem.detail) })
}

/**
 * Notes errors of the main process that nothing caught, without changing what becomes of the process.
 * @returns stops watching.
 */
export function watchUncaught(log: Log): () => void {
  const note = (error: unknown): void => log.note({ kind: 'uncaught', where: 'main', ...thrown(error) })
  // Electron goes on after a rejection that nothing catches, with a warning; this says as much.
  const rejected = (reason: unknown): void => {
    note(reason)
    console.error(reason)
  }
  process.on('uncaughtExceptionMonitor', note)
  process.on('unhandledRejection', rejected)
  return () => {
    process.off('uncaughtExceptionMonitor', note)
    process.off('unhandledRejection', rejected)
  }
}
