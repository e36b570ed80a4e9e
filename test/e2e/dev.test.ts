import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporary } from './hands.ts'

const project = join(import.meta.dirname, '../..')

describe('working on the application with npm run dev', () => {
  let place: Awaited<ReturnType<typeof temporary>>
  let copy: string
  let dev: ChildProcess
  /** Every window that was opened, in order. */
  const pages: Page[] = []
  const said: string[] = []

  async function connect(port: number): Promise<void> {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    const page = browser.contexts()[0]?.pages()[0]
    if (page) pages.push(page)
  }

  async function change(file: string, before: string, after: string): Promise<void> {
    const path = join(copy, file)
    const text = await readFile(path, 'utf8')
    expect(text).toContain(before)
    await writeFile(path, text.replace(before, after))
  }

  beforeAll(async () => {
    place = await temporary()
    copy = join(place.folder, 'copy')
    await mkdir(copy)
    for (const name of ['src', 'assets', 'test/host', 'package.json', 'electron.vite.config.ts', 'tsconfig.base.json'])
      await cp(join(project, name), join(copy, name), { recursive: true })
    await symlink(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction')
    const folders = [`--archive=${join(place.folder, 'archive')}`, `--user-data=${join(place.folder, 'own')}`]
    dev = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'test/host/dev.ts', '--driven', ...folders],
      {
        cwd: copy,
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    if (!dev.stdout) throw new Error('there is no output')
    createInterface({ input: dev.stdout }).on('line', line => {
      if (line.startsWith('{"port"')) void connect((JSON.parse(line) as { port: number }).port)
      else said.push(line)
    })
  })

  afterAll(async () => {
    const ended = once(dev, 'exit')
    dev.kill('SIGINT')
    await ended
    await place.remove()
  })

  it('builds everything and opens the application', async () => {
    await expect.poll(() => pages.length).toBe(1)
    await pages[0]?.locator('.app').waitFor()
  })

  it('loads the window anew where only the window changed, in the same application', async () => {
    await change('src/renderer/words/settings.ts', "title: '设置'", "title: '改过的设置'")
    await expect.poll(() => said.some(line => line.includes('reloaded'))).toBe(true)
    await pages[0]?.locator('.app').waitFor()
    await pages[0]?.keyboard.press('Control+,')
    await pages[0]?.locator('main .bar h1').filter({ hasText: '改过的设置' }).waitFor()
    expect(pages).toHaveLength(1)
  })

  it('starts the application anew where its main process changed', async () => {
    await change(
      'src/main/protocol.ts',
      "'x-content-type-options': 'nosniff',",
      "'x-content-type-options': 'nosniff', 'x-changed': 'yes',",
    )
    await expect.poll(() => pages.length).toBe(2)
    await pages[1]?.locator('.app').waitFor()
    const header = () => pages[1]?.evaluate(async () => (await fetch('/index.html')).headers.get('x-changed'))
    expect(await header()).toBe('yes')
    expect(said.filter(line => line.includes('restarted'))).toHaveLength(1)
  })

  it('keeps what was there where a change cannot be built, and goes on with the next', async () => {
    await change('src/renderer/words/settings.ts', "title: '改过的设置'", "title: '改坏的设置")
    await change('src/renderer/words/settings.ts', "title: '改坏的设置", "title: '改好的设置'")
    await pages[1]?.locator('.app').waitFor()
    await expect
      .poll(async () => {
        await pages[1]?.keyboard.press('Control+,')
        return await pages[1]?.locator('main .bar h1').textContent()
      })
      .toBe('改好的设置')
    expect(pages).toHaveLength(2)
  })
})
