/**
 * What the application registered to close its doors, kept so that tests can ask it. Where nothing is registered everything is let
 * through, as in Electron.
 */
import { EventEmitter } from 'node:events'

type Decide<Answer> = (answer: Answer) => void
type RequestListener = (request: { url: string }, decide: Decide<{ cancel?: boolean }>) => void
type PermissionRequest = (contents: unknown, permission: string, decide: Decide<boolean>) => void
type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean
type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }

/** The session of all windows. */
export class StandInSession {
  #asked: PermissionRequest | null = null
  #checked: PermissionCheck | null = null
  #listener: RequestListener | null = null
  readonly webRequest = {
    onBeforeRequest: (listener: RequestListener): void => {
      this.#listener = listener
    },
  }
  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.#asked = handler
  }
  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.#checked = handler
  }
  /** Whether a request to this address would be sent. */
  sends(url: string): Promise<boolean> {
    return new Promise(resolve => {
      if (this.#listener) this.#listener({ url }, answer => resolve(answer.cancel !== true))
      else resolve(true)
    })
  }
  /** Whether a page that asks for this permission would get it. */
  grants(permission: string): Promise<boolean> {
    return new Promise(resolve => {
      if (this.#asked) this.#asked(null, permission, resolve)
      else resolve(true)
    })
  }
  /** Whether a page that looks would find that it has this permission. */
  has(permission: string): boolean {
    return this.#checked ? this.#checked(null, permission, 'app://kaijuan') : true
  }
}

/** What of a window's contents leads away from its page. */
export class StandInContents extends EventEmitter {
  #opens: OpenHandler | null = null
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#opens = handler
  }
  #happens(event: 'will-navigate' | 'will-attach-webview', ...details: readonly unknown[]): boolean {
    let prevented = false
    const preventDefault = (): void => {
      prevented = true
    }
    this.emit(event, { preventDefault }, ...details)
    return !prevented
  }
  /** Whether a link or script could lead the window to this address. */
  goesTo(url: string): boolean {
    return this.#happens('will-navigate', url)
  }
  /** Whether a page could hold a guest. */
  takesGuests(): boolean {
    return this.#happens('will-attach-webview', {}, {})
  }
  /** Whether a page could open a window with this address. */
  opens(url: string): boolean {
    return this.#opens ? this.#opens({ url }).action === 'allow' : true
  }
}
