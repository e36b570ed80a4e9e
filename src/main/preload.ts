import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { Bridge, CallName, EventName } from '../shared/api.ts'
import { callNames, eventNames } from '../shared/names.ts'

/** Exposes the contract as `window.kaijuan` and nothing else: no channel name ever reaches the page. */
const channel = (name: CallName | EventName): string => `kaijuan:${name}`

const functions = Object.fromEntries(
  callNames.map(name => [name, (input: unknown) => ipcRenderer.invoke(channel(name), input)]),
)

const on = (name: EventName, listener: (event: unknown) => void): (() => void) => {
  if (!eventNames.includes(name)) throw new Error(`unknown event ${name}`)
  const handler = (_event: IpcRendererEvent, payload: unknown): void => listener(payload)
  ipcRenderer.on(channel(name), handler)
  return () => ipcRenderer.off(channel(name), handler)
}

const pathsOf = async (files: readonly File[]): Promise<readonly string[]> =>
  files.map(file => webUtils.getPathForFile(file)).filter(path => path !== '')

// What crosses the context bridge is untyped by nature; `callNames` names exactly the members of `Api`.
const bridge = { calls: functions, on, pathsOf } as unknown as Bridge<File>
contextBridge.exposeInMainWorld('kaijuan', bridge)
