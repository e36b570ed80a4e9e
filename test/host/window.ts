import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type BrowserContext, chromium, type Page, type Route } from 'playwright-core'
import { browserSwitches, findBrowser } from './browser.ts'
import { pageScript } from './pageScript.ts'

/** A page that plays the application's window. */
export type StandInPage = {
  readonly emit: (channel: string, payload: unknown) => Promise<void>
  /** Opens the browser's own file chooser; chosen files are copied to a temporary folder, because a page never learns their paths. */
  readonly choose: (folder: boolean) => Promise<string[]>
  readonly reload: () => Promise<void>
  readonly close: () => Promise<void>
}

export type PageOptions = {
  readonly url: string
  readonly size: { readonly width: number; readonly height: number }
  readonly respond: (url: string) => Promise<Response>
  readonly invoke: (channel: string, input: unknown) => Promise<unknown>
  readonly closed: () => void
}

/** A browser knows no app://; a name under the reserved .invalid can never reach a network and is a secure context like app://. */
const shownOrigin = 'https://kaijuan.invalid'

async function fulfil(route: Route, respond: PageOptions['respond'], origin: string): Promise<void> {
  const address = route.request().url()
  if (!address.startsWith(`${shownOrigin}/`)) return route.abort('blockedbyclient')
  const response = await respond(origin + address.slice(shownOrigin.length))
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}

async function launch(profile: string, size: PageOptions['size']): Promise<BrowserContext> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no browser of the Chromium family is installed')
  const driven = process.env.KAIJUAN_HEADLESS === '1'
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless: driven,
    viewport: driven ? size : null,
    locale: 'zh-CN',
    args: [
      ...browserSwitches(),
      ...(driven
        ? ['--remote-debugging-port=0', '--force-device-scale-factor=1']
        : [`--window-size=${size.width},${size.height + 40}`]),
      ...(driven ? [] : [`--app=${shownOrigin}/`]),
    ],
  })
}

/** Keeps bytes that the page uploads under their own names and gives back where. */
async function keepUpload(folder: string, files: readonly { name: string; base64: string }[]): Promise<string[]> {
  const paths: string[] = []
  for (const [index, file] of files.entries()) {
    const place = join(folder, 'chosen', `${Date.now()}-${index}`)
    await mkdir(place, { recursive: true })
    const path = join(place, basename(file.name))
    await writeFile(path, Buffer.from(file.base64, 'base64'))
    paths.push(path)
  }
  return paths
}

/** Opens the window's page in an installed Chromium, with all its requests answered here and none let out. */
export async function openPage(options: PageOptions): Promise<StandInPage> {
  const profile = await mkdtemp(join(tmpdir(), 'kaijuan-window-'))
  const context = await launch(profile, options.size)
  const origin = `${new URL(options.url).protocol}//${new URL(options.url).host}`
  await context.route(/.*/, route => fulfil(route, options.respond, origin))
  await context.exposeBinding('__kaijuanInvoke', (_source, channel: string, input: unknown) =>
    options.invoke(channel, input),
  )
  await context.exposeBinding('__kaijuanUpload', (_source, files: { name: string; base64: string }[]) =>
    keepUpload(profile, files),
  )
  await context.addInitScript(pageScript)
  const page: Page = context.pages()[0] ?? (await context.newPage())
  context.on('close', () => {
    void rm(profile, { recursive: true, force: true }).finally(options.closed)
  })
  page.on('close', () => void context.close())
  await page.goto(shownOrigin + new URL(options.url).pathname)
  if (process.env.KAIJUAN_HEADLESS === '1') {
    const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n')
    console.log(JSON.stringify({ port: Number(port) }))
  }
  return {
    emit: async (channel, payload) => {
      await page
        .evaluate(
          ([name, value]) =>
            (globalThis as { __kaijuanEmit?: (n: unknown, v: unknown) => void }).__kaijuanEmit?.(name, value),
          [channel, payload],
        )
        .catch(() => {})
    },
    choose: folder =>
      page.evaluate(
        wantFolder =>
          (globalThis as unknown as { __kaijuanChoose: (f: boolean) => Promise<string[]> }).__kaijuanChoose(wantFolder),
        folder,
      ),
    reload: async () => {
      await page.reload()
    },
    close: () => context.close(),
  }
}
