/** Builds the page of parts and drives it in the installed Chromium. The test plays main: it sees each call and answers when it likes. */
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { type Browser, chromium, type JSHandle, type Locator, type Page } from 'playwright-core'
import { build } from 'vite'
import { expect } from 'vitest'
import type { CallName, EventName, Events, Input, Output } from '../../src/shared/api.ts'
import type { Outcome } from '../../src/shared/outcome.ts'
import { browserSwitches, findBrowser } from '../host/browser.ts'
import { makeTemporary } from '../temporary.ts'
import type { PageStage, Scene } from './page/scenes.ts'

/** A name under the reserved .invalid can never reach a network. */
const origin = 'https://kaijuan.invalid'
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** One call of the page that waits for its answer. */
export type Asked<Name extends CallName> = {
  readonly input: Input<Name>
  readonly answer: (outcome: Outcome<Output<Name>>) => Promise<void>
  /** As a bug in main would. */
  readonly reject: () => Promise<void>
}

export type Stage = {
  readonly page: Page
  /** Shows a scene; shown again, it keeps its state and gets the new props. */
  readonly show: (scene: Scene) => Promise<void>
  readonly clear: () => Promise<void>
  /** Waits for the call that came as number `at` since the last `forget`, from 0. */
  readonly asked: <Name extends CallName>(name: Name, at: number) => Promise<Asked<Name>>
  /** How many calls came since the last `forget`, once all is drawn. */
  readonly count: () => Promise<number>
  readonly tell: <Name extends EventName>(name: Name, event: Events[Name]) => Promise<void>
  /** A value that a scene writes out. */
  readonly told: (label: string) => Locator
  /** Clears the stage and forgets all calls. */
  readonly forget: () => Promise<void>
  /** Errors of the page that nobody would see. */
  readonly problems: readonly string[]
  readonly close: () => Promise<void>
}

async function buildPage(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    // React then says what it finds wrong.
    mode: 'development',
    plugins: [react()],
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome140', minify: false, chunkSizeWarningLimit: 9000 },
  })
}

async function launch(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no browser of the Chromium family is installed')
  return chromium.launch({ executablePath, headless: true, args: browserSwitches() })
}

/** Opens the built page, with all its requests answered from its folder and none let out. */
async function openPage(browser: Browser, folder: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } })
  await context.route(/.*/, async route => {
    const { pathname, origin: from } = new URL(route.request().url())
    if (from !== origin) return route.abort('blockedbyclient')
    const contentType = types[extname(pathname)]
    if (!contentType) return route.fulfill({ status: 404 })
    await route.fulfill({ contentType, body: await readFile(join(folder, pathname)) })
  })
  const page = await context.newPage()
  page.setDefaultTimeout(300_000)
  return page
}

/** Opens the page of parts. Call `close` when done. */
export async function openStage(): Promise<Stage> {
  const temporary = makeTemporary()
  await buildPage(temporary.folder)
  const browser = await launch()
  const page = await openPage(browser, temporary.folder)
  const problems: string[] = []
  page.on('pageerror', error => problems.push(error.message))
  page.on('console', entry => {
    if (entry.type() === 'error') problems.push(entry.text())
  })
  await page.goto(`${origin}/index.html`)
  if (problems.length > 0) throw new Error(`the page does not stand: ${problems.join(', ')}`)
  const stage: JSHandle<PageStage> = await page.evaluateHandle(
    () => (globalThis as unknown as { __stage: PageStage }).__stage,
  )
  const drawn = () => stage.evaluate(it => it.drawn())
  const all = () => stage.evaluate(it => it.main.asked())

  return {
    page,
    problems,
    show: async scene => {
      await stage.evaluate((it, given) => it.show(given), scene)
      await drawn()
    },
    clear: () => stage.evaluate(it => it.clear()),
    asked: async <Name extends CallName>(name: Name, at: number) => {
      await expect.poll(async () => (await all())[at]?.name).toBe(name)
      return {
        // The page sends what the contract says: bridge.ts is typed by it.
        input: (await all())[at]?.input as Input<Name>,
        answer: async outcome => {
          await stage.evaluate((it, [call, given]) => it.main.answer(call, given), [at, outcome] as const)
          await drawn()
        },
        reject: async () => {
          await stage.evaluate((it, call) => it.main.reject(call), at)
          await drawn()
        },
      }
    },
    count: async () => {
      await drawn()
      return (await all()).length
    },
    tell: async (name, event) => {
      await stage.evaluate((it, [what, given]) => it.main.tell(what, given), [name, event] as const)
      await drawn()
    },
    told: label => page.getByLabel(label, { exact: true }),
    forget: () =>
      stage.evaluate(it => {
        it.clear()
        it.main.forget()
      }),
    close: async () => {
      await browser.close()
      temporary.remove()
    },
  }
}
