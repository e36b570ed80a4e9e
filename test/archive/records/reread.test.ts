import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { absentTable, currentOf } from '../../../src/shared/current/current.ts'
import type { ArchiveRecord, Change, Extraction } from '../../../src/shared/data/record.ts'
import type { Reading } from '../../../src/shared/data/report.ts'
import { ingest, never, open, problem, revise, value } from '../samples.ts'
import { tempFolder } from '../temp.ts'

const number = (given: number): Reading => ({ state: 'number', value: given, raw: String(given) })
const cell = 'proceedings/review/upheld'
const other = 'proceedings/review/corrected'

/** What another version of the readers makes of the source: a year, and two cells of the fourth table. */
function reading(record: ArchiveRecord, reader: string, year: number, upheld: number, corrected: number): Extraction {
  const { report } = record.extraction
  if (!report) throw new Error('the sample has a report')
  const table = absentTable('proceedings', '2021')
  const values: Readonly<Record<string, number>> = { [cell]: upheld, [other]: corrected }
  const cells = table.cells.map(item => {
    const given = values[`proceedings/${item.row}/${item.column}`]
    return given === undefined ? item : { ...item, ...number(given) }
  })
  return { ...record.extraction, reader, report: { ...report, year, tables: [{ ...table, cells }] } }
}

async function setting() {
  const folder = await tempFolder()
  await writeFile(join(folder, 'a.txt'), 'a report')
  const home = join(folder, 'archive')
  const archive = await open(home)
  const record = await ingest(archive, join(folder, 'a.txt'))
  const change = async (on: ArchiveRecord, wanted: Change) =>
    value(
      await archive.revise({
        id: on.id,
        base: on.revisions.length,
        act: 'edit',
        reverses: null,
        why: '',
        change: wanted,
      }),
    )
  return { home, archive, record, change }
}

const shown = (record: ArchiveRecord) =>
  Object.fromEntries(
    (currentOf(record).report.tables[0]?.cells ?? [])
      .filter(item => item.value !== null)
      .map(item => [`proceedings/${item.row}/${item.column}`, item.value]),
  )

describe('a newer reading', () => {
  test('simply takes the place of one that nobody has worked on, and the journal says so', async () => {
    const { home, archive, record } = await setting()
    const { record: next, disagreements } = value(
      await archive.replaceExtraction(record.id, reading(record, 'newer', 2024, 3, 4)),
    )
    expect(disagreements).toEqual([])
    expect(next.earlier).toBeUndefined()
    expect(next.extraction.reader).toBe('newer')
    const [entry] = await archive.entriesAfter(1)
    expect(entry?.event).toMatchObject({ kind: 'reread', record: record.id, before: 'test', after: 'newer' })
    await archive.close()
    const again = await open(home)
    expect(value(await again.record(record.id))).toEqual(next)
    expect(value(await again.verify(() => undefined, never())).problems).toEqual([])
  })

  test('keeps what a person changed, the old reading, and lists where both differ from what was corrected', async () => {
    const { home, archive, record, change } = await setting()
    let now = value(await archive.replaceExtraction(record.id, reading(record, 'one', 2023, 6, 2))).record
    now = await change(now, { kind: 'cell', cell, before: number(6), after: number(8) })
    now = await change(now, { kind: 'cell', cell: other, before: number(2), after: number(5) })
    now = value(await revise(archive, now, 2022))
    const reread = value(await archive.replaceExtraction(record.id, reading(record, 'two', 2023, 9, 5)))
    expect(reread.disagreements).toEqual([
      { kind: 'cell', cell, before: number(6), person: number(8), machine: number(9) },
    ])
    expect(shown(reread.record)).toEqual({ [cell]: 8, [other]: 5 })
    expect(currentOf(reread.record).report.year).toBe(2022)
    expect(currentOf(reread.record).corrected.has(other)).toBe(false)
    expect(reread.record.revisions).toEqual(now.revisions)
    expect(reread.record.earlier).toEqual([{ extraction: now.extraction, revisions: 3 }])
    const third = value(await archive.replaceExtraction(record.id, reading(record, 'three', 2021, 8, 5)))
    expect(third.disagreements).toEqual([{ kind: 'field', field: 'year', before: 2023, person: 2022, machine: 2021 }])
    expect(third.record.earlier?.map(item => item.extraction.reader)).toEqual(['one'])
    value(await revise(archive, third.record, 2020))
    await archive.close()
    expect(value(await (await open(home)).verify(() => undefined, never())).problems).toEqual([])
  })

  test('of an unknown record, and one after closing, are problems', async () => {
    const { archive, record } = await setting()
    const newer = reading(record, 'newer', 2024, 1, 1)
    expect(problem(await archive.replaceExtraction('0'.repeat(16), newer))).toBe('archive.recordUnknown')
    await archive.close()
    expect(problem(await archive.replaceExtraction(record.id, newer))).toBe('archive.closed')
  })
})
