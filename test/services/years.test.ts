import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Services } from '../../src/main/services.ts'
import { file, imported, services, tempFolder, value, wholeCatalogue } from './support.ts'

/** Last year's report of the same body: the sample page with another year, and more carried forward than this year carried over. */
const page = new URL('../../assets/samples/桐坞县人民政府2023.html', import.meta.url)

async function reportOf(year: number): Promise<string> {
  const text = await readFile(page, 'utf8')
  return file(`${year}.html`, text.replaceAll('2023', String(year)))
}

const warningsOf = async (app: Services, year: number) => {
  const { rows } = value(await app.api['catalogue.list'](wholeCatalogue))
  return rows.find(row => row.year === year)?.warnings
}
const idOf = (items: readonly { readonly year: number | null; readonly record: string | null }[], year: number) =>
  items.find(item => item.year === year)?.record ?? ''

it('opens a record with the report of the same body of the year before, and counts with it whichever came first', async () => {
  const folder = join(await tempFolder(), 'archive')
  const app = await services({ folder })
  const [this2023] = await imported(app, await reportOf(2023))
  const id = this2023?.record ?? ''
  expect(value(await app.api['record.open']({ id })).previous).toBeNull()
  const alone = await warningsOf(app, 2023)
  const items = await imported(app, await reportOf(2022))
  const before = idOf(items, 2022)
  const opened = value(await app.api['record.open']({ id }))
  expect(opened.previous?.year).toBe(2022)
  expect(opened.previous?.organization).toBe(opened.record.extraction.report?.organization)
  expect(value(await app.api['record.open']({ id: before })).previous).toBeNull()

  const cell = 'requests/carriedForward/individual'
  const counted = await warningsOf(app, 2023)
  const after = { state: 'number', value: 99, raw: '99' } as const
  const change = { kind: 'cell', cell, after } as const
  value(await app.api['record.revise']({ id: before, base: 0, act: 'edit', why: '', change }))
  expect(value(await app.api['record.open']({ id })).previous?.tables.length).toBe(3)
  const corrected = await warningsOf(app, 2023)
  expect(corrected).toBeGreaterThan(alone ?? 0)
  expect(corrected).toBeGreaterThanOrEqual(counted ?? 0)

  value(await app.api['record.undo']({ id: before, base: 1 }))
  expect(await warningsOf(app, 2023)).toBe(counted)
  value(await app.api['record.redo']({ id: before, base: 2 }))
  await app.rebuild()
  expect(await warningsOf(app, 2023)).toBe(corrected)

  const otherYear = { kind: 'field', field: 'year', after: 2019 } as const
  value(await app.api['record.revise']({ id: before, base: 3, act: 'edit', why: '', change: otherYear }))
  expect(value(await app.api['record.open']({ id })).previous).toBeNull()
  expect(await warningsOf(app, 2023)).toBe(alone)
})
