import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Archive } from '../../src/main/archive/model.ts'
import type { ArchiveRecord, RecordId, RecordStatus } from '../../src/shared/data/record.ts'
import { killHolder } from '../archive/holders.ts'
import { never, recordOf } from '../archive/samples.ts'
import { type Open, openKept } from './kept.ts'
import { tempFolder, value } from './support.ts'

/** Adds a report of a body and year. */
async function add({ archive, keeper }: Open, place: string, body: string, year: number): Promise<ArchiveRecord> {
  const path = join(place, `${body}${year}.txt`)
  await writeFile(path, `${body} ${year}`)
  const record = recordOf(value(await archive.keepSource(path, never())), `${body}${year}.txt`)
  const { report } = record.extraction
  if (!report) throw new Error('a report that was read')
  const read = { ...record.extraction, report: { ...report, organization: body, year } }
  return value(await keeper.follow(() => archive.addRecord({ ...record, extraction: read }, 'archived')))
}

/** A change of the status on top of `base` others. */
const marked = (id: RecordId, base: number, after: 'reviewing' | 'reviewed') => ({
  ...({ id, base, act: 'edit', reverses: null, why: '' } as const),
  change: { kind: 'status', before: 'pending', after } as const,
})

const mark = ({ archive, keeper }: Open, { id }: ArchiveRecord, base: number, after: 'reviewing' | 'reviewed') =>
  keeper.follow(() => archive.revise(marked(id, base, after)))

const statusOf = ({ keeper }: Open, { id }: ArchiveRecord): RecordStatus | null =>
  value(keeper.ask(index => index.row(id)?.status ?? null))

/** An archive of two reports of one body, 2022 and 2023, and the first reading of the older one held up once it is armed. */
async function heldUp() {
  const place = await tempFolder()
  const folder = join(place, 'archive')
  const [reached, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const filled = await openKept(folder)
  const before = await add(filled, place, '清河区教育委员会', 2022)
  const after = await add(filled, place, '清河区教育委员会', 2023)
  // Opened anew: reports that were just written are remembered, and nothing would be read.
  await filled.close()
  let armed: string | null = null
  const seen = (archive: Archive): Archive => ({
    ...archive,
    record: async id => {
      if (id === armed) {
        armed = null
        reached.resolve()
        await goOn.promise
      }
      return await archive.record(id)
    },
  })
  const open = await openKept(folder, { seen })
  return {
    ...{ place, folder, open, after },
    /** Does this up to where it asks for the report of the year before. */
    upToLookUp: async <T>(work: () => Promise<T>): Promise<{ end: Promise<T> }> => {
      armed = before.id
      const end = work()
      await reached.promise
      return { end }
    },
    goOn: goOn.resolve,
  }
}

describe('the index that is kept in step', () => {
  it('is made anew when records and journal were set back to an older copy beside it', async () => {
    const place = await tempFolder()
    const [folder, copy] = [join(place, 'archive'), join(place, 'copy')]
    const first = await openKept(folder)
    const one = await add(first, place, '清河区教育委员会', 2023)
    const other = await add(first, place, '望溪区教育委员会', 2023)
    await first.close()
    await cp(folder, copy, { recursive: true })
    const second = await openKept(folder)
    value(await mark(second, one, 0, 'reviewed'))
    expect(statusOf(second, one)).toBe('reviewed')
    await second.close()
    for (const part of ['records', 'log']) {
      await rm(join(folder, part), { recursive: true })
      await cp(join(copy, part), join(folder, part), { recursive: true })
    }
    const third = await openKept(folder)
    expect([statusOf(third, one), statusOf(third, other)]).toEqual(['pending', 'pending'])
    // And it counts from there on: what is written next is not taken for indexed already.
    value(await third.archive.revise(marked(other.id, 0, 'reviewing')))
    await third.close()
    expect(statusOf(await openKept(folder), other)).toBe('reviewing')
  })

  it('shows the second of two writes of one record when the first is held up on its way', async () => {
    const { open, after, upToLookUp, goOn } = await heldUp()
    const first = await upToLookUp(() => mark(open, after, 0, 'reviewing'))
    value(await mark(open, after, 1, 'reviewed'))
    goOn()
    value(await first.end)
    expect(statusOf(open, after)).toBe('reviewed')
  })

  it('indexes both of two writes at once when the process is killed before the first of them was', async () => {
    const { place, folder, open, after, upToLookUp, goOn } = await heldUp()
    const first = await upToLookUp(() => mark(open, after, 0, 'reviewed'))
    const other = await add(open, place, '望溪区教育委员会', 2023)
    const left = join(place, 'left')
    await cp(folder, left, { recursive: true })
    await killHolder(left)
    goOn()
    value(await first.end)
    const again = await openKept(left)
    expect([statusOf(again, after), statusOf(again, other)]).toEqual(['reviewed', 'pending'])
  })
})
