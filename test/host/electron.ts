/**
 * A stand-in for the module `electron`, with just what the edge of src/main uses. The same built main bundle runs on it in
 * Node; the window is a page of an installed Chromium (window.ts). It keeps what is registered with it, so that unit tests, for which
 * it takes Electron's place too, can ask. Not covered by it: context isolation, sandbox, asar, fuses, native UI.
 */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { answers } from './answers.ts'
import { StandInContents, StandInSession } from './doors.ts'
import { ipcRenderer } from './ipc.ts'
import type { PageOptions, StandInPage } from './window.ts'

export { contextBridge, ipcMain, ipcRenderer, webUtils } from './ipc.ts'

type Responder = (request: { url: string }) => Promise<Response>
type MenuItem = {
  label?: string
  role?: string
  accelerator?: string
  click?: () => void
  submenu?: readonly MenuItem[]
}

const project = join(import.meta.dirname, '../..')
const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string }
const schemes = new Map<string, Responder>()
const pages = new Set<StandInPage>()
/** Windows that stand. */
export const windows = new Set<BrowserWindow>()
let menu: readonly MenuItem[] = []

/** What the stand-in does to the world outside; tests put something harmless in its place. */
export const world = {
  openPage: async (options: PageOptions): Promise<StandInPage> => (await import('./window.ts')).openPage(options),
  end: (code: number): void => process.exit(code),
}

class App extends EventEmitter {
  isPackaged = false
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
    void Promise.all([...pages].map(page => page.close())).finally(() => world.end(0))
  }
  exit(code: number): void {
    world.end(code)
  }
}

export const app = new App()

class Contents extends StandInContents {
  page: StandInPage | null = null
  send(channel: string, payload: unknown): void {
    void this.page?.emit(channel, payload)
  }
  reload(): void {
    void this.page?.reload()
  }
}

type WindowOptions = {
  readonly width: number
  readonly height: number
  readonly webPreferences: Readonly<Record<string, unknown>>
}

/** Shows one page. Size comes from the options; the rest of them has no meaning in a browser. */
export class BrowserWindow extends EventEmitter {
  readonly webContents = new Contents()
  readonly options: WindowOptions
  #gone = false
  constructor(options: WindowOptions) {
    super()
    this.options = options
    windows.add(this)
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
    const page = await world.openPage({
      url,
      size: this.options,
      respond: address => respond({ url: address }),
      invoke: (channel, input) => ipcRenderer.invoke(channel, input),
      closed: () => {
        this.#gone = true
        windows.delete(this)
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

/** The entries of the menu that is shown. */
export const menuEntries = (): readonly MenuItem[] => menu.flatMap(group => group.submenu ?? [])

/** Clicks a menu entry by its label, as a person would. Returns false where there is none. */
export function clickMenu(label: string): boolean {
  const item = menuEntries().find(entry => entry.label === label)
  item?.click?.()
  return item !== undefined
}

export const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false }

export const session = { defaultSession: new StandInSession() }
