/**
 * `node test/bench/cases.ts [FOLDER]`: small inputs that failed once, each with the right answer beside it (`../shared/cases`, where that folder lies
 * beside the project). Prints each with what is wrong, and ends with 1 where anything is.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { readBytes } from '../../src/main/ingest/readBytes.ts'
import { checkReport } from '../../src/shared/checks/index.ts'
import { doubtBelow, type Report } from '../../src/shared/data/report.ts'
import { cellKey, formCells, formTable } from '../../src/shared/form/index.ts'
import { messageText } from '../../src/shared/messages/index.ts'

export const casesFolder = resolve(import.meta.dirname, '../../../shared/cases')

type Figures = Readonly<Record<string, number | null | Readonly<Record<string, number | null>>>>
type Case = {
  readonly title?: string
  readonly org?: string
  readonly year?: number
  readonly kind?: string
  readonly form?: string
  readonly region?: string | null
  readonly publishedOn?: string
  readonly mustDoubt?: string | readonly string[]
  readonly mustNotBe?: Readonly<Record<string, number>>
  readonly expectMessage?: string
  readonly zeroPrintedAs?: 'blank'
  readonly table2?: Figures
  readonly table3?: { readonly rows: readonly (readonly (number | null)[])[] }
  readonly table4?: Readonly<Record<string, readonly (number | null)[]>>
}

/** What is printed, by cell key; null: nothing is. */
function truthOf({ table2, table3, table4, zeroPrintedAs }: Case): ReadonlyMap<string, number | null> {
  const shown = (value: number | null | undefined) =>
    value === 0 && zeroPrintedAs === 'blank' ? null : (value ?? null)
  const inOrder = (table: 'disclosure' | 'proceedings', values: readonly (number | null)[]) =>
    formCells(table, '2021').map((cell, at) => [cell.key, shown(values[at])] as const)
  const flat = Object.values(table2 ?? {}).flatMap(value =>
    typeof value === 'object' && value !== null ? Object.values(value) : [value],
  )
  const rows = formTable('requests', '2021').rows.flatMap((row, at) =>
    row.columns.map(
      (column, across) => [`requests/${row.key}/${column.key}`, shown(table3?.rows[at]?.[across])] as const,
    ),
  )
  return new Map<string, number | null>([
    ...(table2 ? inOrder('disclosure', flat) : []),
    ...(table3 ? rows : []),
    ...(table4 ? inOrder('proceedings', Object.values(table4).flat()) : []),
  ])
}

const wanted = (mustDoubt: Case['mustDoubt'], key: string): boolean =>
  mustDoubt === 'all' ||
  (typeof mustDoubt === 'string' ? key.startsWith(`${mustDoubt}/`) : (mustDoubt?.includes(key) ?? false))

function cellFaults(given: Case, report: Report): readonly string[] {
  const truth = truthOf(given)
  const named = new Set(checkReport(report).flatMap(finding => finding.cells))
  const faults: string[] = []
  const missing = new Set([...truth].flatMap(([key, value]) => (value === null ? [] : [key])))
  for (const table of report.tables)
    for (const cell of table.cells) {
      const key = cellKey(table.key, cell.row, cell.column)
      const sure = cell.confidence >= doubtBelow && !named.has(key)
      const printed = truth.get(key)
      if (cell.state !== 'absent') missing.delete(key)
      if (printed !== undefined && cell.state !== 'absent' && sure && cell.value !== printed)
        faults.push(`${key}: printed ${printed}, read ${cell.state} ${cell.value} and sure`)
      if (wanted(given.mustDoubt, key) && sure && cell.state !== 'absent') faults.push(`${key}: must be doubted`)
      if (given.mustNotBe?.[key] === cell.value && sure) faults.push(`${key}: must not be ${cell.value}`)
    }
  return [
    ...faults,
    ...(missing.size > 0 ? [`absent though printed: ${[...missing].slice(0, 5)} … ${missing.size}`] : []),
  ]
}

/** What is wrong with the reading of one case; empty where it holds. `due` has to be said in substance, which a person compares with `said`. */
export async function faultsOf(
  path: string,
): Promise<{ readonly faults: readonly string[]; readonly due: string; readonly said: string }> {
  const given: Case = JSON.parse(readFileSync(`${path.slice(0, -extname(path).length)}.json`, 'utf8'))
  const { report, messages } = await readBytes(new Uint8Array(readFileSync(path)), basename(path), () => {})
  const said = messages.map(item => messageText(item, 'zh', 'inPlace')).join(' ')
  const spoken = { due: given.expectMessage ?? '', said }
  if (!report) return { faults: ['not read'], ...spoken }
  const unsure = new Set<string>(report.unsure)
  const facts: readonly (readonly [string, unknown, unknown])[] = [
    ['year', given.year, report.year],
    ['organization', given.org, report.organization],
    ['title', given.title, report.title],
    ['kind', given.kind, report.kind],
    ['form', given.form, report.form ?? 'official'],
    ['region', given.region, report.region?.code ?? null],
    ['publishedOn', given.publishedOn, report.publishedOn],
  ]
  const wrongFacts = facts.flatMap(([name, due, read]) =>
    due === undefined || due === read || unsure.has(name) ? [] : [`${name}: ${due}, read ${read} and sure`],
  )
  return { faults: [...cellFaults(given, report), ...wrongFacts], ...spoken }
}

/** The cases that lie in a folder. */
export function casesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => !/\.(json|md)$/.test(name))
    .sort()
    .map(name => join(folder, name))
}

if (import.meta.main) {
  for (const path of casesIn(process.argv[2] ?? casesFolder)) {
    const { faults, due, said } = await faultsOf(path)
    console.log(`${faults.length === 0 ? 'holds ' : 'FAILS '} ${basename(path)}`)
    for (const fault of faults.slice(0, 6)) console.log(`         ${fault}`)
    if (due) console.log(`         due:  ${due}\n         said: ${said || 'nothing'}`)
    if (faults.length > 6) console.log(`         … ${faults.length}`)
    if (faults.length > 0) process.exitCode = 1
  }
}
