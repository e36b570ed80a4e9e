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

it('finds the year before under another way of writing the name, or under the one other name the body has', async () => {
  const folder = join(await tempFolder(), 'archive')
  const app = await services({ folder })
  const text = await readFile(page, 'utf8')
  const write = (name: string, body: string, year: number) =>
    file(
      name,
      text
        .replaceAll('云岭市桐坞县人民政府', body)
        .replaceAll(/(?<!市)桐坞县人民政府(?!办)/g, body)
        .replaceAll('2023', String(year)),
    )
  const previous = async (id: string | null | undefined) =>
    value(await app.api['record.open']({ id: id ?? '' })).previous?.organization ?? null

  const office = (await imported(app, await write('a.html', '桐坞县人民政府办公室', 2023))).at(-1)
  expect(await previous(office?.record)).toBeNull()
  const alone = await warningsOf(app, 2023)
  // Imported later, under the government's name: nobody else can be meant.
  const government = (await imported(app, await write('b.html', '桐坞县人民政府', 2022))).at(-1)
  expect(await previous(office?.record)).toBe('桐坞县人民政府')
  expect(await warningsOf(app, 2023)).not.toBe(alone)
  expect(await previous(government?.record)).toBeNull()

  // Once the government has a report of its own for 2023, that of 2022 is its year before and not the office's.
  const own = (await imported(app, await write('c.html', '云岭市桐坞县人民政府', 2023))).at(-1)
  expect(await previous(own?.record)).toBe('桐坞县人民政府')
  expect(await previous(office?.record)).toBeNull()
  const exact = (await imported(app, await write('d.html', '桐坞县', 2023))).at(-1)
  expect(await previous(exact?.record)).toBe('桐坞县人民政府')
  expect(await previous(own?.record)).toBeNull()
  await app.rebuild()
  expect(await previous(exact?.record)).toBe('桐坞县人民政府')
  expect(await previous(office?.record)).toBeNull()
})
