/**
 * Drives the built application as a person would, on real Electron where there is one, else on the stand-in host.
 * Both give a Playwright page, trusted file drops, dialog answers, menus and a clean quit.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { _electron, chromium, type Page } from 'playwright-core'
import { findBrowser } from './browser.ts'
import { findElectron } from './electronBinary.ts'

const project = join(import.meta.dirname, '../..')

export type Host = 'electron' | 'chromium'

export type Running = {
  readonly host: Host
  readonly page: Page
  /** Paths with which the next file dialog is answered. */
  readonly answerDialog: (paths: readonly string[]) => Promise<void>
  readonly clickMenu: (label: string) => Promise<void>
  /** Drops files and folders onto the middle of the window. */
  readonly drop: (paths: readonly string[]) => Promise<void>
  readonly quit: () => Promise<void>
  /** Ends the process at once, as a power cut would. */
  readonly kill: () => Promise<void>
}

export type LaunchOptions = { readonly archive: string; readonly userData: string }

/** Which host this machine has; null when neither Electron nor a browser is there. */
export function hostHere(): Host | null {
  if (findElectron(false)) return 'electron'
  return findBrowser() ? 'chromium' : null
}

async function dropFiles(page: Page, paths: readonly string[], host: Host): Promise<void> {
  if (host === 'chromium') {
    await page.evaluate(given => Object.assign(globalThis, { __kaijuanDropped: given }), paths)
  }
  const session = await page.context().newCDPSession(page)
  const size = page.viewportSize() ?? { width: 1280, height: 800 }
  const place = { x: Math.round(size.width / 2), y: Math.round(size.height / 2) }
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...place, data })
  }
  await session.detach()
}

async function launchElectron(binary: string, options: LaunchOptions): Promise<Running> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath: binary,
    args: [...sandbox, project, `--archive=${options.archive}`, `--user-data=${options.userData}`],
  })
  const page = await app.firstWindow()
  return {
    host: 'electron',
    page,
    answerDialog: paths =>
      app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
      }, paths),
    clickMenu: label =>
      app.evaluate(({ Menu }, wanted) => {
        const items = Menu.getApplicationMenu()?.items.flatMap(group => group.submenu?.items ?? []) ?? []
        items.find(item => item.label === wanted)?.click()
      }, label),
    drop: paths => dropFiles(page, paths, 'electron'),
    quit: () => app.close(),
    kill: async () => {
      const ended = once(app.process(), 'exit')
      app.process().kill('SIGKILL')
      await ended
    },
  }
}

/** The stand-in prints one JSON line with its debugging port when the window stands. */
async function readPort(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error('the stand-in host has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{"port"')) return (JSON.parse(line) as { port: number }).port
  }
  throw new Error('the stand-in host ended before its window stood')
}

async function launchStandIn(options: LaunchOptions): Promise<Running> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'standIn.ts'),
      '--driven',
      `--archive=${options.archive}`,
      `--user-data=${options.userData}`,
    ],
    { cwd: project, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const exited = once(child, 'exit')
  const order = async (value: unknown): Promise<void> => {
    child.stdin?.write(`${JSON.stringify(value)}\n`)
  }
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await readPort(child)}`)
  const page = browser
    .contexts()[0]
    ?.pages()
    .find(item => item.url().includes('kaijuan'))
  if (!page) throw new Error('the window has no page')
  return {
    host: 'chromium',
    page,
    answerDialog: paths => order({ dialog: paths }),
    clickMenu: label => order({ menu: label }),
    drop: paths => dropFiles(page, paths, 'chromium'),
    quit: async () => {
      await order({ quit: true })
      await exited
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
      await browser.close().catch(() => {})
    },
  }
}

/** Opens the application on an archive folder. Call `quit` or `kill` when done. */
export async function launch(options: LaunchOptions): Promise<Running> {
  const binary = findElectron(false)
  const running = binary ? await launchElectron(binary, options) : await launchStandIn(options)
  // Against hanging only: the application shares its processors with other tests.
  running.page.setDefaultTimeout(300_000)
  await running.page.waitForSelector('.app')
  return running
}
