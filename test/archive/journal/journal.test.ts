import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Archive } from '../../../src/main/archive/model.ts'
import type { JournalEntry, JournalEvent, JournalQuery } from '../../../src/shared/data/journal.ts'
import { message } from '../../../src/shared/messages/index.ts'
import { faultyFiles } from '../faults.ts'
import { killHolder } from '../holders.ts'
import { ingest, never, open, problem, revise, value } from '../samples.ts'
import { tempFolder } from '../temp.ts'
import { rehashed } from './entries.ts'

const verified = (sources: number): JournalEvent => ({
  kind: 'verify',
  sources,
  records: 0,
  damaged: 0,
  milliseconds: 1,
})

const everything: JournalQuery = { before: null, limit: 100, kinds: [], who: [], since: null, record: null, text: '' }

/** The one file of a journal written this year, and the archive's folder. */
async function journalOf(count: number): Promise<{ home: string; path: string; archive: Archive }> {
  const home = join(await tempFolder(), 'archive')
  const archive = await open(home)
  for (let number = 1; number <= count; number++) value(await archive.addJournal(verified(number)))
  const [name = ''] = await readdir(join(home, 'log'))
  return { home, path: join(home, 'log', name), archive }
}

const numbers = async (archive: Archive) => (await archive.entriesAfter(0)).map(entry => entry.number)

describe('the journal', () => {
  test('numbers and chains its entries, also those written at once, and finds them again', async () => {
    const { home, archive } = await journalOf(0)
    const written = await Promise.all([1, 2, 3, 4, 5].map(number => archive.addJournal(verified(number))))
    const entries = written.map(value)
    expect(entries.map(entry => entry.number)).toEqual([1, 2, 3, 4, 5])
    expect(entries[0]?.previous).toBe('0'.repeat(64))
    for (const [index, entry] of entries.entries()) if (index > 0) expect(entry.previous).toBe(entries[index - 1]?.hash)
    await archive.close()
    expect(await (await open(home)).entriesAfter(3)).toEqual(entries.slice(3))
  })

  for (const [what, tail] of [
    ['half a line', '{"number":4,"at":"20'],
    ['half a line with a line break', '{"number":4\n'],
    ['zeros, as a power cut leaves them', '\0\0\0\0'],
    ['several broken lines', '{"number":4\n{}\n\0'],
  ] as const)
    test(`moves ${what} at the end aside, says so, and goes on`, async () => {
      const { home, path } = await journalOf(3)
      await killHolder(home)
      const good = await readFile(path, 'utf8')
      await appendFile(path, tail)
      const again = await open(home)
      expect(again.notes.map(note => note.code)).toEqual(['archive.tornLine'])
      expect(await readFile(path, 'utf8')).toBe(good)
      const torn = (await readdir(join(home, 'log'))).find(name => name.startsWith('torn-')) ?? ''
      expect(await readFile(join(home, 'log', torn), 'utf8')).toBe(tail)
      expect(value(await again.addJournal(verified(4))).number).toBe(4)
      expect(value(await again.verify(() => undefined, never())).problems).toEqual([])
      await again.close()
      const third = await open(home)
      expect(third.notes).toEqual([])
      expect(await numbers(third)).toEqual([1, 2, 3, 4, 5])
    })

  test('takes a broken end after a clean closing for damage: keeps it as proof, and verification names it', async () => {
    const { home, path, archive } = await journalOf(3)
    await archive.close()
    const good = await readFile(path)
    await writeFile(path, good.with(good.length - 30, 7))
    const again = await open(home)
    expect(again.notes.map(note => [note.code, note.severity])).toContainEqual(['archive.journalEndDamaged', 'error'])
    expect(again.lastEntry()).toBe(2)
    value(await again.addJournal(verified(3)))
    await again.close()
    const { problems } = value(await (await open(home)).verify(() => undefined, never()))
    expect(problems.map(item => item.code)).toContain('archive.journalEndDamaged')
  })

  test('misses entries that were cut off whole', async () => {
    const { home, path, archive } = await journalOf(3)
    await archive.close()
    const lines = (await readFile(path, 'utf8')).split('\n')
    await writeFile(path, `${lines.slice(0, 2).join('\n')}\n`)
    const again = await open(home)
    expect(again.notes.map(note => note.code)).toEqual(['archive.journalEndDamaged'])
    expect(again.lastEntry()).toBe(2)
  })

  test('is read from its summary on, which a missing or damaged summary does not change', async () => {
    const { home, archive } = await journalOf(3)
    const entries = await archive.entriesAfter(0)
    await archive.close()
    const summary = join(home, 'log', 'summary.json')
    for (const damage of [async () => undefined, async () => writeFile(summary, '{}'), async () => rm(summary)]) {
      await damage()
      const again = await open(home)
      expect(again.notes).toEqual([])
      expect(again.lastVerified()).toMatchObject({ at: entries[2]?.at, whole: true })
      expect(await again.entriesAfter(0)).toEqual(entries)
      await again.close()
    }
  })

  test('does not cut anything when it is opened to be read only', async () => {
    const { home, path, archive } = await journalOf(3)
    await appendFile(path, '{"number":4')
    const reader = await open(home)
    expect(reader.readOnly?.code).toBe('archive.heldByOther')
    expect(await numbers(reader)).toEqual([1, 2, 3])
    expect(await readFile(path, 'utf8')).toContain('{"number":4')
    // And the writer does not append to what somebody else has changed.
    expect(problem(await archive.addJournal(verified(4)))).toBe('archive.writeFailed')
  })

  test('gives a whole last entry the line break back that an editor took from it', async () => {
    const { home, path, archive } = await journalOf(3)
    await archive.close()
    const good = await readFile(path, 'utf8')
    await writeFile(path, good.trimEnd())
    const again = await open(home)
    expect(again.notes).toEqual([])
    expect(await readFile(path, 'utf8')).toBe(good)
    expect(value(await again.addJournal(verified(4))).number).toBe(4)
  })

  test('opens to be read when the disk takes not even that line break, rather than refuse every later entry', async () => {
    const { home, path, archive } = await journalOf(3)
    await archive.close()
    const good = await readFile(path, 'utf8')
    await writeFile(path, good.trimEnd())
    // One byte, of which a full disk takes none.
    const files = faultyFiles(call => (call.name === 'write' && call.path === path ? { kind: 'full' } : null))
    const cut = await open(home, files)
    expect(cut.readOnly?.code).toBe('archive.diskFull')
    await cut.close()
    const again = await open(home)
    expect(await readFile(path, 'utf8')).toBe(good)
    expect(value(await again.addJournal(verified(4))).number).toBe(4)
  })

  test('keeps a broken line in the middle, shows the others, and verification names the line', async () => {
    const { home, path, archive } = await journalOf(4)
    await archive.close()
    const lines = (await readFile(path, 'utf8')).split('\n')
    lines[1] = lines[1]?.slice(0, 30) ?? ''
    await writeFile(path, lines.join('\n'))
    const again = await open(home)
    expect(await numbers(again)).toEqual([1, 3, 4])
    expect(again.lastEntry()).toBe(4)
    const { problems } = value(await again.verify(() => undefined, never()))
    expect(problems.map(item => [item.code, item.params.line])).toEqual([
      ['archive.journalLine', 2],
      ['archive.journalLine', 3],
    ])
  })

  for (const [what, alter] of [
    ['changed', (lines: string[]) => lines.with(1, lines[1]?.replace('"sources":2', '"sources":9') ?? '')],
    ['removed', (lines: string[]) => lines.toSpliced(1, 1)],
    ['exchanged', (lines: string[]) => [lines[0] ?? '', lines[2] ?? '', lines[1] ?? '', ...lines.slice(3)]],
    ['repeated', (lines: string[]) => lines.toSpliced(1, 0, lines[1] ?? '')],
  ] as const)
    test(`with a line ${what} does not verify`, async () => {
      const { home, path, archive } = await journalOf(4)
      await archive.close()
      await writeFile(path, alter((await readFile(path, 'utf8')).split('\n')).join('\n'))
      const again = await open(home)
      const { problems } = value(await again.verify(() => undefined, never()))
      expect(problems.map(item => item.code)).toContain('archive.journalLine')
      expect(again.lastVerified()?.whole).toBe(false)
    })

  test('with a middle line rewritten and hashed anew does not verify: the line after it is named', async () => {
    const { home, path, archive } = await journalOf(4)
    await archive.close()
    const lines = (await readFile(path, 'utf8')).split('\n')
    const entry = JSON.parse(lines[1] ?? '') as JournalEntry
    await writeFile(path, lines.with(1, JSON.stringify(rehashed(entry, { event: verified(9) }))).join('\n'))
    const { problems } = value(await (await open(home)).verify(() => undefined, never()))
    expect(problems.map(item => [item.code, item.params.line])).toEqual([['archive.journalLine', 3]])
  })

  test('goes on in the file of a later year when the clock was wrong once', async () => {
    const { home, path, archive } = await journalOf(2)
    await archive.close()
    const later = join(home, 'log', '2099.jsonl')
    await writeFile(later, await readFile(path))
    await rm(path)
    const again = await open(home)
    value(await again.addJournal(verified(3)))
    expect((await readdir(join(home, 'log'))).filter(name => name.endsWith('.jsonl'))).toEqual(['2099.jsonl'])
    expect(value(await again.verify(() => undefined, never())).problems).toEqual([])
  })
})

describe('asking the journal', () => {
  async function filled() {
    const folder = await tempFolder()
    await writeFile(join(folder, 'a.txt'), 'a report')
    const archive = await open(join(folder, 'archive'))
    value(await archive.saveSettings({ who: '李明' }))
    const record = await ingest(archive, join(folder, 'a.txt'), '南岸区教委.txt')
    const problem = message('archive.fileIsFolder', { file: 'x.pdf' })
    value(await archive.addJournal({ kind: 'refuse', fileName: 'x.pdf', problem }))
    value(await archive.saveSettings({ who: '王芳' }))
    value(await revise(archive, record, 2022))
    value(await archive.addJournal(verified(1)))
    return { archive, record }
  }

  test('gives pages, newest first, and counts of all that match', async () => {
    const { archive } = await filled()
    const first = await archive.journal({ ...everything, limit: 3 })
    expect(first.entries.map(entry => entry.number)).toEqual([4, 3, 2])
    const second = await archive.journal({ ...everything, limit: 3, before: 2 })
    expect(second.entries.map(entry => entry.number)).toEqual([1])
    for (const page of [first, second]) expect([page.matching, page.total]).toEqual([4, 4])
  })

  test('filters by kind, person, record, time and words, and counts what each other choice would show', async () => {
    const { archive, record } = await filled()
    const kinds = async (query: Partial<JournalQuery>) =>
      (await archive.journal({ ...everything, ...query })).entries.map(entry => entry.event.kind)
    expect(await kinds({ kinds: ['ingest', 'verify'] })).toEqual(['verify', 'ingest'])
    expect(await kinds({ who: ['李明'] })).toEqual(['refuse', 'ingest'])
    expect(await kinds({ record: record.id })).toEqual(['revise', 'ingest'])
    expect(await kinds({ text: '南岸' })).toEqual(['ingest'])
    expect(await kinds({ text: '对着原件' })).toEqual(['revise'])
    expect(await kinds({ text: 'X.PDF' })).toEqual(['refuse'])
    expect(await kinds({ since: new Date(Date.now() + 60_000).toISOString() })).toEqual([])
    expect(await kinds({ since: '2020-01-01T00:00:00Z' })).toHaveLength(4)
    const page = await archive.journal({ ...everything, kinds: ['ingest'], who: ['李明'] })
    expect(page.byKind).toMatchObject({ ingest: 1, refuse: 1, revise: 0, verify: 0 })
    expect(page.byWho).toEqual([{ who: '李明', count: 1 }])
  })
})
