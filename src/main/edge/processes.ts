import { app, type BrowserWindow } from 'electron'
import type { Log } from '../log/index.ts'

/** Notes processes of Electron that end when they should not: a window's, and those that draw or serve it. */

type Gone = { readonly reason: string; readonly exitCode: number }

function note(log: Log, process: string, { reason, exitCode }: Gone): void {
  if (reason !== 'clean-exit') log.note({ kind: 'gone', process, reason, exit: exitCode })
}

/** Watches the processes that all windows share. */
export function watchProcesses(log: Log): void {
  app.on('child-process-gone', (_event, details) => note(log, details.type, details))
}

/** Watches the process of one window. */
export function watchWindow(log: Log, window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, details) => note(log, 'window', details))
}
