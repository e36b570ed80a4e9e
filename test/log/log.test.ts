import type { EventEmitter } from 'node:events'
import { appendFile, mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { waitingItem } from '../../src/main/ingest/view.ts'
import { type Log, logFolder, noLog, openLog } from '../../src/main/log/index.ts'
import { noteCall, noteImport, noteOpened, noteStart, noteWorker, watchUncaught } from '../../src/main/log/watch.ts'
import type { AppState } from '../../src/shared/api.ts'
import { message } from '../../src/shared/messages/index.ts'
import { failure, success } from '../../src/shared/outcome.ts'
import { type Fault, faultyFiles } from '../archive/faults.ts'
import { tempFolder } from '../archive/temp.ts'

const worker = (ms: number) => ({ kind: 'worker', code: 'read.crashed', ms, frames: [] }) as const
const numbers = async (log: Log) => (await log.read()).map(line => line.ms)

describe('the log', () => {
  it('keeps what is noted in its own folder, one object a line, with the time and which start it was', async () => {
    const folder = join(await tempFolder(), 'own', 'logs')
    const log = openLog(folder)
    log.note(worker(1))
    log.note({ kind: 'end', ms: 5 })
    await log.close()
    const lines = (await readFile(join(folder, 'kaijuan.jsonl'), 'utf8')).trim().split('\n')
    const [first, second] = lines.map(line => JSON.parse(line))
    expect(lines).toHaveLength(2)
    expect(first).toEqual({ at: expect.any(String), run: expect.stringMatching(/^[0-9a-f]{8}$/), ...worker(1) })
    expect(new Date(first.at).toISOString()).toBe(first.at)
    expect(second).toMatchObject({ kind: 'end', ms: 5, run: first.run })
  })

  it('goes on where the last start left off, also behind a line that was cut off', async () => {
    const folder = await tempFolder()
    const one = openLog(folder)
    one.note(worker(1))
    await one.close()
    await appendFile(join(folder, 'kaijuan.jsonl'), '{"at":"2026-11-')
    const two = openLog(folder)
    two.note(worker(2))
    expect(await numbers(two)).toEqual([1, 2])
    const [first, second] = await two.read()
    expect(first?.run).not.toBe(second?.run)
  })

  it('never takes more room than its bounds, loses the oldest first and no line in the middle', async () => {
    const folder = await tempFolder()
    const log = openLog(folder, undefined, { files: 3, bytes: 1000 })
    for (let number = 0; number < 200; number++) log.note(worker(number))
    const kept = await numbers(log)
    const names = (await readdir(folder)).sort()
    expect(names).toEqual(['kaijuan.1.jsonl', 'kaijuan.2.jsonl', 'kaijuan.jsonl'])
    for (const name of names) expect((await stat(join(folder, name))).size).toBeLessThanOrEqual(1000)
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, place) => 200 - kept.length + place))
    // Two full files and what the third holds.
    expect(kept.length).toBeGreaterThan(14)
    // Another start counts what is there.
    const next = openLog(folder, undefined, { files: 3, bytes: 1000 })
    for (let number = 200; number < 210; number++) next.note(worker(number))
    await next.close()
    for (const name of names) expect((await stat(join(folder, name))).size).toBeLessThanOrEqual(1000)
    expect((await numbers(next)).at(-1)).toBe(209)
  })

  it('counts what it could not write, goes on, and says later how much that was', async () => {
    const folder = await tempFolder()
    let fault: Fault | null = { kind: 'error', code: 'ENOSPC' }
    const log = openLog(
      folder,
      faultyFiles(call => (call.name === 'write' ? fault : null)),
    )
    log.note(worker(1))
    expect(await log.read()).toEqual([])
    log.note(worker(2))
    await log.read()
    fault = null
    log.note(worker(3))
    expect((await log.read()).map(({ kind, entries, ms }) => [kind, entries ?? ms])).toEqual([
      ['lost', 2],
      ['worker', 3],
    ])
    log.note(worker(4))
    expect((await log.read()).map(line => line.kind)).toEqual(['lost', 'worker', 'worker'])
  })

  it('holds no more than so many entries in memory while the disk is slow', async () => {
    const log = openLog(await tempFolder())
    for (let number = 0; number < 5000; number++) log.note(worker(number))
    await log.read()
    log.note(worker(-1))
    const lines = await log.read()
    const lost = lines.find(line => line.kind === 'lost')
    expect(Number(lost?.entries)).toBeGreaterThan(2000)
    expect(lines.length - 1 + Number(lost?.entries)).toBe(5001)
  })

  it('notes nothing after it was closed, and what it reads it cleans again', async () => {
    const folder = await tempFolder()
    await mkdir(folder, { recursive: true })
    await appendFile(
      join(folder, 'kaijuan.jsonl'),
      '{"kind":"failed","call":"/home/陆/甲.docx"}\n"云岭市"\nnull\n["陆"]\n',
    )
    const log = openLog(folder)
    await log.close()
    log.note(worker(1))
    expect(await log.read()).toEqual([{ kind: 'failed', call: '?' }])
  })

  it('is nothing where none is kept', async () => {
    noLog.note(worker(1))
    expect(await noLog.read()).toEqual([])
    expect(await noLog.close()).toBe(undefined)
  })
})

describe('what is noted', () => {
  it('of a call is a problem by its code, with the places of its trace and not its words', async () => {
    const log = openLog(await tempFolder())
    noteCall(log, 'app.state', success(null), 3)
    const detail = 'Error: 清河区\n    at f (/home/lu/app/out/main/index.js:1:2)'
    noteCall(log, 'record.open', failure(message('app.unexpected', { call: '清河区' }, null, detail)), 3.4)
    const lines = await log.read()
    expect(lines).toEqual([
      {
        ...{ at: expect.any(String), run: expect.any(String), kind: 'failed', call: 'record.open' },
        ...{ code: 'app.unexpected', ms: 3, frames: ['index.js:1:2'] },
      },
    ])
  })

  it('of start, opening, files and workers is codes, ids, versions and numbers', async () => {
    const folder = await tempFolder()
    const log = openLog(logFolder(folder))
    noteStart(log, '0.1.0', true)
    const notes = [message('archive.fileGone', { file: '清河区' })]
    const archive = { id: 'a-1', records: 3, writable: false, notes, folder: '/home/陆' }
    noteOpened(log, { archive } as unknown as AppState, 12.6)
    const item = waitingItem({ id: 1, batch: 1, path: '/home/陆/甲.pdf', name: '甲.pdf' })
    const ended = { ...item, state: 'failed', format: 'pdf', bytes: 5, record: '0123456789abcdef' } as const
    noteImport(log, { ...ended, messages: notes }, 7.4)
    noteWorker(log, { problem: message('read.tookTooLong', { file: '甲.pdf', seconds: 30 }), ms: 30_000.2 })
    const told = (await log.read()).map(({ at: _at, run: _run, ...rest }) => rest)
    const { node, electron = null } = process.versions
    expect(told).toEqual([
      {
        kind: 'start',
        version: '0.1.0',
        platform: process.platform,
        arch: process.arch,
        node,
        electron,
        packaged: true,
      },
      { kind: 'opened', archive: 'a-1', ms: 13, records: 3, writable: false, notes: ['archive.fileGone'] },
      {
        ...{ kind: 'imported', record: '0123456789abcdef', state: 'failed', format: 'pdf', bytes: 5, ms: 7 },
        codes: ['archive.fileGone'],
      },
      { kind: 'worker', code: 'read.tookTooLong', ms: 30_000, frames: [] },
    ])
    expect(await readdir(folder)).toEqual(['logs'])
  })

  it('of a rejection that nothing caught is its class, and it is printed', async () => {
    const log = openLog(await tempFolder())
    const before = new Set(process.rawListeners('unhandledRejection'))
    const stop = watchUncaught(log)
    const [listener] = process.rawListeners('unhandledRejection').filter(item => !before.has(item))
    const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const reason = new RangeError('清河区')
    listener?.(reason, Promise.resolve())
    stop()
    expect(printed.mock.calls).toEqual([[reason]])
    printed.mockRestore()
    expect(await log.read()).toMatchObject([{ kind: 'uncaught', where: 'main', name: 'RangeError' }])
  })

  it('of errors that nothing caught is their class, and nothing once the watch has ended', async () => {
    const log = openLog(await tempFolder())
    const events: EventEmitter = process
    const before = process.rawListeners('unhandledRejection').length
    const stop = watchUncaught(log)
    expect(process.rawListeners('unhandledRejection')).toHaveLength(before + 1)
    events.emit('uncaughtExceptionMonitor', new RangeError('清河区'), 'uncaughtException')
    stop()
    events.emit('uncaughtExceptionMonitor', new RangeError('清河区'), 'uncaughtException')
    expect(process.rawListeners('unhandledRejection')).toHaveLength(before)
    const lines = await log.read()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ kind: 'uncaught', where: 'main', name: 'RangeError', code: null })
  })
})
