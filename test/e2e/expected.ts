import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CellKey, formCells, formTable, tableKeys } from '../../src/shared/form/index.ts'

const project = join(import.meta.dirname, '../..')
const formats = ['docx', 'doc', 'pdf', 'html', 'txt']

/** One report that lies in five formats with the numbers it prints. */
export type ExpectedReport = {
  readonly files: readonly string[]
  /** Null where the report names no organization. */
  readonly organization: string | null
  readonly year: number
  /** Null: blank or a dash is printed. */
  readonly cells: ReadonlyMap<CellKey, number | null>
}

type Own = { organization: string; year: number; cells: Record<CellKey, { value: number | null }> }

/** Our own report in five formats, committed with the project. */
export function ownReport(): ExpectedReport {
  const name = join(project, 'test/fixtures/reports/桐坞县人民政府2023')
  const own = JSON.parse(readFileSync(`${name}.expected.json`, 'utf8')) as Own
  const keys = tableKeys.flatMap(key => formCells(key, '2021').map(cell => cell.key))
  return {
    files: formats.map(format => `${name}.${format}`),
    organization: own.organization,
    year: own.year,
    cells: new Map(keys.map(key => [key, own.cells[key]?.value ?? null])),
  }
}

type Real = {
  org: string | null
  year: number
  table2: Record<string, number | null | Record<string, number | null>>
  table3: { rows: (number | null)[][] }
  table4: Record<string, (number | null)[]>
}

function realCells(real: Real): Map<CellKey, number | null> {
  const requests = formTable('requests', '2021').rows.flatMap((row, at) =>
    row.columns.map(
      (column, across) => [`requests/${row.key}/${column.key}`, real.table3.rows[at]?.[across] ?? null] as const,
    ),
  )
  const disclosure = Object.values(real.table2).flatMap(value =>
    typeof value === 'object' && value !== null ? Object.values(value) : [value],
  )
  const proceedings = Object.values(real.table4).flat()
  const inOrder = (table: 'disclosure' | 'proceedings', values: readonly (number | null)[]) =>
    formCells(table, '2021').map((cell, at) => [cell.key, values[at] ?? null] as const)
  return new Map([...requests, ...inOrder('disclosure', disclosure), ...inOrder('proceedings', proceedings)])
}

/** The real reports of the neighbouring folder `../shared/reports`; none where there is no such folder. */
export function realReports(): readonly ExpectedReport[] {
  const folder = join(project, '../shared/reports')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.endsWith('.expected.json'))
    .map(name => {
      const real = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Real
      const stem = join(folder, name.slice(0, -'.expected.json'.length))
      return {
        files: formats.map(format => `${stem}.${format}`),
        organization: real.org,
        year: real.year,
        cells: realCells(real),
      }
    })
}
