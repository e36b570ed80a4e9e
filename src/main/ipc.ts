import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Api, CallName, EventName, Events } from '../shared/api.ts'
import { message } from '../shared/messages/index.ts'
import { callNames } from '../shared/names.ts'
import { failure, type Outcome } from '../shared/outcome.ts'
import { inputSchemas } from './calls/schemas.ts'
import { applicationOrigin } from './protocol.ts'

/** The calls and events between window and main process, each checked on its way. */

/** Channel of one call or event. Preload uses the same names. */
export const channel = (name: CallName | EventName): string => `kaijuan:${name}`

/** Only our own page's top frame may call: a frame that navigated elsewhere or a guest is refused. */
function trusted(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && frame.url.startsWith(`${applicationOrigin}/`)
}

async function answer<Name extends CallName>(api: Api, name: Name, input: unknown): Promise<Outcome<unknown>> {
  const parsed = inputSchemas[name].safeParse(input)
  if (!parsed.success) return failure(message('app.badInput', { call: name }, null, parsed.error.message))
  try {
    return await api[name](parsed.data)
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return failure(message('app.unexpected', { call: name }, null, detail))
  }
}

/** Hears how each call was answered, and after how many milliseconds. */
type Answered = (name: CallName, answer: Outcome<unknown>, ms: number) => void

/** Serves every call of the contract: sender check, schema validation, error envelope. A handler can never reject. */
export function serveCalls(api: Api, answered: Answered = () => undefined): void {
  for (const name of callNames) {
    ipcMain.handle(channel(name), async (event, input: unknown) => {
      const asked = performance.now()
      const given = trusted(event)
        ? await answer(api, name, input)
        : failure(message('app.untrustedCaller', {}, null, event.senderFrame?.url ?? ''))
      answered(name, given, performance.now() - asked)
      return given
    })
  }
}

/** Tells a window something unasked. Nothing happens when the window is gone. */
export function tell<Name extends EventName>(window: BrowserWindow | null, name: Name, event: Events[Name]): void {
  if (window && !window.isDestroyed()) window.webContents.send(channel(name), event)
}
