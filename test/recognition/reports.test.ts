import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSource } from '../../src/main/readers/index.ts'
import { recognise } from '../../src/main/recognition/index.ts'
import { checkReport } from '../../src/shared/checks/index.ts'
import { doubtBelow, type Reading } from '../../src/shared/data/report.ts'
import { cellKey, formCells, tableKeys } from '../../src/shared/form/index.ts'

/** Whole files through the real readers: our own reports always, other people's where the folder lies beside the checkout. */

const fixtures = resolve(import.meta.dirname, '../fixtures/reports')
const others = resolve(import.meta.dirname, '../../../shared/reports')

async function read(path: string) {
  const { document, messages } = await readSource(readFileSync(path), path)
  if (!document) throw new Error(`${basename(path)} was not read: ${JSON.stringify(messages)}`)
  return { document, ...recognise(document, basename(path)) }
}

/** Rules about what a report says, beside its cells; N1–N6 have their wrong sentence in one of our own. */
const sayings = /^(?:[TSLP]|Y5|N[789]|N10)/

type OwnReport = {
  readonly title: string
  readonly organization: string
  readonly year: number
  readonly publishedOn: string
  readonly sections: readonly { readonly key: string; readonly heading: string }[]
  readonly cells: Readonly<Record<string, Reading>>
}

type Entry = { readonly file: string }
const expectedOf = (file: string) => join(fixtures, `${basename(file).replace(/\.\w+$/, '')}.expected.json`)
const manifest: readonly Entry[] = JSON.parse(readFileSync(join(fixtures, 'manifest.json'), 'utf8'))

describe('our own reports', () => {
  test.each(manifest.map(entry => entry.file).filter(file => existsSync(expectedOf(file))))(
    '%s says what it was made to say',
    async file => {
      const path = resolve(fixtures, file)
      const expected: OwnReport = JSON.parse(readFileSync(expectedOf(file), 'utf8'))
      const { document, report, messages } = await read(path)
      const cells = report.tables.flatMap(table =>
        table.cells.map(({ row, column, state, value, raw }) => [
          `${table.key}/${row}/${column}`,
          { state, value, raw },
        ]),
      )
      expect(Object.fromEntries(cells)).toEqual(expected.cells)
      expect(report).toMatchObject({
        title: expected.title,
        organization: expected.organization,
        year: expected.year,
        publishedOn: expected.publishedOn,
      })
      expect(report.sections.map(({ key, heading }) => ({ key, heading }))).toEqual(expected.sections)
      expect(messages).toEqual([])
      // In plain text, where cells are only counted, a row whose own sum fails deserves a look.
      const unsure = new Set(
        document.format === 'text'
          ? checkReport(report).flatMap(finding => (/^E[14]/.test(finding.id) ? finding.cells : []))
          : [],
      )
      const doubtful = report.tables.flatMap(table =>
        table.cells.filter(
          cell => cell.confidence < doubtBelow && !unsure.has(cellKey(table.key, cell.row, cell.column)),
        ),
      )
      expect(doubtful).toEqual([])
      // Dates, headings, content and prose are as they should be.
      expect(checkReport(report).filter(finding => sayings.test(finding.rule))).toEqual([])
    },
  )
})

describe('text taken out of a PDF by other programs, labels and heads torn over lines', () => {
  const expected: OwnReport = JSON.parse(readFileSync(join(fixtures, '桐坞县人民政府2023.expected.json'), 'utf8'))

  test.each([
    ['pdf-as-laid-out.txt', 160],
    ['pdf-in-stream-order.txt', 190],
  ])('%s: what is read is right, what is torn is absent', async (file, enough) => {
    const { report } = await read(resolve(fixtures, '../text', file))
    const cells = report.tables.flatMap(table =>
      table.cells.map(cell => ({ key: `${table.key}/${cell.row}/${cell.column}`, ...cell })),
    )
    const there = cells.filter(cell => cell.state !== 'absent')
    expect(there.filter(cell => cell.value !== expected.cells[cell.key]?.value)).toEqual([])
    expect(there.length).toBeGreaterThanOrEqual(enough)
  })
})

type OtherReport = {
  readonly year: number
  readonly org: string | null
  readonly table2: Readonly<Record<string, number | null | Readonly<Record<string, number | null>>>>
  readonly table3: { readonly rows: readonly (readonly (number | null)[])[] }
  readonly table4: Readonly<Record<string, readonly (number | null)[]>>
}

/** The figures in the order of the form. */
function figures(expected: OtherReport): readonly (number | null)[] {
  const first = Object.values(expected.table2).flatMap(item =>
    item !== null && typeof item === 'object' ? Object.values(item) : [item],
  )
  return [...first, ...expected.table3.rows.flat(), ...Object.values(expected.table4).flat()]
}

/** Facts that the folder's own answers do not list, by the beginning of the file's name. */
const otherFacts: Readonly<Record<string, readonly [string, string, readonly string[]]>> = {
  baishiyi: ['重庆市九龙坡区白市驿镇', 'town', []],
  nanan: ['重庆市南岸区', 'government', []],
  nanhu: ['浙江省嘉兴市南湖区', 'office', []],
  pengshui: ['重庆市彭水苗族土家族自治县', 'government', ['region', 'kind']],
  tongnan: ['重庆市潼南区', 'office', ['period']],
}

const otherFiles = existsSync(others)
  ? readdirSync(others).filter(file => /\.(?:docx|doc|pdf|html|txt)$/.test(file))
  : []

if (otherFiles.length > 0)
  describe('reports of others', () => {
    test.each(otherFiles)('%s is read to the last cell', async file => {
      const expected: OtherReport = JSON.parse(
        readFileSync(join(others, `${file.replace(/\.\w+$/, '')}.expected.json`), 'utf8'),
      )
      const { report, messages } = await read(join(others, file))
      expect(messages).toEqual([])
      const values = report.tables.flatMap(table =>
        table.cells.map(cell => (cell.state === 'absent' ? 'absent' : cell.value)),
      )
      expect(values).toEqual(figures(expected))
      expect(values).toHaveLength(tableKeys.flatMap(key => formCells(key, '2021')).length)
      expect(report.year).toBe(expected.year)
      expect(report.organization).toBe(expected.org)
      const facts = otherFacts[file.split('-')[0] ?? '']
      if (facts) expect([report.region?.name, report.kind, report.unsure]).toEqual(facts)
      expect(report.sections).toHaveLength(6)
      const findings = checkReport(report)
      expect(findings.filter(finding => finding.severity === 'error')).toEqual([])
      // Two of them head the fifth part 当前存在的主要问题及下步改进措施.
      const own = /^(?:pengshui|tongnan)/.test(file) ? ['S3:problems'] : []
      expect(findings.flatMap(({ rule, id }) => (sayings.test(rule) ? [id] : []))).toEqual(own)
    })
  })
