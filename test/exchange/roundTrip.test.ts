import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Archive } from '../../src/main/archive/model.ts'
import { sealedJson } from '../../src/main/archive/seal.ts'
import { exportBag } from '../../src/main/exchange/exportBag.ts'
import { openBag } from '../../src/main/exchange/importBag.ts'
import { premisEvents } from '../../src/main/exchange/record/events.ts'
import { journalOf } from '../../src/main/exchange/recordWithJournal.ts'
import type { ImportItem } from '../../src/shared/data/importing.ts'
import type { ArchiveRecord, Change } from '../../src/shared/data/record.ts'
import { messageText } from '../../src/shared/messages/index.ts'
import { itemFor, never, open, recordOf, value } from '../archive/samples.ts'
import { contents, tempFolder } from '../archive/temp.ts'
import { objections } from './validator.ts'

/** Takes a bag in and gives each report's result with its words. */
async function takeIn(archive: Archive, bag: string): Promise<readonly Partial<ImportItem>[]> {
  const opened = await openBag(itemFor(bag), archive, () => undefined, never())
  if (!('kind' in opened)) return [opened]
  const results: Partial<ImportItem>[] = []
  for (const one of opened.content) {
    if (one.kind === 'file') throw new Error(`${one.path} is no record`)
    results.push(await one.accept(itemFor(one.path), () => undefined, never()))
  }
  return results
}
const states = (results: readonly Partial<ImportItem>[]) => results.map(one => one.state)
const words = (results: readonly Partial<ImportItem>[]) =>
  results
    .flatMap(one => one.messages ?? [])
    .map(one => messageText(one, 'zh'))
    .join('')

async function exported(archive: Archive, bag: string): Promise<string> {
  value(await exportBag(await archive.recordIds(), bag, { archive, version: 'test', signal: never() }))
  expect(objections(bag)).toEqual([])
  return bag
}

async function take(archive: Archive, folder: string, name: string, text: string): Promise<ArchiveRecord> {
  const path = join(folder, 'inbox')
  await writeFile(path, text)
  return value(await archive.addRecord(recordOf(value(await archive.keepSource(path, never())), name), 'archived'))
}

const change = (archive: Archive, record: ArchiveRecord, change: Change, why = '') =>
  archive.revise({ id: record.id, base: record.revisions.length, act: 'edit', reverses: null, why, change })

const year = (after: number): Change => ({ kind: 'field', field: 'year', before: 2023, after })

/** What is stored of records and sources: every file with the hash of its bytes. */
const stored = async (folder: string) =>
  Object.fromEntries(Object.entries(await contents(folder)).filter(([path]) => /^(?:records|sources)\//.test(path)))

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('field' as const),
    field: fc.constantFrom('title' as const, 'organization' as const),
    before: fc.constant(null),
    after: fc.string({ unit: 'grapheme' }),
  }),
  fc.record({
    kind: fc.constant('status' as const),
    before: fc.constant('pending' as const),
    after: fc.constantFrom('reviewed' as const, 'reviewing' as const),
  }),
  fc.record({
    kind: fc.constant('cell' as const),
    cell: fc.constant('requests/granted/total' as const),
    before: fc.constant({ state: 'absent' as const, value: null, raw: null }),
    after: fc.nat().map(number => ({ state: 'number' as const, value: number, raw: String(number) })),
  }),
)

describe('an archive handed over in a bag', () => {
  it('comes back byte for byte into an empty one: records, originals, revisions', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.record({
            text: fc.string({ minLength: 1, unit: 'grapheme' }),
            name: fc.string({ minLength: 1, unit: 'grapheme' }),
            changes: fc.array(changes, { maxLength: 4 }),
          }),
          { minLength: 1, maxLength: 4, selector: one => one.text },
        ),
        async reports => {
          const folder = await tempFolder()
          const from = await open(join(folder, 'from'))
          for (const report of reports) {
            let record = await take(from, folder, report.name, report.text)
            for (const one of report.changes) record = value(await change(from, record, one, '对着原件看过'))
          }
          const bag = await exported(from, join(folder, '包'))
          const to = await open(join(folder, 'to'))
          expect(states(await takeIn(to, bag))).toEqual(reports.map(() => 'archived'))
          expect(await stored(join(folder, 'to'))).toEqual(await stored(join(folder, 'from')))
          expect(value(await to.verify(() => undefined, never())).problems).toEqual([])
          expect(states(await takeIn(to, bag))).toEqual(reports.map(() => 'duplicate'))
          await from.close()
          await to.close()
        },
      ),
      { numRuns: 12 },
    )
  })

  it('is whole while somebody edits: no change between two looks passes for damage', async () => {
    const folder = await tempFolder()
    const from = await open(join(folder, 'from'))
    let record = await take(from, folder, '甲.txt', '甲')
    let exporting = true
    const editing = (async () => {
      for (let number = 0; exporting; number++) record = value(await change(from, record, year(2000 + (number % 20))))
    })()
    for (let number = 0; number < 25; number++) {
      const to = join(folder, `包${number}`)
      const bag = value(await exportBag([record.id], to, { archive: from, version: 'test', signal: never() }))
      expect(bag.problems).toEqual([])
      expect(objections(to)).toEqual([])
    }
    exporting = false
    await editing
    await from.close()
  })

  it('is refused with any one bit of it changed, whatever file that is in', async () => {
    const folder = await tempFolder()
    const from = await open(join(folder, 'from'))
    await take(from, folder, '甲.txt', '甲')
    const bag = await exported(from, join(folder, '包'))
    const to = await open(join(folder, 'to'))
    const files = (await readdir(bag, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.nat(7), async (entry, at, bit) => {
        const path = join(entry.parentPath, entry.name)
        const bytes = await readFile(path)
        const changed = Buffer.from(bytes)
        const place = at % bytes.length
        changed[place] = (bytes[place] ?? 0) ^ (1 << bit)
        // A digest in capitals is the same digest; only the tag manifests, which no other file lists, could be changed so.
        if (changed.toString('latin1').toLowerCase() === bytes.toString('latin1').toLowerCase()) return
        await writeFile(path, changed)
        expect(states(await takeIn(to, bag))).toEqual(['failed'])
        await writeFile(path, bytes)
      }),
      { numRuns: 60 },
    )
    expect(await to.recordIds()).toEqual([])
    expect(states(await takeIn(to, bag))).toEqual(['archived'])
    await from.close()
    await to.close()
  })

  it('says in the journal which bag a report came from, and keeps what was told of it before', async () => {
    const folder = await tempFolder()
    const from = await open(join(folder, 'from'))
    const record = value(await change(from, await take(from, folder, '甲.txt', '甲'), year(2022)))
    const bag = await exported(from, join(folder, '移交2026'))
    const to = await open(join(folder, 'to'))
    await takeIn(to, bag)
    const [entry] = await journalOf(to, record.id)
    expect(entry?.event).toMatchObject({
      kind: 'ingest',
      restored: { bag: '移交2026', archive: from.id, revisions: 1, lastHash: record.revisions[0]?.hash },
    })
    // Once more, from there on: the whole way stands in the events.
    value(await change(to, value(await to.record(record.id)), year(2021)))
    const again = await open(join(folder, 'again'))
    await takeIn(again, await exported(to, join(folder, '二次')))
    const context = { software: 'Kaijuan test', checkedAt: '2030-01-01T00:00:00.000Z', checkedBy: '李明' }
    const entries = await journalOf(again, record.id)
    const events = premisEvents({ record: value(await again.record(record.id)), entries, ...context })
    expect(events.map(one => one.eventType.term)).toEqual([
      'ingestion',
      'message digest calculation',
      'metadata extraction',
      'modification',
      'ingestion',
      'modification',
      'ingestion',
      'fixity check',
    ])
    expect(events.at(-2)?.eventDetail).toContain('由 BagIt 包“二次”取回，连同变更 2 条')
    expect(value(await again.verify(() => undefined, never())).problems).toEqual([])
    for (const archive of [from, to, again]) await archive.close()
  })

  it('goes on being revised and proved where it came to', async () => {
    const folder = await tempFolder()
    const from = await open(join(folder, 'from'))
    value(await change(from, await take(from, folder, '甲.txt', '甲'), year(2022)))
    const to = await open(join(folder, 'to'))
    const [got] = await takeIn(to, await exported(from, join(folder, '包')))
    const record = value(await to.record(got?.record ?? ''))
    expect(value(await change(to, record, year(2021))).revisions).toHaveLength(2)
    await to.close()
    const reopened = await open(join(folder, 'to'))
    expect(value(await reopened.verify(() => undefined, never())).problems).toEqual([])
    await reopened.close()
    await from.close()
  })
})

describe('a report that is there already', () => {
  /** Two archives with the same report, the first with these years set, the second with those. */
  async function both(here: readonly number[], there: readonly number[]) {
    const folder = await tempFolder()
    const first = await open(join(folder, 'first'))
    await take(first, folder, '甲.txt', '甲')
    const bag = await exported(first, join(folder, '起点'))
    const second = await open(join(folder, 'second'))
    await takeIn(second, bag)
    const [id = ''] = await first.recordIds()
    for (const [archive, years] of [
      [first, here],
      [second, there],
    ] as const)
      for (const one of years) value(await change(archive, value(await archive.record(id)), year(one)))
    const before = await stored(join(folder, 'first'))
    const results = await takeIn(first, await exported(second, join(folder, '来包')))
    expect(await stored(join(folder, 'first'))).toEqual(before)
    await first.close()
    await second.close()
    return results
  }

  it('with a shorter history in the bag is a duplicate, and says so', async () => {
    const results = await both([2022], [])
    expect(states(results)).toEqual(['duplicate'])
    expect(words(results)).toContain('库中变更 1 条，包“来包”里只有前 0 条，库中的不动')
  })

  it('with later changes in the bag is not merged in silence', async () => {
    const results = await both([], [2021])
    expect(states(results)).toEqual(['failed'])
    expect(words(results)).toContain('比归档库里的多出后来的变更（包中 1 条，库中 0 条），没有并入')
  })

  it('with another history is not merged at all', async () => {
    const results = await both([2022], [2021])
    expect(states(results)).toEqual(['failed'])
    expect(words(results)).toContain('原件相同而沿革不同')
  })
})

describe('what cannot be proved', () => {
  async function prepared() {
    const folder = await tempFolder()
    const archive = await open(join(folder, 'from'))
    const record = value(await change(archive, await take(archive, folder, '甲.txt', '甲'), year(2022)))
    await take(archive, folder, '乙.txt', '乙')
    return { folder, archive, record }
  }

  it('is left out of a bag and named: an original that was altered, a record that was sealed anew', async () => {
    const { folder, archive, record } = await prepared()
    const path = archive.sourcePath(record.source.sha256)
    await writeFile(path, '改', { flag: 'a' })
    const left = value(
      await exportBag(await archive.recordIds(), join(folder, '包'), { archive, version: 'test', signal: never() }),
    )
    expect(left).toMatchObject({ records: 1, files: 5 })
    expect(left.problems.map(one => messageText(one, 'zh')).join()).toContain('原件与摘要不符')
    expect(objections(left.folder)).toEqual([])
    await writeFile(path, '甲')
    const file = join(folder, 'from/records', record.id.slice(0, 2), `${record.id}.json`)
    const forged = { ...record, provenance: { ...record.provenance, importedBy: '别人' } }
    await writeFile(file, sealedJson(forged).bytes)
    const forgedLeft = value(
      await exportBag(await archive.recordIds(), join(folder, '包二'), { archive, version: 'test', signal: never() }),
    )
    expect(forgedLeft.problems.map(one => one.code)).toEqual(['archive.recordAltered'])
    await archive.close()
  })

  it('is not restored, though the bag’s own manifests were made to fit', async () => {
    const { folder, archive, record } = await prepared()
    const forgeries: readonly ((original: ArchiveRecord) => object)[] = [
      one => ({ ...one, provenance: { ...one.provenance, importedBy: '别人' } }),
      one => ({ ...one, revisions: one.revisions.map(revision => ({ ...revision, who: '别人' })) }),
      one => ({ ...one, revisions: [] }),
      one => ({ ...one, extraction: { ...one.extraction, report: 'none' } }),
      one => ({ ...one, source: { ...one.source, sha256: 'f'.repeat(64) } }),
      one => ({ ...one, schema: 3 }),
    ]
    for (const [at, forge] of forgeries.entries()) {
      const bag = await exported(archive, join(folder, `包${at}`))
      const [path = ''] = (await readdir(bag, { recursive: true })).filter(name =>
        name.endsWith(`${record.id}/record.json`),
      )
      await writeFile(join(bag, path), sealedJson(forge(record)).bytes)
      await remade(bag)
      const to = await open(join(folder, `to${at}`))
      const results = await takeIn(to, bag)
      expect([at, ...states(results)].sort()).toEqual([at, 'archived', 'failed'].sort())
      expect(words(results)).toMatch(
        /“data\/2022\/清河区教育委员会_\w+\/(?:record.json|journal.jsonl|甲.txt)”的封记、变更或日志前后对不上/,
      )
      expect(await to.recordIds()).toHaveLength(1)
      await to.close()
    }
    await archive.close()
  })

  it('is not restored with a journal line repeated or two of them exchanged, though each is what was written', async () => {
    const { folder, archive, record } = await prepared()
    const changes: readonly ((lines: readonly string[]) => readonly string[])[] = [
      lines => lines.toSpliced(1, 0, lines[0] ?? ''),
      lines => [...lines, lines.at(-1) ?? ''],
      lines => lines.toReversed(),
    ]
    for (const [at, change] of changes.entries()) {
      const bag = await exported(archive, join(folder, `包${at}`))
      const [path = ''] = (await readdir(bag, { recursive: true })).filter(name =>
        name.endsWith(`${record.id}/journal.jsonl`),
      )
      const lines = (await readFile(join(bag, path), 'utf8')).trimEnd().split('\n')
      expect(lines).toHaveLength(2)
      await writeFile(join(bag, path), `${change(lines).join('\n')}\n`)
      await remade(bag)
      const to = await open(join(folder, `to${at}`))
      expect(words(await takeIn(to, bag))).toContain(`${record.id}/journal.jsonl”的封记、变更或日志前后对不上`)
      expect(await to.recordIds()).toHaveLength(1)
      await to.close()
    }
    await archive.close()
  })
})

async function relist(bag: string, name: string, algorithm: string): Promise<void> {
  const lines = (await readFile(join(bag, name), 'utf8')).split('\n').slice(0, -1)
  const made = lines.map(async line => {
    const path = line.slice(line.indexOf('  ') + 2)
    return `${createHash(algorithm)
      .update(await readFile(join(bag, path)))
      .digest('hex')}  ${path}\n`
  })
  await writeFile(join(bag, name), (await Promise.all(made)).join(''))
}

/** Manifests made anew over whatever lies in a bag: what somebody would do who wants a forgery to pass. */
async function remade(bag: string): Promise<void> {
  for (const algorithm of ['sha256', 'sha512']) await relist(bag, `manifest-${algorithm}.txt`, algorithm)
  const info = await readFile(join(bag, 'bag-info.txt'), 'utf8')
  await writeFile(join(bag, 'bag-info.txt'), info.replace(/Payload-Oxum: .*\n/, ''))
  for (const algorithm of ['sha256', 'sha512']) await relist(bag, `tagmanifest-${algorithm}.txt`, algorithm)
}
