/**
 * A stand-in for the module `electron`, with just what src/main/index.ts and ipc.ts use. The same built main bundle runs on it in
 * Node; the window is a page of an installed Chromium (window.ts). Not covered by it: context isolation, sandbox, asar, fuses, native UI.
 */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { answers } from './answers.ts'
import { openPage, type StandInPage } from './window.ts'

type Handler = (event: unknown, input: unknown) => Promise<unknown>
type Responder = (request: { url: string }) => Promise<Response>
type MenuItem = { label?: string; click?: () => void; submenu?: readonly MenuItem[] }

const project = join(import.meta.dirname, '../..')
const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string }
const handlers = new Map<string, Handler>()
const schemes = new Map<string, Responder>()
const pages = new Set<StandInPage>()
let menu: readonly MenuItem[] = []

class App extends EventEmitter {
  readonly #paths = new Map<string, string>([['appData', process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')]])
  setName(): void {}
  enableSandbox(): void {}
  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }
  getPath(name: string): string {
    return this.#paths.get(name) ?? homedir()
  }
  getAppPath(): string {
    return project
  }
  getVersion(): string {
    return manifest.version
  }
  requestSingleInstanceLock(): boolean {
    return true
  }
  async whenReady(): Promise<void> {}
  quit(): void {
    let prevented = false
    this.emit('before-quit', { preventDefault: () => (prevented = true) })
    if (prevented) return
    void Promise.all([...pages].map(page => page.close())).finally(() => process.exit(0))
  }
  exit(code: number): void {
    process.exit(code)
  }
}

export const app = new App()

class Contents extends EventEmitter {
  page: StandInPage | null = null
  setWindowOpenHandler(): void {}
  send(channel: string, payload: unknown): void {
    void this.page?.emit(channel, payload)
  }
}

/** Shows one page. Size comes from the options; the rest of them has no meaning in a browser. */
export class BrowserWindow extends EventEmitter {
  readonly webContents = new Contents()
  readonly #size: { width: number; height: number }
  #gone = false
  constructor(options: { width: number; height: number }) {
    super()
    this.#size = options
  }
  isDestroyed(): boolean {
    return this.#gone
  }
  isMinimized(): boolean {
    return false
  }
  restore(): void {}
  show(): void {}
  focus(): void {}
  async loadURL(url: string): Promise<void> {
    const respond = schemes.get(new URL(url).protocol.slice(0, -1))
    if (!respond) throw new Error(`no handler for ${url}`)
    const page = await openPage({
      url,
      size: this.#size,
      respond: address => respond({ url: address }),
      invoke: async (channel, input) =>
        handlers.get(channel)?.({ senderFrame: { url, parent: null } }, input) ?? { ok: false },
      closed: () => {
        this.#gone = true
        pages.delete(page)
        this.emit('closed')
        app.emit('window-all-closed')
      },
    })
    pages.add(page)
    this.webContents.page = page
    this.emit('ready-to-show')
  }
}

export const ipcMain = {
  handle: (channel: string, handler: Handler): void => void handlers.set(channel, handler),
}

export const protocol = {
  registerSchemesAsPrivileged: (): void => {},
  handle: (scheme: string, responder: Responder): void => void schemes.set(scheme, responder),
}

export const dialog = {
  /** Answers from the queue that the driver filled; without one, the page's own file chooser is used. */
  showOpenDialog: async (first: unknown, second?: unknown): Promise<{ canceled: boolean; filePaths: string[] }> => {
    const shape = (second ?? first) as { properties: readonly string[] }
    const queued = answers.shift()
    const page = [...pages][0]
    const filePaths = queued ?? (page ? await page.choose(shape.properties.includes('openDirectory')) : [])
    return { canceled: filePaths.length === 0, filePaths }
  },
  showErrorBox: (title: string, content: string): void => console.error(`${title}\n${content}`),
}

export const shell = {
  openPath: async (path: string): Promise<string> => {
    console.error(`open ${path}`)
    return ''
  },
  showItemInFolder: (path: string): void => console.error(`reveal ${path}`),
}

export const Menu = {
  buildFromTemplate: (template: readonly MenuItem[]): readonly MenuItem[] => template,
  setApplicationMenu: (template: readonly MenuItem[]): void => {
    menu = template
  },
}

/** Clicks a menu entry by its label, as a person would. Returns false where there is none. */
export function clickMenu(label: string): boolean {
  const item = menu.flatMap(group => group.submenu ?? []).find(entry => entry.label === label)
  item?.click?.()
  return item !== undefined
}

export const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false }

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (): void => {},
    setPermissionCheckHandler: (): void => {},
    webRequest: { onBeforeRequest: (): void => {} },
  },
}
