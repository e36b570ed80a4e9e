import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { recordHash } from '../../../src/main/archive/revisions.ts'
import { sealedJson } from '../../../src/main/archive/seal.ts'
import { messageText } from '../../../src/shared/messages/index.ts'
import { ingest, never, open, problem, resealed, revise, value } from '../samples.ts'
import { contents, tempFolder } from '../temp.ts'

async function setting() {
  const folder = await tempFolder()
  const home = join(folder, 'archive')
  const archive = await open(home)
  await writeFile(join(folder, 'a.txt'), 'a report')
  await writeFile(join(folder, 'b.txt'), 'another report')
  const added = await ingest(archive, join(folder, 'a.txt'))
  await ingest(archive, join(folder, 'b.txt'))
  const once = value(await revise(archive, added, 2022))
  const record = value(await revise(archive, once, 2021))
  const file = join(home, 'records', record.id.slice(0, 2), `${record.id}.json`)
  const codes = async () => {
    const report = value(await archive.verify(() => undefined, never()))
    return report.problems.map(item => item.code)
  }
  return { folder, home, archive, record, file, source: archive.sourcePath(record.source.sha256), codes }
}

describe('verification', () => {
  test('of an untouched archive finds nothing, says what it read, and is written into the journal', async () => {
    const { home, archive } = await setting()
    const steps: [number, number][] = []
    const report = value(await archive.verify((done, of) => steps.push([done, of]), never()))
    expect(report).toMatchObject({ sources: 2, records: 2, journalEntries: 4, problems: [] })
    expect(steps.at(-1)).toEqual([5, 5])
    expect((await archive.entriesAfter(4)).map(entry => entry.event)).toMatchObject([
      { kind: 'verify', sources: 2, records: 2, damaged: 0 },
    ])
    expect(archive.lastVerified()?.whole).toBe(true)
    await archive.close()
    expect((await open(home)).lastVerified()).toEqual(archive.lastVerified())
  })

  test('finds one changed byte of a source and names the report', async () => {
    const { archive, source, codes } = await setting()
    await chmod(source, 0o644)
    await writeFile(source, 'a rePort')
    const report = value(await archive.verify(() => undefined, never()))
    expect(report.problems.map(item => messageText(item, 'zh'))).toEqual([
      expect.stringContaining('“清河区教育委员会”的原件已不是收存时的样子'),
    ])
    expect(archive.lastVerified()?.whole).toBe(false)
    await writeFile(source, 'a report')
    expect(await codes()).toEqual([])
  })

  test('finds a missing source', async () => {
    const { source, codes } = await setting()
    await rm(source)
    expect(await codes()).toEqual(['archive.sourceMissing'])
  })

  test('mentions a source without a record, as a cut-off import leaves it, without calling the archive damaged', async () => {
    const { folder, home, archive, codes } = await setting()
    await writeFile(join(folder, 'c.txt'), 'a third report')
    value(await archive.keepSource(join(folder, 'c.txt'), never()))
    // As long as its import may go on there is nothing to mention.
    expect(await codes()).toEqual([])
    await archive.close()
    const again = await open(home)
    const report = value(await again.verify(() => undefined, never()))
    expect(report.problems.map(item => item.code)).toEqual(['archive.sourceWithoutRecord'])
    expect(again.lastVerified()?.whole).toBe(true)
  })

  test('finds a missing record and a damaged one', async () => {
    const { file, codes } = await setting()
    const good = await readFile(file)
    await writeFile(file, good.subarray(0, 100))
    expect(await codes()).toEqual(['archive.damagedRecord'])
    await rm(file)
    expect(await codes()).toEqual(['archive.sourceWithoutRecord', 'archive.recordMissing'])
  })

  test('finds what the machine read changed behind its back', async () => {
    const { file, codes, record } = await setting()
    const altered = (await readFile(file, 'utf8')).replace('清河区教育委员会', '清河区民政局')
    await writeFile(file, altered)
    expect(await codes()).toEqual(['archive.damagedRecord'])
    // Sealed anew by somebody who knows how: only the journal can tell.
    await writeFile(file, resealed(altered))
    expect(await codes()).toEqual(['archive.recordAltered'])
    expect(recordHash(record)).toBe(recordHash({ ...record, revisions: [] }))
  })

  test('finds a record set back to an earlier state, also when its own chain is whole', async () => {
    const { file, codes, record } = await setting()
    await writeFile(file, sealedJson({ ...record, revisions: record.revisions.slice(0, 1) }).bytes)
    expect(await codes()).toEqual(['archive.revisionDiffers'])
  })

  test('is not talked out of that by opening the archive again', async () => {
    const { home, file, archive, record } = await setting()
    await archive.close()
    await writeFile(file, sealedJson({ ...record, revisions: record.revisions.slice(0, 1) }).bytes)
    const again = await open(home)
    const report = value(await again.verify(() => undefined, never()))
    expect(report.problems.map(item => item.code)).toEqual(['archive.revisionDiffers'])
  })

  test('finds a journal whose end was cut off: records know more than it', async () => {
    const { home, archive } = await setting()
    await archive.close()
    const path = join(home, 'log', `${new Date().getUTCFullYear()}.jsonl`)
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
    await writeFile(path, `${lines.slice(0, 1).join('\n')}\n`)
    const again = await open(home)
    const report = value(await again.verify(() => undefined, never()))
    expect(report.problems.map(item => item.code).sort()).toEqual([
      'archive.journalEndDamaged',
      'archive.recordNotInJournal',
      'archive.revisionNotInJournal',
      'archive.revisionNotInJournal',
    ])
  })

  test('that is cancelled says so and writes nothing', async () => {
    const { home, archive } = await setting()
    const before = await contents(home)
    expect(problem(await archive.verify(() => undefined, AbortSignal.abort()))).toBe('archive.verifyCancelled')
    expect(await contents(home)).toEqual(before)
  })

  test('is not disturbed by work that goes on meanwhile', async () => {
    const { folder, archive, record } = await setting()
    let now = record
    let going = true
    const working = (async () => {
      for (let count = 0; going; count++) {
        now = value(await revise(archive, now, 2000 + count))
        await writeFile(join(folder, 'more.txt'), `report ${count}`)
        await ingest(archive, join(folder, 'more.txt'))
      }
    })()
    for (let round = 0; round < 10 || now.revisions.length < 8; round++)
      expect(value(await archive.verify(() => undefined, never())).problems).toEqual([])
    going = false
    await working
  })
})
