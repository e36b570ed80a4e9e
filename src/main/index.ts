import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  type MenuItemConstructorOptions,
  nativeTheme,
  protocol,
  session,
  shell,
} from 'electron'
import type { AppState, Settings } from '../shared/api.ts'
import { message, messageLines } from '../shared/messages/index.ts'
import { failure, success } from '../shared/outcome.ts'
import { filesInArguments, openArguments } from './arguments.ts'
import { chooseArchive, chosenArchive } from './folders.ts'
import { serveCalls, tell } from './ipc.ts'
import { applicationMenu, type MenuEntry } from './menu.ts'
import { applicationOrigin, createResponder } from './protocol.ts'
import { readersVersion } from './readersVersion.ts'
import { createServices, type Services, standardPace } from './services.ts'

/** Electron entry: one window, the menu, the app:// protocol, and the wiring of services to them. */

const here = dirname(fileURLToPath(import.meta.url))
const options = openArguments(process.argv)

app.setName('Kaijuan')
app.setPath('userData', options.userData ?? join(app.getPath('appData'), 'Kaijuan'))
app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
])

let window: BrowserWindow | null = null
let services: Services | null = null
/** Files the system asked to open before the services stood. */
const waiting: string[] = filesInArguments(process.argv)

function importFiles(paths: readonly string[]): void {
  if (paths.length === 0) return
  if (!services) {
    waiting.push(...paths)
    return
  }
  void services.api['import.paths']({ paths: [...paths] })
  tell(window, 'menu.command', { command: 'place.import' })
}

function menuItem(entry: MenuEntry): MenuItemConstructorOptions {
  switch (entry.kind) {
    case 'line':
      return { type: 'separator' }
    case 'role':
      return { label: entry.label, role: entry.role }
    case 'command':
      return {
        label: entry.label,
        ...(entry.keys === null ? {} : { accelerator: entry.keys }),
        // The window handles its keys itself, so that an input method or an open cell can take them first.
        registerAccelerator: false,
        click: () => tell(window, 'menu.command', { command: entry.command }),
      }
  }
}

function buildMenu(settings: Settings): void {
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  const groups = applicationMenu(settings.language).map(
    (group): MenuItemConstructorOptions => ({ label: group.label, submenu: group.entries.map(menuItem) }),
  )
  Menu.setApplicationMenu(Menu.buildFromTemplate([...mac, ...groups]))
}

/** Language of the system's dialogs. */
let language: Settings['language'] = 'zh'

function applySettings(state: AppState): void {
  language = state.settings.language
  buildMenu(state.settings)
  nativeTheme.themeSource = state.settings.theme
}

/** Nothing leaves the machine, nothing else is shown, nothing is permitted. */
function closeEveryDoor(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  session.defaultSession.webRequest.onBeforeRequest((request, decide) => {
    const own = request.url.startsWith(`${applicationOrigin}/`) || /^(blob|data|devtools):/.test(request.url)
    decide({ cancel: !own })
  })
}

function openWindow(): void {
  window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: '开卷',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#161512' : '#ece7dc',
    webPreferences: {
      preload: join(here, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  window.webContents.on('will-navigate', event => event.preventDefault())
  window.webContents.on('will-attach-webview', event => event.preventDefault())
  window.once('ready-to-show', () => window?.show())
  window.on('closed', () => {
    window = null
  })
  void window.loadURL(`${applicationOrigin}/index.html`)
}

/** Endings of the formats that are read, and of .wps, which is .doc by another name. */
const reportEndings = ['docx', 'doc', 'wps', 'pdf', 'html', 'htm', 'mht', 'mhtml', 'eml', 'txt', 'rtf', 'odt', 'xml']

async function chooseFiles(what: 'files' | 'folder'): Promise<readonly string[]> {
  const properties =
    what === 'files' ? (['openFile', 'multiSelections'] as const) : (['openDirectory', 'multiSelections'] as const)
  const zh = language === 'zh'
  const filters = [
    { name: zh ? '年度报告' : 'Reports', extensions: [...reportEndings] },
    // Reports come under any name; the bytes decide what a file is.
    { name: zh ? '所有文件' : 'All files', extensions: ['*'] },
  ]
  const shape = { properties: [...properties], ...(what === 'files' ? { filters } : {}) }
  const answer = window ? await dialog.showOpenDialog(window, shape) : await dialog.showOpenDialog(shape)
  return answer.canceled ? [] : answer.filePaths
}

async function chooseTarget(): Promise<string | null> {
  const shape = { properties: ['openDirectory', 'createDirectory'] as ('openDirectory' | 'createDirectory')[] }
  const answer = window ? await dialog.showOpenDialog(window, shape) : await dialog.showOpenDialog(shape)
  return answer.canceled ? null : (answer.filePaths[0] ?? null)
}

async function start(): Promise<void> {
  const own = app.getPath('userData')
  const opened = await createServices({
    folder: options.archive ?? chosenArchive(own) ?? join(own, 'archive'),
    workerUrl: pathToFileURL(join(here, 'worker.js')),
    version: app.getVersion(),
    samples: join(app.getAppPath(), 'assets/samples'),
    readers: readersVersion(app.getVersion()),
    chooseFiles,
    chooseTarget,
    reveal: path => shell.showItemInFolder(path),
    useArchive: folder => chooseArchive(own, folder),
    idle: standardPace,
    inspectImports: 'quietly',
    takesFiles: true,
    showSource: async (path, name, how) => {
      if (how === 'reveal') shell.showItemInFolder(path)
      const problem = how === 'open' ? await shell.openPath(path) : ''
      return problem === '' ? success(null) : failure(message('app.cannotOpenSource', { file: name }, null, problem))
    },
  })
  if (!opened.ok) {
    const lines = messageLines(opened.problem, 'zh')
    dialog.showErrorBox(lines.what, `${lines.kept}\n${lines.todo}`)
    app.exit(1)
    return
  }
  services = opened.value
  closeEveryDoor()
  const require = createRequire(import.meta.url)
  const respond = createResponder({
    renderer: join(here, '../renderer'),
    pdfjs: dirname(require.resolve('pdfjs-dist/package.json')),
    source: services.sourceFile,
  })
  protocol.handle('app', request => respond(request.url))
  serveCalls(services.api)
  const told = [
    ...(['import.changed', 'record.changed', 'verify.progress'] as const),
    ...(['export.progress', 'inspect.progress', 'work.progress'] as const),
  ]
  for (const name of told) {
    services.on(name, event => tell(window, name, event))
  }
  services.on('archive.changed', state => {
    applySettings(state)
    tell(window, 'archive.changed', state)
  })
  const state = await services.api['app.state'](null)
  if (state.ok) applySettings(state.value)
  openWindow()
  importFiles(waiting.splice(0))
}

if (!app.requestSingleInstanceLock()) {
  app.quit()
} else {
  app.on('second-instance', (_event, argv) => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
    importFiles(filesInArguments(argv))
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    importFiles([path])
  })
  app.on('activate', () => {
    if (!window && services) openWindow()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  let closing = false
  app.on('before-quit', event => {
    if (closing || !services) return
    // Writes under way are finished and the lock is given back before the process ends.
    event.preventDefault()
    closing = true
    void services.close().finally(() => app.quit())
  })
  void app.whenReady().then(start)
}
