import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { extractSchema } from '../shared/extractSchema.ts'
import { kaijuan, root } from './support.ts'

/** Our own reports, and real ones where they are present. */
const folders = ['test/fixtures/reports', '../shared/reports'].map(name => join(root, name)).filter(existsSync)
const endings = ['docx', 'doc', 'pdf', 'html', 'txt']

type Figures = readonly (number | null)[]

/** Every figure in printed order. Our own reports name their cells; the real ones list tables, rows and groups. */
function figuresOf(expected: Record<string, unknown>): Figures {
  const flat = (item: unknown): Figures => {
    if (typeof item === 'number' || item === null) return [item]
    if (typeof item !== 'object') return []
    if ('state' in item && 'value' in item) return flat(item.value)
    return Object.values(item).flatMap(flat)
  }
  const { cells, table2, table3, table4 } = expected
  return flat(cells ?? [table2, table3, table4])
}

it.each(folders)('extract gives every figure of the reports in %s, in each of the five formats', async folder => {
  const names = readdirSync(folder).flatMap(name => /^(.*)\.expected\.json$/.exec(name)?.[1] ?? [])
  const files = names.flatMap(name =>
    endings.map(ending => ({ name, path: join(folder, `${name}.${ending}`) })).filter(({ path }) => existsSync(path)),
  )
  expect(files.length).toBeGreaterThan(0)
  const { out } = await kaijuan('extract', '--json', ...files.map(file => file.path))
  for (const [index, { name, path }] of files.entries()) {
    const expected = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8'))
    const read = extractSchema.parse(JSON.parse(out[index] ?? ''))
    const figures = (read.report?.tables ?? []).flatMap(table => table.cells.map(cell => cell.value))
    expect(figures).toHaveLength(200)
    expect([path, read.status, read.report?.year, figures]).toEqual([path, 'ok', expected.year, figuresOf(expected)])
  }
})
