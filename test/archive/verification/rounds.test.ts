import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../../src/main/archive/index.ts'
import type { Archive } from '../../../src/main/archive/model.ts'
import { sealedJson } from '../../../src/main/archive/seal.ts'
import { killHolder } from '../holders.ts'
import { ingest, never, revise, value } from '../samples.ts'
import { tempFolder } from '../temp.ts'

const day = 24 * 60 * 60 * 1000

/** An archive of some reports whose clock the test turns on. */
async function setting(reports = 6) {
  const folder = await tempFolder()
  const home = join(folder, 'archive')
  const clock = { at: Date.parse('2026-01-10T08:00:00Z') }
  const open = async (): Promise<Archive> =>
    value(await openArchive(home, { version: 'test', now: () => new Date(clock.at) }))
  const archive = await open()
  const add = async (number: number) => {
    await writeFile(join(folder, `${number}.txt`), `report ${number}`)
    return ingest(archive, join(folder, `${number}.txt`))
  }
  const records = []
  for (let number = 0; number < reports; number++) records.push(await add(number))
  const [record] = records
  if (!record) throw new Error('no report')
  const file = (id: string) => join(home, 'records', id.slice(0, 2), `${id}.json`)
  return { home, archive, open, clock, record, records, file, add }
}

/** Looks on until the round is over; each look is one object, and a day passes between two. */
async function round(archive: Archive, clock: { at: number }): Promise<number> {
  for (let looks = 1; ; looks++) {
    const some = value(await archive.verifySome(0, never()))
    if (some.left === 0) return looks
    clock.at += day
  }
}

const codes = (archive: Archive) => (archive.quietRound()?.problems ?? []).map(item => item.code)
const lastVerify = async (archive: Archive) =>
  (await archive.entriesAfter(0)).map(entry => entry.event).findLast(event => event.kind === 'verify')

describe('a round of the quiet verification', () => {
  test('that found everything whole counts: between its first look and its last', async () => {
    const { archive, clock, home, open } = await setting()
    await round(archive, clock)
    expect(archive.lastVerified()).toEqual({
      since: '2026-01-10T08:00:00.000Z',
      at: new Date(clock.at).toISOString(),
      whole: true,
    })
    expect(await lastVerify(archive)).toMatchObject({ sources: 6, records: 6, damaged: 0, round: { problems: [] } })
    expect(archive.quietRound()).toBeNull()
    const before = archive.lastVerified()
    await archive.close()
    expect((await open()).lastVerified()).toEqual(before)
    expect(await readdir(join(home, 'log'))).toContain('verify-state.json')
  })

  test('goes on after a kill -9 where it was, and looks at each object once', async () => {
    const { archive, clock, home, open } = await setting()
    let now = archive
    let looked = 0
    for (;;) {
      const some = value(await now.verifySome(0, never()))
      looked += some.looked
      if (some.left === 0) break
      clock.at += day
      await killHolder(home)
      now = await open()
    }
    expect(looked).toBe(12)
    expect(now.lastVerified()).toMatchObject({ since: '2026-01-10T08:00:00.000Z', whole: true })
  })

  test('keeps to the time it is given, and at least one object', async () => {
    const { archive } = await setting()
    expect(value(await archive.verifySome(0, never())).looked).toBe(1)
    expect(value(await archive.verifySome(60_000, never())).looked).toBe(11)
  })

  test('is begun again so that no object waits longer than 90 days, and rests in between', async () => {
    const { archive, clock } = await setting()
    const begun: number[] = []
    for (let passed = 0; passed < 400; passed++, clock.at += day) {
      const under = archive.quietRound()
      const some = value(await archive.verifySome(0, never()))
      if (!under && !some.idle) begun.push(clock.at)
    }
    const gaps = begun.slice(1).map((at, index) => (at - (begun[index] ?? at)) / day)
    expect(gaps.length).toBeGreaterThan(4)
    // One object a day, twelve of them, always in the same order: as far apart as the rounds begin.
    expect(Math.max(...gaps)).toBeLessThanOrEqual(61)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(60)
  })

  test('looks at the end at what came in or was changed since it began', async () => {
    const { archive, clock, add, record, records } = await setting()
    value(await archive.verifySome(0, never()))
    await add(100)
    value(await revise(archive, record, 2022))
    await round(archive, clock)
    expect(await lastVerify(archive)).toMatchObject({ damaged: 0 })
    const event = await lastVerify(archive)
    expect(event?.kind === 'verify' && event.records).toBeGreaterThan(records.length)
  })

  test('shows damage at once, remembers it when the application is closed, and does not call the archive whole', async () => {
    const { archive, clock, open, file, record } = await setting()
    await writeFile(file(record.id), '{}')
    while (codes(archive).length === 0) value(await archive.verifySome(0, never()))
    expect(codes(archive)).toEqual(['archive.damagedRecord'])
    await archive.close()
    const again = await open()
    expect(codes(again)).toEqual(['archive.damagedRecord'])
    await round(again, clock)
    expect(again.lastVerified()?.whole).toBe(false)
    expect(await lastVerify(again)).toMatchObject({
      damaged: 1,
      round: { problems: [{ code: 'archive.damagedRecord' }] },
    })
  })

  test('finds what is gone, set back to an older state, or altered in the journal: the same as a whole verification', async () => {
    const { archive, clock, file, home, open, records } = await setting()
    const [gone, back, lost] = records
    if (!gone || !back || !lost) throw new Error('too few reports')
    value(await revise(archive, back, 2022))
    await rm(file(gone.id))
    await writeFile(file(back.id), sealedJson(back).bytes)
    await rm(archive.sourcePath(lost.source.sha256))
    await archive.close()
    const log = join(home, 'log', '2026.jsonl')
    await writeFile(log, (await readFile(log, 'utf8')).replace('"report.txt"', '"rePort.txt"'))
    const again = await open()
    await round(again, clock)
    const event = await lastVerify(again)
    const found = event?.kind === 'verify' ? (event.round?.problems ?? []).map(item => item.code).sort() : []
    const whole = value(await again.verify(() => undefined, never()))
    // A source whose record is gone is a note of the whole verification only.
    const told = whole.problems.map(item => item.code).filter(code => code !== 'archive.sourceWithoutRecord')
    expect(found).toEqual(told.sort())
    expect(found).toContain('archive.journalLine')
  })

  test('finds one flipped bit of an original', async () => {
    const { archive, clock, record } = await setting()
    const path = archive.sourcePath(record.source.sha256)
    await chmod(path, 0o644)
    await writeFile(path, 'rePort 0')
    await round(archive, clock)
    expect(await lastVerify(archive)).toMatchObject({ round: { problems: [{ code: 'archive.sourceAltered' }] } })
  })

  test('is put off by a whole verification, which has read everything', async () => {
    const { archive, clock } = await setting()
    value(await archive.verifySome(0, never()))
    value(await archive.verify(() => undefined, never()))
    expect(archive.quietRound()).toBeNull()
    expect(value(await archive.verifySome(0, never())).idle).toBe(true)
    clock.at = Date.now() + 61 * day
    expect(value(await archive.verifySome(0, never())).idle).toBe(false)
  })
})
