import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { AppState } from '../../src/shared/api.ts'
import type { Outcome } from '../../src/shared/outcome.ts'
import { StandInSession } from '../host/doors.ts'
import * as host from '../host/electron.ts'
import { ipcRenderer } from '../host/ipc.ts'
import type { PageOptions } from '../host/window.ts'

/**
 * The application's entry on the stand-in for Electron, from its start to its end, with nothing behind the window: the stand-in keeps what
 * was registered with it, and is asked here.
 */

const foreign = [
  'https://example.invalid/',
  'http://127.0.0.1:9/collect',
  'ws://example.invalid/',
  'ftp://example.invalid/file',
  'file:///etc/passwd',
  'app://kaijuan.evil/index.html',
  'app://elsewhere/index.html',
  'https://example.invalid/?from=app://kaijuan/',
  'chrome-extension://abc/page.html',
  'about:blank',
]
const permissions = [
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'openExternal',
  'fileSystem',
  'hid',
  'usb',
]

type Started = Awaited<ReturnType<typeof started>>

const entry = new URL('../../src/main/index.ts', import.meta.url).href
let starts = 0

/** Starts the application anew; `opened` is what it asked of its page and what held at that moment. */
async function started(folder: string, packaged: boolean, ...files: readonly string[]) {
  host.session.defaultSession = new StandInSession()
  host.app.removeAllListeners()
  host.windows.clear()
  const told: (readonly [string, unknown])[] = []
  const opened: { page: PageOptions; sent: readonly boolean[] }[] = []
  const ended: number[] = []
  host.app.isPackaged = packaged
  host.world.openPage = async page => {
    opened.push({ page, sent: await Promise.all(foreign.map(url => host.session.defaultSession.sends(url))) })
    return {
      emit: async (channel, payload) => void told.push([channel, payload]),
      choose: async () => [],
      reload: async () => undefined,
      close: async () => undefined,
    }
  }
  host.world.end = code => void ended.push(code)
  const argv = process.argv
  process.argv = ['kaijuan', `--archive=${join(folder, 'archive')}`, `--user-data=${join(folder, 'own')}`, ...files]
  try {
    // Each start is a module of its own.
    await import(/* @vite-ignore */ `${entry}?start=${++starts}`)
  } finally {
    process.argv = argv
  }
  await vi.waitFor(() => expect(opened.length + ended.length).toBe(1), 300_000)
  const call = async (name: string, input: unknown) =>
    (await ipcRenderer.invoke(`kaijuan:${name}`, input)) as Outcome<unknown>
  const quit = async (): Promise<readonly number[]> => {
    host.app.quit()
    await vi.waitFor(() => expect(ended.length).toBeGreaterThan(0), 300_000)
    return ended
  }
  return { session: host.session.defaultSession, told, opened, ended, call, quit }
}

/** What the application noted, line by line. */
const linesOf = async (folder: string): Promise<readonly Record<string, unknown>[]> =>
  (await readFile(join(folder, 'own/logs/kaijuan.jsonl'), 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))

const temporary = () => mkdtemp(join(tmpdir(), 'kaijuan-start-'))

describe('the application, started', () => {
  let folder: string
  let running: Started
  const window = () => {
    const [only] = host.windows
    if (!only) throw new Error('there is no window')
    return only
  }

  const logged = () => linesOf(folder)

  beforeAll(async () => {
    folder = await temporary()
    await writeFile(join(folder, 'early.txt'), 'no report')
    running = await started(folder, false, join(folder, 'early.txt'))
  })

  afterAll(async () => {
    await running.quit()
    await rm(folder, { recursive: true, force: true })
  })

  it('cancels every request that is not its own, before there is a page that could send one', async () => {
    const [first] = running.opened
    expect(first?.sent).toEqual(foreign.map(() => false))
    for (const url of foreign) expect([url, await running.session.sends(url)]).toEqual([url, false])
  })

  it('lets its own requests through', async () => {
    for (const url of ['app://kaijuan/index.html', 'blob:app://kaijuan/1', 'data:image/png;base64,']) {
      expect([url, await running.session.sends(url)]).toEqual([url, true])
    }
  })

  it('gives no permission, asked or looked up', async () => {
    for (const name of permissions) {
      expect([name, await running.session.grants(name), running.session.has(name)]).toEqual([name, false, false])
    }
  })

  it('has one window that goes nowhere, opens no other and holds no guest', () => {
    expect(host.windows.size).toBe(1)
    for (const url of [...foreign, 'app://kaijuan/index.html']) {
      expect([url, window().webContents.goesTo(url), window().webContents.opens(url)]).toEqual([url, false, false])
    }
    expect(window().webContents.takesGuests()).toBe(false)
  })

  it('shows its page in a sandbox, apart from Node and from its preload', () => {
    expect(running.opened[0]?.page.url).toBe('app://kaijuan/index.html')
    const { preload, ...rest } = window().options.webPreferences
    expect(rest).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      devTools: true,
      spellcheck: false,
    })
    expect(String(preload).replaceAll('\\', '/')).toMatch(/\/preload\/preload\.cjs$/)
  })

  it('answers what its page asks for, and the calls of the contract', async () => {
    const page = await running.opened[0]?.page.respond('app://kaijuan/index.html')
    expect([page?.status, page?.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    const map = await running.opened[0]?.page.respond('app://kaijuan/pdfjs/cmaps/GBK-EUC-H.bcmap')
    expect(map?.status).toBe(200)
    const state = (await running.call('app.state', null)) as Outcome<AppState>
    expect(state.ok && state.value.archive.folder).toBe(join(folder, 'archive'))
  })

  it('takes in the documents it was started with, and those of a second start', async () => {
    const items = async () => {
      const view = await running.call('import.view', null)
      return view.ok ? (view.value as { items: readonly { name: string }[] }).items.map(item => item.name) : []
    }
    await vi.waitFor(async () => expect(await items()).toEqual(['early.txt']), 300_000)
    await writeFile(join(folder, 'late.txt'), 'no report')
    running.told.length = 0
    host.app.emit('second-instance', {}, ['kaijuan', '--flag', join(folder, 'late.txt')])
    await vi.waitFor(async () => expect(await items()).toEqual(['early.txt', 'late.txt']), 300_000)
    expect(running.told).toContainEqual(['kaijuan:menu.command', { command: 'place.import' }])
  })

  it('has the developer tools in its menu, and lets their pages load', async () => {
    const entry = host.menuEntries().find(item => item.role === 'toggleDevTools')
    expect(entry).toEqual({ label: '切换开发者工具', role: 'toggleDevTools', accelerator: 'CmdOrCtrl+Shift+I' })
    expect(await running.session.sends('devtools://devtools/bundled/index.html')).toBe(true)
  })

  it('tells its page what is chosen in the menu, and changes the menu with the language', async () => {
    running.told.length = 0
    expect(host.clickMenu('撤销')).toBe(true)
    expect(running.told).toEqual([['kaijuan:menu.command', { command: 'edit.undo' }]])
    await running.call('app.saveSettings', { language: 'en', theme: 'dark' })
    await vi.waitFor(() => expect(host.clickMenu('Undo')).toBe(true), 300_000)
    expect(host.nativeTheme.themeSource).toBe('dark')
  })

  it('notes what happens in its own folder, and nothing of it in the archive', async () => {
    await running.call('record.open', { id: '../../etc' })
    window().webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    window().webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
    host.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'killed', exitCode: 9 })
    await vi.waitFor(async () => {
      const kinds = (await logged()).map(line => line.kind)
      expect(kinds.filter(kind => kind === 'gone' || kind === 'imported')).toHaveLength(4)
    }, 300_000)
    const lines = await logged()
    expect(lines[0]).toMatchObject({ kind: 'start', packaged: false, node: process.versions.node, electron: null })
    expect(lines.find(line => line.kind === 'opened')).toMatchObject({ records: 0, writable: true, notes: [] })
    expect(lines.filter(line => line.kind === 'imported')).toHaveLength(2)
    expect(lines.find(line => line.kind === 'failed')).toMatchObject({ call: 'record.open', code: 'app.badInput' })
    expect(lines.filter(line => line.kind === 'gone').map(line => [line.process, line.reason, line.exit])).toEqual([
      ['window', 'crashed', 5],
      ['GPU', 'killed', 9],
    ])
    expect(JSON.stringify(lines)).not.toMatch(/early|late|kaijuan-start|[^\x20-\x7e]/)
    const files = await readdir(join(folder, 'archive'), { recursive: true })
    expect(files.filter(name => name.includes('kaijuan.jsonl'))).toEqual([])
  })

  it('opens its window again when it is gone and the application is asked for, and not a second one', async () => {
    host.app.emit('activate')
    expect(host.windows.size).toBe(1)
    const gone = window()
    host.windows.delete(gone)
    gone.emit('closed')
    host.app.emit('activate')
    await vi.waitFor(() => expect(running.opened.length).toBe(2), 300_000)
  })

  it('ends with its last window, and gives the lock of its archive back first', async () => {
    expect(await readdir(join(folder, 'archive'))).toContain('archive.lock')
    running.opened[1]?.page.closed()
    // On a Mac an application outlives its windows.
    if (process.platform === 'darwin') host.app.quit()
    await vi.waitFor(() => expect(running.ended).toEqual([0]), 300_000)
    expect(await readdir(join(folder, 'archive'))).not.toContain('archive.lock')
    expect((await logged()).at(-1)).toMatchObject({ kind: 'end' })
  })
})

describe('the packaged application', () => {
  it('has no developer tools: no entry in its menu, no keys, no page of theirs', async () => {
    const folder = await temporary()
    const running = await started(folder, true)
    const [window] = host.windows
    expect(window?.options.webPreferences.devTools).toBe(false)
    expect(host.menuEntries().filter(item => item.role === 'toggleDevTools')).toEqual([])
    expect(await running.session.sends('devtools://devtools/bundled/index.html')).toBe(false)
    expect(await running.quit()).toEqual([0])
    expect((await linesOf(folder))[0]).toMatchObject({ kind: 'start', packaged: true })
    await rm(folder, { recursive: true, force: true })
  })
})

describe('an archive that cannot be opened', () => {
  it('ends the application with an error, and no window', async () => {
    const folder = await temporary()
    await mkdir(join(folder, 'archive'))
    await writeFile(join(folder, 'archive/archive.json'), 'not an archive')
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const running = await started(folder, false)
    expect(running.ended).toEqual([1])
    expect(host.windows.size).toBe(0)
    expect(said).toHaveBeenCalled()
    expect((await linesOf(folder)).at(-1)).toMatchObject({
      kind: 'notOpened',
      code: expect.stringMatching(/^archive\./),
    })
    said.mockRestore()
    expect(existsSync(join(folder, 'archive/archive.json'))).toBe(true)
    await rm(folder, { recursive: true, force: true })
  })
})
