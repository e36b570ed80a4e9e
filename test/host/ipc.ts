/**
 * Both ends of the calls between window and main, as far as they can be played in one process. The window's end is for tests of the
 * preload: the stand-in's own page gets its bridge from pageScript.ts.
 */
import { EventEmitter } from 'node:events'

type Handler = (event: { senderFrame: Frame | null }, input: unknown) => Promise<unknown>
type Frame = { readonly url: string; readonly parent: unknown }

const handlers = new Map<string, Handler>()

export const ipcMain = {
  handle: (channel: string, handler: Handler): void => void handlers.set(channel, handler),
}

class WindowEnd extends EventEmitter {
  /** The frame that calls: main sees where it is. */
  frame: Frame | null = { url: 'app://kaijuan/index.html', parent: null }
  async invoke(channel: string, input: unknown): Promise<unknown> {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return handler({ senderFrame: this.frame }, input)
  }
}

export const ipcRenderer = new WindowEnd()

/** What a preload puts on its page, by name. */
export const exposed = new Map<string, unknown>()

export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown): void => void exposed.set(name, value),
}

export const webUtils = {
  /** A file that was dropped has a path, one that a page made has none. */
  getPathForFile: (file: object): string => ('path' in file ? String(file.path) : ''),
}
