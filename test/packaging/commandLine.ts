import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { kaijuan as fromSources } from '../cli/support.ts'
import { qinghe, tongwu, wangxi } from '../services/support.ts'

/** Tests of the command line as it lies in a package, for the test file that packs. */

type Ended = { readonly status: number; readonly out: string; readonly log: string }
type Run = (...argv: readonly string[]) => Promise<Ended>

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kaijuan-packed-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function runNode(argv: readonly string[]): Promise<Ended> {
  // Nothing of this repository is in reach: another folder, another home.
  const folder = await emptyFolder()
  const env = { PATH: process.env.PATH, HOME: folder, TMPDIR: tmpdir(), LANG: 'zh_CN.UTF-8' }
  return new Promise(resolve => {
    execFile(process.execPath, [...argv], { cwd: folder, env, maxBuffer: 1 << 26 }, (error, out, log) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, log })
    })
  })
}

const parsed = (out: string): readonly unknown[] =>
  out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

/** @param unpacked where the package's files lie, readable for plain Node */
export function describeCommandLine(unpacked: () => string): void {
  const built = (name: string) => join(unpacked(), 'out/main', name)
  const plain: Run = (...argv) => runNode([built('cli.js'), ...argv])
  // An evaluated program has the arguments of a packed one: the executable, then at once what was asked.
  const packed: Run = (...argv) => runNode(['-e', `await import('${pathToFileURL(built('start.js'))}')`, '--', ...argv])

  describe('the command line in the package', () => {
    it('reads every format as the sources do, with the worker, maps and places of the package alone', async () => {
      const reports = join(import.meta.dirname, '../fixtures/reports')
      const named = ['doc', 'docx', 'html', 'pdf', 'txt'].map(ending => join(reports, `桐坞县人民政府2023.${ending}`))
      const ended = await plain('extract', '--json', ...named)
      expect(ended.status).toBe(0)
      expect(parsed(ended.out)).toMatchObject(named.map(file => ({ schema: 1, file, status: 'ok' })))
      expect(ended.out.trim().split('\n')).toEqual((await fromSources('extract', '--json', ...named)).out)
    })

    it('is what the packed program itself is when a verb comes first, and not when none does', async () => {
      const ended = await packed('extract', '--json', qinghe)
      expect(ended).toEqual(await plain('extract', '--json', qinghe))
      expect(ended.status).toBe(0)
      const window = await packed(qinghe)
      // Plain Node has no electron: so far the window came.
      expect([window.status, window.out]).toEqual([1, ''])
      expect(window.log).toContain("Cannot find package 'electron'")
    })

    it('imports, lists, shows, searches and verifies in an archive of its own', async () => {
      const archive = join(await emptyFolder(), 'archive')
      const at = ['--archive', archive, '--json'] as const
      const taken = await packed('import', qinghe, wangxi, ...at)
      expect(taken.status).toBe(0)
      const items = parsed(taken.out) as { record: string }[]
      expect(items).toMatchObject([
        { file: qinghe, state: 'archived', year: 2023, inspection: { failed: [] } },
        { file: wangxi, state: 'archived', year: 2022 },
      ])
      const [first, second] = items.map(item => item.record)
      expect(parsed((await packed('list', ...at)).out)).toMatchObject(
        expect.arrayContaining([expect.objectContaining({ id: first }), expect.objectContaining({ id: second })]),
      )
      expect(parsed((await packed('show', first ?? '', ...at)).out)).toMatchObject([
        { id: first, report: { year: 2023 } },
      ])
      const hits = parsed((await packed('search', '望溪区', ...at)).out)
      expect(hits).toMatchObject([{ record: { id: second } }])
      const proof = await packed('verify', ...at)
      expect(proof.status).toBe(0)
      expect(parsed(proof.out)).toMatchObject([{ whole: true, sources: 2, records: 2, index: { differing: 0 } }])
    })

    it('writes answers alone to standard output, and progress to standard error', async () => {
      const ended = await plain('import', wangxi, tongwu, '--archive', join(await emptyFolder(), 'archive'), '--json')
      expect(parsed(ended.out)).toHaveLength(2)
      expect(ended.log).toMatch(/^1\/2\n2\/2\n/)
      const asked = await plain('extract', '--json', wangxi)
      expect(asked.log).toBe(`[1/1] ${wangxi}: ok\n`)
      expect(parsed(asked.out)).toHaveLength(1)
    })

    it('ends with 1 where a file fails or is not there, with 2 where it was asked wrongly, else with 0', async () => {
      const folder = await emptyFolder()
      const nothing = join(folder, '空白.docx')
      await writeFile(nothing, '')
      expect((await packed('extract', '--json', nothing, wangxi)).status).toBe(1)
      expect((await packed('show', '0123456789abcdef', '--archive', join(folder, 'none'))).status).toBe(1)
      const wrong = await packed('extract')
      expect([wrong.status, wrong.out]).toEqual([2, ''])
      expect(wrong.log).toContain('extract 缺参数')
      expect(await packed('--version')).toMatchObject({ status: 0, log: '' })
      expect((await packed('--help')).out).toContain('extract 文件…')
    })
  })
}
