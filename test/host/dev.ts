/**
 * `npm run dev`: the application, built anew with every change: the window is loaded anew, for a change in main process or preload the
 * application is started anew. Both hosts show what is built and served as in the packaged application, under the same policy; a server of
 * modules would need doors that are closed there. With `--driven` no window is shown (see standIn.ts).
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { findBrowser, hasDisplay } from './browser.ts'
import { findElectron } from './electronBinary.ts'
import { watchAndBuild } from './watching.ts'

const project = join(import.meta.dirname, '../..')
const driven = process.argv.includes('--driven')
const options = process.argv.slice(2).filter(item => item !== '--driven')

/** The application, running. */
type Shown = {
  readonly reload: () => Promise<void>
  readonly quit: () => Promise<void>
  readonly ended: Promise<number | null>
}

async function endOf(child: ChildProcess): Promise<number | null> {
  const [status] = (await once(child, 'exit')) as [number | null]
  return status
}

async function onElectron(executablePath: string): Promise<Shown> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({ executablePath, args: [...sandbox, project, ...options] })
  app.process().stdout?.pipe(process.stdout)
  app.process().stderr?.pipe(process.stderr)
  return {
    reload: async () => {
      for (const page of app.windows()) await page.reload()
    },
    quit: () => app.close(),
    ended: endOf(app.process()),
  }
}

async function onStandIn(): Promise<Shown> {
  const script = join(import.meta.dirname, 'standIn.ts')
  const args = ['--disable-warning=ExperimentalWarning', script, driven ? '--driven' : '--orders', ...options]
  const child = spawn(process.execPath, args, { cwd: project, stdio: ['pipe', 'inherit', 'inherit'] })
  const ended = endOf(child)
  const order = async (value: object): Promise<void> => {
    child.stdin.write(`${JSON.stringify(value)}\n`)
  }
  return {
    reload: () => order({ reload: true }),
    quit: async () => {
      await order({ quit: true })
      await ended
    },
    ended,
  }
}

if (!driven && !hasDisplay()) {
  console.error('这里没有图形显示，窗口打不开。 (There is no display here; --driven shows no window.)')
  process.exit(1)
}
const electron = driven ? null : findElectron(true)
if (!electron && !findBrowser()) {
  console.error(
    '没有 Electron，也没有 Chromium、Chrome 或 Edge，请装其一。 (Neither Electron nor a browser is installed.)',
  )
  process.exit(1)
}

let shown: Shown | null = null
/** One after the other: a change may come while the last is being shown. */
let showing: Promise<void> = Promise.resolve()

async function start(): Promise<void> {
  const now = await (electron ? onElectron(electron) : onStandIn())
  shown = now
  void now.ended.then(status => {
    if (shown !== now) return
    // Closed by the person. An application that broke waits for the change that mends it.
    if (status === 0) process.exit(0)
    shown = null
  })
}

async function show(change: 'reload' | 'restart'): Promise<void> {
  const old = shown
  if (!old) return start()
  if (change === 'reload') return old.reload()
  shown = null
  await old.quit()
  await start()
}

process.on('SIGINT', () => {
  const old = shown
  shown = null
  void (old ? old.quit() : Promise.resolve()).finally(() => process.exit(0))
})

await watchAndBuild(
  project,
  change => {
    console.log(
      shown ? (change === 'reload' ? '窗口重新载入 (reloaded)' : '应用重新启动 (restarted)') : '已就绪 (ready)',
    )
    showing = showing.then(() => show(change)).catch(problem => console.error(problem))
  },
  error => console.error(error.message),
)
