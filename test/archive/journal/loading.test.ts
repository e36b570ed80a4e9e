import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type LoadedJournal, loadJournal, verifiedBy } from '../../../src/main/archive/journal/loading.ts'
import { type Summary, writeSummary } from '../../../src/main/archive/journal/summary.ts'
import type { JournalEntry } from '../../../src/shared/data/journal.ts'
import { hasty } from '../faults.ts'
import { tempFolder } from '../temp.ts'
import { chained, ingested, rehashed, textOf, verified } from './entries.ts'

/** Four entries, of which the second and the fourth are verifications; the fourth found damage. */
const entries = chained(ingested, verified(2), { ...ingested, record: 'b'.repeat(16) }, verified(4, 1))
const text = textOf(entries)
const textTo = (count: number) => textOf(entries.slice(0, count))
const bytesIn = (content: string) => Buffer.byteLength(content)
const lengthTo = (count: number) => bytesIn(textTo(count))
const whole = { since: '2026-01-02T03:04:00.000Z', at: '2026-01-02T03:04:01.000Z', whole: true }
const damaged = { since: '2026-01-02T03:04:02.000Z', at: '2026-01-02T03:04:03.000Z', whole: false }

const summaryTo = (count: number, more: Partial<Summary> = {}): Summary => ({
  ...{ year: 2026, length: lengthTo(count), number: count, hash: entries[count - 1]?.hash ?? '', verified: whole },
  ...more,
})

async function journal(years: Readonly<Record<string, string>>, summary: Summary | null = null) {
  const folder = await tempFolder()
  await mkdir(join(folder, 'log'))
  for (const [year, content] of Object.entries(years)) await writeFile(join(folder, 'log', `${year}.jsonl`), content)
  if (summary) await writeSummary(hasty, folder, summary)
  const load = (how: Partial<{ repair: boolean; afterCrash: boolean }> = {}): Promise<LoadedJournal> =>
    loadJournal(hasty, folder, { repair: true, afterCrash: true, ...how })
  const read = (name: string) => readFile(join(folder, 'log', name), 'utf8')
  const names = async () => (await readdir(join(folder, 'log'))).sort()
  /** Name of the file to which something was moved aside. */
  const aside = async (begin: string) => (await names()).find(name => name.startsWith(begin)) ?? 'nothing'
  return { load, read, names, aside }
}

describe('a verification as the journal tells of it', () => {
  test('began when it says, or so long before its end as it took', () => {
    const [entry] = chained({ ...verified(1), milliseconds: 1500 })
    const [round] = chained({ ...verified(1), round: { begunAt: '2025-12-01T00:00:00.000Z', problems: [] } })
    const [other] = chained(ingested)
    if (!entry || !round || !other) throw new Error('three entries')
    const at = '2026-01-02T03:04:00.000Z'
    expect(verifiedBy(entry)).toEqual({ since: '2026-01-02T03:03:58.500Z', at, whole: true })
    expect(verifiedBy(round)).toEqual({ since: '2025-12-01T00:00:00.000Z', at, whole: true })
    expect(verifiedBy(other)).toBeNull()
  })
})

describe('loading the journal', () => {
  test('finds nothing where there is nothing', async () => {
    expect(await (await journal({})).load()).toEqual({
      ...{ last: null, lastStart: 0, end: null, verified: null, summed: true, notes: [] },
    })
  })

  test('finds the last entry, where it stands, and the last verification', async () => {
    expect(await (await journal({ 2026: text })).load()).toEqual({
      ...{ last: entries[3], lastStart: lengthTo(3), end: { year: 2026, length: lengthTo(4) } },
      ...{ verified: damaged, summed: false, notes: [] },
    })
    expect((await (await journal({ 2026: textTo(3) })).load()).verified).toEqual(whole)
  })

  test('goes on in the file of the next year, though that is still empty', async () => {
    const { load } = await journal({ 2025: textTo(3), 2026: textOf(entries.slice(3)) })
    expect(await load()).toMatchObject({
      last: entries[3],
      lastStart: 0,
      end: { year: 2026, length: lengthTo(4) - lengthTo(3) },
    })
    expect(await (await journal({ 2025: text, 2026: '' })).load()).toMatchObject({
      ...{ last: entries[3], lastStart: lengthTo(3), end: { year: 2026, length: 0 }, notes: [] },
    })
  })

  test('reads no line before the end of its summary', async () => {
    // What stands before it would be torn lines if it was read.
    const before = textTo(2).replaceAll('"', ' ')
    const { load } = await journal({ 2025: 'damaged', 2026: before + textOf(entries.slice(2)) }, summaryTo(3))
    const loaded = { last: entries[3], lastStart: lengthTo(3), end: { year: 2026, length: lengthTo(4) } }
    expect(await load()).toEqual({ ...loaded, verified: damaged, summed: false, notes: [] })
    const years = await journal(
      { 2025: textTo(2), 2026: textOf(entries.slice(2)) },
      summaryTo(4, { length: lengthTo(4) - lengthTo(2) }),
    )
    expect(await years.load()).toMatchObject({ last: entries[3], verified: whole, summed: true })
    const all = await journal({ 2026: text }, summaryTo(4, { verified: damaged }))
    expect(await all.load()).toEqual({ ...loaded, verified: damaged, summed: true, notes: [] })
    const three = await journal({ 2026: textTo(3) }, summaryTo(3))
    expect(await three.load()).toMatchObject({
      last: entries[2],
      lastStart: lengthTo(2),
      verified: whole,
      summed: true,
    })
    const never = await journal({ 2026: textTo(3) }, summaryTo(3, { verified: null }))
    expect((await never.load()).verified).toBeNull()
  })

  test('goes on after its summary in a later year', async () => {
    const { load } = await journal({ 2025: textTo(3), 2026: textOf(entries.slice(3)) }, summaryTo(3, { year: 2025 }))
    const end = { year: 2026, length: lengthTo(4) - lengthTo(3) }
    expect(await load()).toMatchObject({ last: entries[3], lastStart: 0, end, verified: damaged, summed: false })
  })

  for (const [what, tail] of [
    ['half a line', '{"number":5'],
    ['lines that are no entries', '{"number":5\n{}\n\0'],
    ['a whole entry without its line break whose hash does not hold', JSON.stringify({ ...entries[3], who: '别人' })],
  ] as const)
    test(`moves ${what} at the end aside: after a crash as torn, else as damage, and never when it may only read`, async () => {
      const found = { last: entries[3], lastStart: lengthTo(3), end: { year: 2026, length: lengthTo(4) } }
      const torn = await journal({ 2026: text + tail })
      const loaded = await torn.load()
      expect(loaded).toMatchObject({
        ...found,
        notes: [{ code: 'archive.tornLine', params: { file: 'log/2026.jsonl' } }],
      })
      expect([await torn.read('2026.jsonl'), await torn.read(await torn.aside('torn-'))]).toEqual([text, tail])
      expect(loaded.notes[0]?.params.torn).toBe(`log/${await torn.aside('torn-')}`)
      expect(await torn.aside('torn-')).toMatch(/^torn-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.txt$/)

      const hurt = await journal({ 2026: text + tail })
      expect(await hurt.load({ afterCrash: false })).toMatchObject({
        ...{ ...found, notes: [{ code: 'archive.journalEndDamaged', params: { file: 'log/2026.jsonl' } }] },
      })
      expect([await hurt.read('2026.jsonl'), await hurt.read(await hurt.aside('damaged-'))]).toEqual([text, tail])

      const kept = await journal({ 2026: text + tail })
      expect(await kept.load({ repair: false })).toMatchObject({ ...found, notes: [] })
      expect([await kept.read('2026.jsonl'), await kept.names()]).toEqual([text + tail, ['2026.jsonl']])
    })

  test('leaves a broken line alone after which whole ones come, and the broken end of a year before the last', async () => {
    const lines = text.split('\n')
    const broken = lines.with(1, '{"number":2').join('\n')
    const middle = await journal({ 2026: broken })
    expect(await middle.load()).toMatchObject({ last: entries[3], end: { length: bytesIn(broken) }, notes: [] })
    expect(await middle.read('2026.jsonl')).toBe(broken)
    const older = await journal({ 2025: `${textTo(3)}{`, 2026: textOf(entries.slice(3)) })
    expect(await older.load()).toMatchObject({ last: entries[3], notes: [] })
    expect(await older.names()).toEqual(['2025.jsonl', '2026.jsonl'])
    // Cut at the first of the broken lines at the end, not at one before a whole line.
    const both = await journal({ 2026: `${broken}{\n{` })
    expect(await both.load()).toMatchObject({ end: { length: bytesIn(broken) }, notes: [{ code: 'archive.tornLine' }] })
    expect(await both.read('2026.jsonl')).toBe(broken)
  })

  test('takes a line that ends for an entry though its hash does not hold: verification names it', async () => {
    const [first] = entries
    const altered: JournalEntry | undefined = first && { ...first, who: '别人' }
    if (!altered) throw new Error('an entry')
    expect(await (await journal({ 2026: textOf([altered]) })).load()).toMatchObject({ last: altered, notes: [] })
  })

  test('gives a whole last entry back its line break, unless it may only read', async () => {
    const open = await journal({ 2026: text.slice(0, -1) })
    expect(await open.load({ repair: false })).toMatchObject({
      last: entries[3],
      end: { length: bytesIn(text) - 1 },
      notes: [],
    })
    expect(await open.read('2026.jsonl')).toBe(text.slice(0, -1))
    expect(await open.load()).toMatchObject({ last: entries[3], end: { year: 2026, length: bytesIn(text) }, notes: [] })
    expect(await open.read('2026.jsonl')).toBe(text)
    const older = await journal({ 2025: textTo(3).slice(0, -1), 2026: textOf(entries.slice(3)) })
    expect((await older.load()).notes).toEqual([])
    expect(await older.read('2025.jsonl')).toBe(textTo(3).slice(0, -1))
  })

  test('takes a summary whose entry is gone for the proof that lines were lost, and keeps it', async () => {
    const lost = await journal({ 2026: textTo(2) }, summaryTo(4, { verified: damaged }))
    const reading = await lost.load({ repair: false })
    expect(reading).toMatchObject({ last: entries[1], verified: whole, summed: false })
    expect(reading.notes).toMatchObject([
      { code: 'archive.journalEndDamaged', params: { file: 'log', torn: 'log/summary.json' } },
    ])
    expect(await lost.names()).toEqual(['2026.jsonl', 'summary.json'])
    const { notes } = await lost.load()
    expect(notes).toMatchObject([{ code: 'archive.journalEndDamaged', params: { file: 'log' } }])
    const name = await lost.aside('damaged-')
    expect(name).toMatch(/^damaged-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.json$/)
    expect([notes[0]?.params.torn, await lost.names()]).toEqual([`log/${name}`, ['2026.jsonl', name]])
    expect(await lost.read(name)).toContain(entries[3]?.hash)
  })

  test('does not miss an entry that only stands elsewhere than the summary says', async () => {
    const moved = await journal({ 2026: `\n${text}` }, summaryTo(2))
    expect(await moved.load()).toMatchObject({ last: entries[3], lastStart: lengthTo(3) + 1, notes: [] })
    const [first, second] = entries
    if (!first || !second) throw new Error('two entries')
    const forged = await journal({ 2026: textOf([first, rehashed(second, { who: '别人' })]) }, summaryTo(2))
    expect((await forged.load()).notes).toMatchObject([{ code: 'archive.journalEndDamaged' }])
  })
})
