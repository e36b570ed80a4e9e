import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { app, type BrowserWindow, dialog, nativeTheme, protocol, session, shell } from 'electron'
import type { AppState } from '../shared/api.ts'
import type { Settings } from '../shared/data/settings.ts'
import { message, messageLines } from '../shared/messages/index.ts'
import { serviceEvents } from '../shared/names.ts'
import { failure, success } from '../shared/outcome.ts'
import { filesInArguments, openArguments } from './arguments.ts'
import { chooseFolder, chooseReports } from './edge/dialogs.ts'
import { closeDoors } from './edge/doors.ts'
import { watchProcesses, watchWindow } from './edge/processes.ts'
import { showMenu } from './edge/systemMenu.ts'
import { openWindow } from './edge/window.ts'
import { chooseArchive, chosenArchive } from './folders.ts'
import { serveCalls, tell } from './ipc.ts'
import { logFolder, noLog, openLog } from './log/index.ts'
import { noteCall, noteOpened, noteStart, watchUncaught } from './log/watch.ts'
import { createResponder } from './protocol.ts'
import { readersVersion } from './readersVersion.ts'
import { createServices, type Services, standardPace } from './services.ts'

/** Electron entry: one window, the menu, the app:// protocol, and the wiring of services to them. */

const here = dirname(fileURLToPath(import.meta.url))
const options = openArguments(process.argv)
/** Developer tools are for whoever works on the application: a packaged one has none. */
const tools = !app.isPackaged

app.setName('Kaijuan')
app.setPath('userData', options.userData ?? join(app.getPath('appData'), 'Kaijuan'))
app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
])

let window: BrowserWindow | null = null
let services: Services | null = null
let log = noLog
let stopWatching = (): void => undefined
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

/** Language of the system's dialogs. */
let language: Settings['language'] = 'zh'

function applySettings(state: AppState): void {
  language = state.settings.language
  showMenu(language, tools, command => tell(window, 'menu.command', { command }))
  nativeTheme.themeSource = state.settings.theme
}

function show(): void {
  const opened = openWindow(join(here, '../preload/preload.cjs'), tools)
  opened.on('closed', () => {
    window = null
  })
  watchWindow(log, opened)
  window = opened
}

async function start(): Promise<void> {
  const own = app.getPath('userData')
  const begun = performance.now()
  log = openLog(logFolder(own))
  stopWatching = watchUncaught(log)
  watchProcesses(log)
  noteStart(log, app.getVersion(), app.isPackaged)
  const opened = await createServices({
    folder: options.archive ?? chosenArchive(own) ?? join(own, 'archive'),
    workerUrl: pathToFileURL(join(here, 'worker.js')),
    version: app.getVersion(),
    samples: join(app.getAppPath(), 'assets/samples'),
    readers: readersVersion(app.getVersion()),
    log,
    chooseFiles: what => chooseReports(window, language, what),
    chooseTarget: () => chooseFolder(window),
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
    log.note({ kind: 'notOpened', code: opened.problem.code, ms: Math.round(performance.now() - begun) })
    await log.close()
    dialog.showErrorBox(lines.what, `${lines.kept}\n${lines.todo}`)
    app.exit(1)
    return
  }
  services = opened.value
  closeDoors(session.defaultSession, tools)
  const require = createRequire(import.meta.url)
  const respond = createResponder({
    renderer: join(here, '../renderer'),
    pdfjs: dirname(require.resolve('pdfjs-dist/package.json')),
    source: services.sourceFile,
  })
  protocol.handle('app', request => respond(request.url))
  serveCalls(services.api, (name, answer, ms) => noteCall(log, name, answer, ms))
  services.on('archive.changed', applySettings)
  for (const name of serviceEvents) services.on(name, event => tell(window, name, event))
  const state = await services.api['app.state'](null)
  if (state.ok) {
    applySettings(state.value)
    noteOpened(log, state.value, performance.now() - begun)
  }
  show()
  importFiles(waiting.splice(0))
}

/** Finishes what is under way; the log is the last to close. */
async function end(open: Services): Promise<void> {
  const begun = performance.now()
  try {
    await open.close()
  } finally {
    stopWatching()
    log.note({ kind: 'end', ms: Math.round(performance.now() - begun) })
    await log.close()
  }
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
    if (!window && services) show()
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
    void end(services).finally(() => app.quit())
  })
  void app.whenReady().then(start)
}
