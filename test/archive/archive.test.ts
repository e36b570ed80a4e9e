import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../src/main/archive/index.ts'
import { currentOf, redoTarget, reverseOf, undoTarget } from '../../src/shared/current/current.ts'
import type { ArchiveRecord } from '../../src/shared/data/record.ts'
import { messageLines, messageTable } from '../../src/shared/messages/index.ts'
import { faultyFiles } from './faults.ts'
import { ingest, never, open, problem, resealed, revise, value, yearChange } from './samples.ts'
import { contents, tempFolder } from './temp.ts'

async function withRecord() {
  const folder = await tempFolder()
  const home = join(folder, 'archive')
  await writeFile(join(folder, 'a.txt'), 'a report')
  const archive = await open(home)
  return { folder, home, archive, record: await ingest(archive, join(folder, 'a.txt')) }
}

describe('an archive', () => {
  test('shows after reopening exactly what was left', async () => {
    const { home, archive, record } = await withRecord()
    const revised = value(await revise(archive, record, 2022))
    expect(value(await archive.saveSettings({ language: 'en', who: '李明' }))).toEqual({
      language: 'en',
      theme: 'system',
      who: '李明',
    })
    const entries = await archive.entriesAfter(0)
    await archive.close()

    const again = await open(home)
    expect(again.id).toBe(archive.id)
    expect(again.readOnly).toBeNull()
    expect(again.notes).toEqual([])
    expect(again.settings()).toEqual({ language: 'en', theme: 'system', who: '李明' })
    expect(again.who()).toBe('李明')
    expect(await again.recordIds()).toEqual([record.id])
    expect(value(await again.record(record.id))).toEqual(revised)
    expect(await again.entriesAfter(0)).toEqual(entries)
    expect(again.lastEntry()).toBe(2)
  })

  test('is created with its parent folders, Chinese, system theme and the system user’s name', async () => {
    const home = join(await tempFolder(), '档案', '年报')
    const archive = await open(home)
    expect(archive.settings()).toEqual({ language: 'zh', theme: 'system', who: '' })
    expect(archive.who()).not.toBe('')
    expect(await archive.recordIds()).toEqual([])
    expect(archive.lastEntry()).toBe(0)
    expect(archive.lastVerified()).toBeNull()
    expect(JSON.parse(await readFile(join(home, 'archive.json'), 'utf8'))).toMatchObject({ schema: 3, id: archive.id })
  })

  test('refuses to write after it was closed, and a second close does nothing', async () => {
    const { archive, record } = await withRecord()
    await archive.close()
    await archive.close()
    expect(problem(await revise(archive, record, 2022))).toBe('archive.closed')
  })

  test('finishes what is under way before it closes', async () => {
    const { home, archive, record } = await withRecord()
    const underWay = revise(archive, record, 2022)
    await archive.close()
    const revised = value(await underWay)
    expect(value(await (await open(home)).record(record.id))).toEqual(revised)
  })

  test('keeps members of archive.json that it does not know', async () => {
    const { home, archive } = await withRecord()
    await archive.close()
    const path = join(home, 'archive.json')
    await writeFile(path, resealed(JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), tags: ['甲'] })))
    const again = await open(home)
    value(await again.saveSettings({ theme: 'dark' }))
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ tags: ['甲'], settings: { theme: 'dark' } })
  })
})

describe('a revision', () => {
  test('is refused when the record has moved on, and nothing is written', async () => {
    const { home, archive, record } = await withRecord()
    value(await revise(archive, record, 2022))
    const before = await contents(home)
    expect(problem(await revise(archive, record, 2021))).toBe('archive.recordMovedOn')
    expect(await contents(home)).toEqual(before)
  })

  test('of an unknown record is a problem', async () => {
    const { archive, record } = await withRecord()
    expect(problem(await revise(archive, { ...record, id: '0'.repeat(16) }, 2021))).toBe('archive.recordUnknown')
  })

  test('asked for by many at once on one base is written once', async () => {
    const { archive, record } = await withRecord()
    const answers = await Promise.all([2018, 2019, 2020, 2021].map(year => revise(archive, record, year)))
    expect(answers.map(problem).sort()).toEqual([
      'archive.recordMovedOn',
      'archive.recordMovedOn',
      'archive.recordMovedOn',
      'no problem',
    ])
    expect(value(await archive.record(record.id)).revisions).toHaveLength(1)
  })

  test('undone and redone is itself two more revisions, each linked to the one before', async () => {
    const { home, archive, record } = await withRecord()
    let now: ArchiveRecord = value(await revise(archive, record, 2022))
    for (const act of ['undo', 'redo'] as const) {
      const target = act === 'undo' ? undoTarget(now.revisions) : redoTarget(now.revisions)
      if (!target) throw new Error('nothing to reverse')
      now = value(
        await archive.revise({
          id: record.id,
          base: now.revisions.length,
          act,
          reverses: target.number,
          why: '',
          change: reverseOf(target.change),
        }),
      )
      expect(currentOf(now).report.year).toBe(act === 'undo' ? 2023 : 2022)
    }
    expect(now.revisions.map(item => [item.number, item.act, item.reverses])).toEqual([
      [1, 'edit', null],
      [2, 'undo', 1],
      [3, 'redo', 2],
    ])
    expect(now.revisions[0]?.previous).toBe(record.source.sha256)
    expect(now.revisions[1]?.previous).toBe(now.revisions[0]?.hash)
    expect(now.revisions[2]?.previous).toBe(now.revisions[1]?.hash)
    await archive.close()
    expect(value(await (await open(home)).record(record.id))).toEqual(now)
  })

  test('leaves extraction, source and provenance as they were', async () => {
    const { archive, record } = await withRecord()
    const { revisions: _, ...before } = record
    const { revisions, ...after } = value(await revise(archive, record, 2022))
    expect(after).toEqual(before)
    expect(revisions[0]?.change).toEqual(yearChange(2023, 2022))
  })
})

describe('an archive that cannot be opened as usual', () => {
  test('with a damaged archive.json is a problem and is not set to defaults', async () => {
    const { home, archive } = await withRecord()
    await archive.close()
    await rm(join(home, 'generations'), { recursive: true })
    for (const text of ['', '{"schema":1', 'null', '{"schema":1,"id":"x"}']) {
      await writeFile(join(home, 'archive.json'), text)
      const before = await contents(home)
      expect(problem(await openArchive(home, { version: 'test' }))).toBe('archive.damagedHead')
      expect(await contents(home)).toEqual(before)
    }
  })

  test('with a damaged or missing archive.json takes its latest copy, says so, and keeps the damaged one', async () => {
    const { home, archive } = await withRecord()
    value(await archive.saveSettings({ who: '李明', language: 'en' }))
    await archive.close()
    const path = join(home, 'archive.json')
    const good = await readFile(path)
    for (const damage of [async () => writeFile(path, good.subarray(0, 90)), async () => rm(path)]) {
      await damage()
      const again = await open(home)
      expect(again.notes.map(note => note.code)).toEqual(['archive.headRestored'])
      expect(again.settings()).toEqual({ language: 'en', theme: 'system', who: '李明' })
      expect(value(await again.verify(() => undefined, never())).problems).toEqual([])
      await again.close()
      expect(resealed(await readFile(path, 'utf8')).length).toBe(good.length)
    }
    const kept = (await readdir(join(home, 'generations'))).filter(name => name.startsWith('damaged-'))
    expect(kept).toHaveLength(1)
    expect(await readFile(join(home, 'generations', kept[0] ?? ''))).toEqual(good.subarray(0, 90))
  })

  test('with a preference that makes no sense takes the default for it alone', async () => {
    const { home, archive } = await withRecord()
    value(await archive.saveSettings({ who: '李明' }))
    await archive.close()
    const path = join(home, 'archive.json')
    await writeFile(path, resealed((await readFile(path, 'utf8')).replace('"system"', '"purple"')))
    expect((await open(home)).settings()).toEqual({ language: 'zh', theme: 'system', who: '李明' })
  })

  test('with records but without archive.json is a problem', async () => {
    const { home, archive } = await withRecord()
    await archive.close()
    await rm(join(home, 'archive.json'))
    await rm(join(home, 'generations'), { recursive: true })
    const before = await contents(home)
    expect(problem(await openArchive(home, { version: 'test' }))).toBe('archive.headMissing')
    expect(await contents(home)).toEqual(before)
  })

  test('of a newer version opens for reading, and nothing is changed', async () => {
    const { home, archive, record } = await withRecord()
    await archive.close()
    const path = join(home, 'archive.json')
    await writeFile(path, resealed((await readFile(path, 'utf8')).replace('"schema":3', '"schema":4')))
    const before = await contents(home)
    const again = await open(home)
    expect(again.readOnly).toMatchObject({ code: 'archive.newerVersion', params: { schema: 4 } })
    expect(value(await again.record(record.id)).id).toBe(record.id)
    expect(problem(await revise(again, record, 2022))).toBe('archive.newerVersion')
    expect(await contents(home)).toEqual(before)
  })

  test('in a folder that may not be written opens for reading and says so', async () => {
    const { folder, home, archive, record } = await withRecord()
    await archive.close()
    const before = await contents(home)
    // As root, permission bits forbid nothing; the refusal is injected instead.
    const changing = new Set(['create', 'mkdir', 'rename', 'link', 'unlink', 'truncate', 'write'])
    const files = faultyFiles(call => (changing.has(call.name) ? { kind: 'error', code: 'EROFS' } : null))
    const again = await open(home, files)
    expect(again.readOnly?.code).toBe('archive.folderReadOnly')
    expect(value(await again.record(record.id))).toEqual(record)
    expect(problem(await revise(again, record, 2022))).toBe('archive.folderReadOnly')
    expect(problem(await again.keepSource(join(folder, 'a.txt'), never()))).toBe('archive.folderReadOnly')
    const report = value(await again.verify(() => undefined, never()))
    expect(report.problems).toEqual([])
    await again.close()
    expect(await contents(home)).toEqual(before)
  })

  test('where a new one cannot be created is a problem', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'file'), '')
    for (const home of [join(folder, 'file'), join(folder, 'file', 'below')]) {
      const outcome = await openArchive(home, { version: 'test' })
      expect(['archive.cannotCreate', 'archive.cannotOpen']).toContain(problem(outcome))
    }
    const full = faultyFiles(call => (call.name === 'write' ? { kind: 'error', code: 'ENOSPC' } : null))
    expect(problem(await openArchive(join(folder, 'new'), { version: 'test', files: full }))).toBe(
      'archive.cannotCreate',
    )
    expect(await contents(join(folder, 'new'))).toEqual({})
  })

  test('asked for to read only is not locked, and is not created', async () => {
    const { home, archive, record } = await withRecord()
    await archive.close()
    const before = await contents(home)
    const reader = value(await openArchive(home, { version: 'test', readOnly: true }))
    const writer = await open(home)
    expect(writer.readOnly).toBeNull()
    expect(reader.readOnly?.code).toBe('archive.openedToRead')
    expect(value(await reader.record(record.id))).toEqual(record)
    await reader.close()
    await writer.close()
    expect(await contents(home)).toEqual(before)
    const empty = await tempFolder()
    expect(problem(await openArchive(empty, { version: 'test', readOnly: true }))).toBe('archive.noArchive')
    await mkdir(join(empty, 'x'))
    expect(await contents(empty)).toEqual({})
  })
})

describe('a damaged record', () => {
  test('is a problem that names its file, and the others open', async () => {
    const { folder, home, archive, record } = await withRecord()
    await writeFile(join(folder, 'b.txt'), 'another report')
    const other = await ingest(archive, join(folder, 'b.txt'))
    const revised = value(await revise(archive, record, 2022))
    const path = join(home, 'records', record.id.slice(0, 2), `${record.id}.json`)
    const good = await readFile(path, 'utf8')
    const [revision] = revised.revisions
    const damages = [
      '',
      good.slice(0, -20),
      'null',
      '[]',
      good.replace('"schema":2', '"schema":3'),
      good.replace(record.id, '0'.repeat(16)),
      good.replace('"after":2022', '"after":2021'),
      JSON.stringify({ ...revised, revisions: [revision, revision] }),
      JSON.stringify({ ...revised, revisions: null }),
      JSON.stringify({ ...revised, extraction: null }),
    ]
    for (const text of damages) {
      await writeFile(path, text)
      const outcome = await archive.record(record.id)
      expect(problem(outcome)).toBe('archive.damagedRecord')
      if (!outcome.ok) expect(messageLines(outcome.problem, 'zh').what).toContain(`${record.id}.json`)
      expect(problem(await revise(archive, revised, 2020))).toBe('archive.damagedRecord')
      expect(problem(await archive.addRecord(record, 'archived'))).toBe('archive.damagedRecord')
      expect(await readFile(path, 'utf8')).toBe(text)
    }
    expect(value(await archive.record(other.id))).toEqual(other)
  })
})

test('every error of the archive says in both languages what happened, what was kept and what to do', () => {
  const own = Object.entries(messageTable).filter(([code]) => code.startsWith('archive.'))
  expect(own.length).toBeGreaterThan(30)
  for (const [code, words] of own) {
    const sentences = [words.what, words.kept, words.todo]
    if (words.severity === 'error') expect(sentences, code).not.toContain(undefined)
    for (const sentence of sentences) {
      if (!sentence) continue
      expect(sentence.zh, code).toMatch(/[一-鿿]/)
      expect(sentence.zh, code).not.toMatch(/[!！;；"]/)
      expect(sentence.en, code).not.toMatch(/[一-鿿]/)
    }
  }
})
