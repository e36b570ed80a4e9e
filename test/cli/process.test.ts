import { execFile, spawn } from 'node:child_process'
import { chmod, chown, copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { qinghe, samples, wangxi } from '../services/support.ts'
import { root } from './support.ts'

/** Somebody without rights: root may read and write everything, so its tests run as another user. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
const command = ['--disable-warning=ExperimentalWarning', join(root, 'src/main/cli.ts')]

type Ended = { readonly status: number; readonly out: string; readonly log: string }

function kaijuan(argv: readonly string[], more: { uid?: number; gid?: number; HOME?: string } = {}): Promise<Ended> {
  const { HOME = tmpdir(), ...user } = more
  const env = { PATH: process.env.PATH, HOME, LANG: 'zh_CN.UTF-8' }
  return new Promise(resolve => {
    execFile(process.execPath, [...command, ...argv], { env, ...user, maxBuffer: 1 << 26 }, (error, out, log) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, log })
    })
  })
}

/** A folder that somebody without rights may write to. */
async function sharedFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kaijuan-process-'))
  onTestFinished(async () => {
    await rm(folder, { recursive: true, force: true })
  })
  if (nobody.uid !== undefined) await chown(folder, nobody.uid, nobody.gid)
  return folder
}

describe('kaijuan as a process', () => {
  it('prints only answers to standard output and ends by itself', async () => {
    const ended = await kaijuan(['extract', '--json', qinghe])
    expect(ended.status).toBe(0)
    expect(JSON.parse(ended.out)).toMatchObject({ schema: 1, status: 'ok' })
    expect(ended.log).toBe(`[1/1] ${qinghe}: ok\n`)
    expect((await kaijuan(['nonsense'])).status).toBe(2)
    expect((await kaijuan(['extract', '/nowhere.doc'])).status).toBe(1)
  })

  it('ends quietly when nobody reads on', async () => {
    const files = Array.from({ length: 40 }, () => qinghe)
    const child = spawn(process.execPath, [...command, 'extract', '--json', ...files], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let log = ''
    child.stderr.on('data', part => {
      log += String(part)
    })
    child.stdout.once('data', () => child.stdout.destroy())
    await new Promise(resolve => child.once('close', resolve))
    expect(log).not.toMatch(/EPIPE|Error/)
  })

  it('uses the archive of the application where none is named', async () => {
    const home = await sharedFolder()
    expect((await kaijuan(['import', qinghe], { HOME: home })).status).toBe(0)
    expect((await kaijuan(['list'], { HOME: home })).out).toContain('云岭市清河区人民政府')
  })
})

describe('without the right to', () => {
  it('read a file, it is refused with the reason and the others are taken in', async () => {
    const folder = await sharedFolder()
    const closed = join(folder, '保密.docx')
    await copyFile(qinghe, closed)
    await chmod(closed, 0)
    const ended = await kaijuan(['import', closed, wangxi, '--archive', join(folder, 'archive'), '--json'], nobody)
    const items = ended.out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(ended.status).toBe(1)
    expect(items).toMatchObject([{ state: 'failed', record: null }, { state: 'archived' }])
    expect(items[0].messages[0].text).toContain('“保密.docx”打不开')
    const extracted = await kaijuan(['extract', '--json', closed], nobody)
    expect(JSON.parse(extracted.out)).toMatchObject({ status: 'failed', messages: [{ code: 'archive.fileDenied' }] })
  })

  it('list a folder, that folder is named', async () => {
    const folder = await sharedFolder()
    const closed = join(folder, '不让看')
    await mkdir(closed)
    await chmod(closed, 0)
    const ended = await kaijuan(['import', closed, wangxi, '--archive', join(folder, 'archive'), '--json'], nobody)
    const items = ended.out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    await chmod(closed, 0o755)
    expect(items).toMatchObject([
      { state: 'failed', messages: [{ code: 'archive.fileDenied' }] },
      { state: 'archived' },
    ])
  })

  it('write to the archive, it can be read, and an import says why not', async () => {
    const folder = await sharedFolder()
    const archive = join(folder, 'archive')
    expect((await kaijuan(['import', samples, '--archive', archive])).status).toBe(0)
    await chmod(archive, 0o555)
    const refused = await kaijuan(['import', wangxi, '--archive', archive], nobody)
    expect(refused.status).toBe(1)
    expect(refused.log).toContain('不许写入')
    const listed = await kaijuan(['list', '--archive', archive], nobody)
    expect([listed.status, listed.out.trim().split('\n').length]).toEqual([0, 9])
    expect((await kaijuan(['search', '三审三校', '--archive', archive], nobody)).out).toContain('清河区')
    await chmod(archive, 0o755)
  })
})
