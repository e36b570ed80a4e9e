import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type FileLayer, realFiles } from '../../src/main/disk/files.ts'
import { tempBeside } from '../../src/main/disk/temps.ts'
import { safeName, uniqueNames } from '../../src/main/exchange/bag/names.ts'
import { writeBag } from '../../src/main/exchange/bag/write.ts'
import { type Outcome, success } from '../../src/shared/outcome.ts'
import { type Call, type Fault, faultyFiles, Stopped } from '../archive/faults.ts'
import { deadPid } from '../archive/holders.ts'
import { never, problem, value } from '../archive/samples.ts'
import { tempFolder, tempsIn } from '../archive/temp.ts'
import { verdict } from './bags.ts'
import { objections } from './validator.ts'

/** A folder with a file to copy, and the writing of a small bag into it. */
async function place() {
  const folder = await tempFolder()
  const source = join(folder, 'source.doc')
  await writeFile(source, '一份报告')
  const sha256 = createHash('sha256').update('一份报告').digest('hex')
  const bag = join(folder, '包')
  const write = (files: FileLayer = realFiles, wanted = sha256, signal = never()): Promise<Outcome<unknown>> =>
    writeBag(
      bag,
      async ({ put }) => {
        await put({ path: 'data/2023/甲/记录 100％.json', bytes: Buffer.from('{}') })
        await put({ path: 'data/2023/甲/报告.doc', copyOf: source, sha256: wanted })
        return success([
          ['机关', '清河区\n第二行'],
          ['Bagging-Date', '2026-01-02'],
        ])
      },
      { files, outside: join(folder, 'archive'), signal },
    )
  return { folder, bag, write }
}

describe('a bag that is written', () => {
  it('is valid to a validator that shares no code with the writer', async () => {
    const { bag, write } = await place()
    expect(value(await write())).toMatchObject({ files: 2, bytes: 14 })
    expect(objections(bag)).toEqual([])
    expect(await verdict(bag)).toBe('valid')
  })

  it('leaves out a copy whose bytes are not those it should have', async () => {
    const { bag, write } = await place()
    value(await write(realFiles, '0'.repeat(64)))
    expect(await readdir(join(bag, 'data/2023/甲'))).toEqual(['记录 100％.json'])
    expect(objections(bag)).toEqual([])
  })

  it('takes no place that is taken, not even by one file, and none inside the archive', async () => {
    const { folder, bag, write } = await place()
    await mkdir(bag)
    value(await write())
    expect(problem(await write())).toBe('export.targetTaken')
    const inside = await writeBag(join(folder, 'x'), async () => success([]), {
      files: realFiles,
      outside: folder,
      signal: never(),
    })
    expect(problem(inside)).toBe('export.insideArchive')
  })

  it('clears away what a process that was killed left beside it, and nothing that may be somebody else’s', async () => {
    const { folder, bag, write } = await place()
    const half = tempBeside(bag).replace(`-${process.pid}-`, `-${deadPid}-`)
    const others = [tempBeside(bag), join(folder, '.kaijuan-tmp-旧')]
    for (const path of [half, ...others]) await mkdir(join(path, 'data'), { recursive: true })
    value(await write())
    expect((await readdir(folder)).sort()).toEqual(['source.doc', '包', ...others.map(path => basename(path))].sort())
  })

  it('leaves nothing behind when it is cancelled', async () => {
    const { folder, write } = await place()
    expect(problem(await write(realFiles, '', AbortSignal.abort()))).toBe('export.cancelled')
    expect(await readdir(folder)).toEqual(['source.doc'])
  })
})

describe('never half a bag under its name', () => {
  const faults: readonly Fault[] = [
    { kind: 'error', code: 'ENOSPC' },
    { kind: 'error', code: 'EIO' },
    { kind: 'error', code: 'EACCES' },
    { kind: 'short' },
    { kind: 'stop' },
  ]
  /** Renaming is tried again for EACCES with waits: one failing call is then no failure. */
  const reading = new Set(['stat', 'readdir', 'open'])

  // Each kind of fault at every fifth call, each from another one on: together they are at all of them.
  it.each(faults.map((fault, from) => ({ fault, from })))('whatever call fails: $fault', async ({ fault, from }) => {
    const dry = await place()
    const counting = faultyFiles(() => null)
    value(await dry.write(counting))
    const all = counting.calls()
    expect(all).toBeGreaterThan(60)
    for (let at = from; at < all; at += faults.length) {
      const { folder, bag, write } = await place()
      let hit: Call | null = null
      const files = faultyFiles(call => {
        if (call.index !== at) return null
        hit = call
        return fault
      })
      const outcome = await write(files).catch(error => {
        expect(error).toBeInstanceOf(Stopped)
        return null
      })
      if (existsSync(join(bag, 'bagit.txt'))) expect(`${at} ${objections(bag)}`).toBe(`${at} `)
      else expect(`${at} ${outcome?.ok ?? false}`).toBe(`${at} false`)
      if (outcome?.ok) expect(existsSync(bag)).toBe(true)
      // What a stopped process leaves bears the name of a temporary, which no reader takes for a bag.
      const left = fault.kind === 'stop' || reading.has((hit as Call | null)?.name ?? '') ? [] : await tempsIn(folder)
      expect(`${at} ${left}`).toBe(`${at} `)
    }
  })
})

describe('names in a bag', () => {
  test('hold on every system, whatever the original was called', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 300 })), name => {
        const safe = safeName(name, 'source')
        expect(safe).not.toMatch(/[<>:"/\\|?*%\p{Cc}]|^[\s.~]|[\s.]$|^$/u)
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(204)
        expect(safe.normalize('NFC')).toBe(safe)
      }),
    )
    expect(safeName('南岸区“2023”年报.doc', 'x')).toBe('南岸区“2023”年报.doc')
    expect(safeName('CON.txt', 'x')).toBe('_CON.txt')
    expect(safeName('完成率100%.docx', 'x')).toBe('完成率100％.docx')
    expect(safeName(' ../..', 'x')).toBe('_')
    expect(safeName('\ud800.doc', 'x')).toBe('\ufffd.doc')
  })

  test('are each given once, however they are cased', () => {
    const unique = uniqueNames(['record.json'])
    expect(['Record.json', 'a.doc', 'A.DOC', 'a.doc'].map(unique)).toEqual([
      'Record (2).json',
      'a.doc',
      'A (2).DOC',
      'a (3).doc',
    ])
  })
})
