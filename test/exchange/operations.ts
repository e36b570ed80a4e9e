import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { openArchive } from '../../src/main/archive/index.ts'
import type { Archive } from '../../src/main/archive/model.ts'
import { exportBag } from '../../src/main/exchange/exportBag.ts'
import { exportCsv } from '../../src/main/exchange/exportCsv.ts'
import { openBag } from '../../src/main/exchange/importBag.ts'
import { writeOut } from '../../src/main/exchange/writeOut.ts'
import { chooseArchive, chosenArchive } from '../../src/main/folders.ts'
import { handOver, receiveHandOffs } from '../../src/main/services/importing/handOff.ts'
import { type Found, openFound, stampOf } from '../../src/main/services/rereading/found.ts'
import { message } from '../../src/shared/messages/index.ts'
import { failure, type Outcome, success } from '../../src/shared/outcome.ts'
import type { Operation } from '../archive/everyCall.ts'
import { hasty } from '../archive/faults.ts'
import { homeOf, twoRecords } from '../archive/operations/setting.ts'
import { itemFor, never, open, value } from '../archive/samples.ts'
import { contents, tempsIn } from '../archive/temp.ts'
import { objections } from './validator.ts'

const quiet = () => undefined
const reader = async (home: string, files = hasty) =>
  value(await openArchive(home, { version: 'test', files, readOnly: true }))

const bagOf = (folder: string) => join(folder, '包')

type Write = typeof exportBag | typeof exportCsv

/** Exports both reports; which there are is known beforehand, from the index. */
async function exportAll(write: Write, home: string, to: string, files = hasty, ready: () => void = quiet) {
  const archive = await reader(home, files)
  const ids = await archive.recordIds()
  ready()
  return await write(ids, to, { archive, version: 'test', files, signal: never() })
}

/** Something is exported: under its name stands all of it or nothing, and the next export leaves nothing unfinished lying. */
function exporting(write: Write, mustBeGood: (path: string) => Promise<void>): Operation {
  let kept: Record<string, string> = {}
  return {
    before: async folder => {
      await twoRecords(folder)
      value(await exportAll(write, homeOf(folder), join(folder, '样')))
      kept = await contents(homeOf(folder))
    },
    run: async (folder, files, ready) => {
      const written = await exportAll(write, homeOf(folder), bagOf(folder), files, ready)
      // A report that was left out is named; here it means that not all was handed over.
      const [left] = written.ok ? written.value.problems : []
      return left ? failure(left) : written
    },
    after: async (folder, done) => {
      expect(await contents(homeOf(folder))).toEqual(kept)
      const named = existsSync(bagOf(folder))
      if (done) expect(named).toBe(true)
      if (named) await mustBeGood(bagOf(folder))
      const again = value(await exportAll(write, homeOf(folder), join(folder, '又一份')))
      expect(again.records).toBe(2)
      await mustBeGood(join(folder, '又一份'))
      expect(await tempsIn(folder)).toEqual([])
    },
  }
}

const importing: Operation = (() => {
  let bagKept: Record<string, string> = {}
  const takeIn = async (archive: Archive, folder: string, files = hasty): Promise<Outcome<unknown>> => {
    const opened = await openBag(itemFor(bagOf(folder)), archive, quiet, never(), files)
    const became = 'kind' in opened ? [] : [opened]
    for (const one of 'kind' in opened ? opened.content : [])
      if (one.kind === 'record') became.push(await one.accept(itemFor(one.path), quiet, never()))
    const bad = became.find(item => item.state === 'failed')
    return bad ? failure(bad.messages?.[0] ?? message('ingest.noSample')) : success(null)
  }
  return {
    before: async folder => {
      await twoRecords(folder)
      value(await exportAll(exportBag, homeOf(folder), bagOf(folder)))
      bagKept = await contents(bagOf(folder))
      await (await open(join(folder, 'to'), hasty)).close()
    },
    run: async (folder, files, ready) => {
      const archive = await open(join(folder, 'to'), files)
      ready()
      const taken = await takeIn(archive, folder, files)
      await archive.close()
      return taken
    },
    after: async (folder, done) => {
      const to = join(folder, 'to')
      expect(await contents(bagOf(folder))).toEqual(bagKept)
      const archive = await open(to, hasty)
      if (done) expect(await archive.recordIds()).toHaveLength(2)
      value(await takeIn(archive, folder))
      expect(await archive.recordIds()).toHaveLength(2)
      const { problems } = value(await archive.verify(quiet, never()))
      expect(problems.filter(item => item.severity === 'error')).toEqual([])
      expect(await tempsIn(to)).toEqual([])
      await archive.close()
      const stored = async (home: string) =>
        Object.entries(await contents(home)).filter(([path]) => /^(records|sources)\//.test(path))
      expect(await stored(to)).toEqual(await stored(homeOf(folder)))
    },
  }
})()

const pages: Operation = {
  before: async folder => {
    await writeFile(join(folder, '旧的.html'), '旧的')
  },
  run: async (folder, files, ready) => {
    ready()
    return await writeOut(files, [
      { path: join(folder, '检测.html'), text: '<p>一页</p>' },
      { path: join(folder, '检测.json'), text: '{"schema":1}' },
    ])
  },
  after: async (folder, done) => {
    // A file of ours that could not be removed on the way out goes with the next one that is written there.
    value(await writeOut(hasty, [{ path: join(folder, '又一页.html'), text: '又' }]))
    const both = ['检测.html', '检测.json']
    expect((await readdir(folder)).sort()).toEqual(['又一页.html', '旧的.html', ...(done ? both : [])].sort())
    expect(await readFile(join(folder, '旧的.html'), 'utf8')).toBe('旧的')
  },
}

const handing: Operation = (() => {
  const paths = ['/inbox/甲.docx', '/inbox/乙.docx']
  let taken: string[] = []
  return {
    before: folder => mkdir(join(folder, 'archive')).then(() => undefined),
    run: async (folder, files, ready) => {
      taken = []
      ready()
      const take = async (given: readonly string[]) => {
        taken.push(...given)
        return given.map(itemFor)
      }
      const receiving = receiveHandOffs(files, homeOf(folder), { take }, 5)
      const held = async () => true
      // A request is left only where somebody looks for it.
      await expect
        .poll(() => existsSync(join(homeOf(folder), 'handoff')))
        .toBe(true)
        .catch(quiet)
      const given = await handOver(files, homeOf(folder), paths, held)
      const results = given.ok ? await given.value.results : given
      receiving.stop()
      return results.ok && results.value.length !== 2 ? failure(message('ingest.holderGone')) : results
    },
    after: async (folder, done) => {
      if (done) expect(new Set(taken)).toEqual(new Set(paths))
      else expect(taken).toEqual([])
      const left = await readdir(join(homeOf(folder), 'handoff')).catch(() => [])
      expect(left.filter(name => !/^[0-9a-f]{16}\.(done|taken)$/.test(name))).toEqual([])
    },
  }
})()

const looking: Operation = (() => {
  const foundIn = async (archive: Archive): Promise<readonly Found[]> =>
    await Promise.all(
      (await archive.recordIds()).map(async id => ({
        ...{ id, stamp: stampOf(value(await archive.record(id))) },
        ...({ kind: 'same', row: null } as const),
      })),
    )
  const known = async (archive: Archive, all: readonly Found[]) => {
    const store = await openFound(hasty, archive, 'newer')
    const records = await Promise.all(all.map(async item => value(await archive.record(item.id))))
    return { store, known: records.filter(record => store.known(record)).length }
  }
  return {
    before: twoRecords,
    run: async (folder, files, ready) => {
      const archive = await open(homeOf(folder), files)
      const all = await foundIn(archive)
      ready()
      const store = await openFound(files, archive, 'newer')
      for (const item of all) await store.add(item)
      // What cannot be written is known all the same, as long as this runs.
      for (const item of all)
        expect(store.known(value(await (await reader(homeOf(folder))).record(item.id)))).toBe(item)
      const problem = store.problem()
      await archive.close()
      return problem ? failure(problem) : success(null)
    },
    after: async (folder, done) => {
      const archive = await open(homeOf(folder), hasty)
      const all = await foundIn(archive)
      const before = await known(archive, all)
      if (done) expect(before.known).toBe(2)
      for (const item of all) await before.store.add(item)
      expect(before.store.problem()).toBeNull()
      expect((await known(archive, all)).known).toBe(2)
      expect(await tempsIn(homeOf(folder))).toEqual([])
      await archive.close()
    },
  }
})()

const choosing: Operation = {
  before: async folder => void (await chooseArchive(folder, '/archives/甲', hasty)),
  run: async (folder, files, ready) => {
    ready()
    return await chooseArchive(folder, '/archives/乙', files)
  },
  after: async (folder, done) => {
    expect(chosenArchive(folder)).toBe(done ? '/archives/乙' : '/archives/甲')
    value(await chooseArchive(folder, '/archives/丙', hasty))
    expect(await readdir(folder)).toEqual(['archive-folder.json'])
  },
}

/** What is written for others, or beside the archive. */
export const outside: Readonly<Record<string, Operation>> = {
  'export of a bag': exporting(exportBag, async bag => expect(objections(bag)).toEqual([])),
  'export of a table': exporting(exportCsv, async path => {
    expect(await readFile(path, 'utf8')).toBe(await readFile(join(dirname(path), '样'), 'utf8'))
  }),
  'import of a bag': importing,
  'saving an inspection': pages,
  'handing files to the process that has the archive open': handing,
  'what a look with newer readers has found': looking,
  'remembering which archive to open': choosing,
}
