import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recognise } from '../../src/main/recognition/index.ts'
import type { Block } from '../../src/shared/data/document.ts'
import { type Cell, doubtBelow, type Reading } from '../../src/shared/data/report.ts'
import { type Edition, editions, formCells, type TableKey, tableKeys } from '../../src/shared/form/index.ts'
import { anyDamage, anyHarm, type NamedDamage } from './damage.ts'
import { type LaidTable, layTable, toGrid } from './layout.ts'

/** A printed cell and what it must be read as. */
type Printed = { readonly text: string; readonly reading: Reading }

const printed: fc.Arbitrary<Printed> = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 3000 }).map(value => number(String(value), value)) },
  { weight: 3, arbitrary: fc.constant(number('0', 0)) },
  { weight: 1, arbitrary: fc.constant(number('1,234', 1234)) },
  { weight: 1, arbitrary: fc.constant(number('12.50', 12.5)) },
  { weight: 1, arbitrary: fc.constantFrom('/', '—', '——', '-').map(text => other('dash', text)) },
  { weight: 1, arbitrary: fc.constant(other('blank', '')) },
  { weight: 1, arbitrary: fc.constant(other('text', '55（含转办）')) },
)

function number(text: string, value: number): Printed {
  return { text, reading: { state: 'number', value, raw: text } }
}
function other(state: 'dash' | 'blank' | 'text', text: string): Printed {
  return { text, reading: { state, value: null, raw: text } }
}

const anyTable = fc.record({
  key: fc.constantFrom<TableKey>(...tableKeys),
  edition: fc.constantFrom<Edition>(...editions),
  texts: fc.array(printed, { minLength: 175, maxLength: 175 }),
  damages: fc.uniqueArray(anyDamage, { maxLength: 3, selector: damage => damage.name.split(' ')[0] }),
})

function lay(key: TableKey, edition: Edition, texts: readonly Printed[]) {
  const cells = formCells(key, edition)
  const expected = new Map(
    cells.map(({ row, column }, at) => [`${row.key}/${column.key}`, texts[at] ?? number('0', 0)]),
  )
  return { expected, table: layTable(key, edition, place => expected.get(place)?.text ?? '') }
}

function damaged(table: LaidTable, damages: readonly NamedDamage[]): readonly LaidTable[] {
  return damages.reduce<readonly LaidTable[]>(
    (parts, damage) => parts.flatMap(part => (part.rows > 1 ? damage.apply(part) : [part])),
    [table],
  )
}

function read(parts: readonly LaidTable[], key: TableKey, edition: Edition): readonly Cell[] {
  const title: Block = {
    kind: 'paragraph',
    text: `某某县${edition === '2021' ? 2023 : 2019}年政府信息公开工作年度报告`,
  }
  const document = { format: 'docx', title: null, blocks: [title, ...parts.map(toGrid)], pages: [] } as const
  const { report } = recognise(document, 'x.docx')
  return report.tables.find(item => item.key === key)?.cells ?? []
}

const right = (cell: Cell, want: Printed | undefined): boolean =>
  want !== undefined && cell.state === want.reading.state && cell.value === want.reading.value

test('an official table of either edition as printed is read to the last cell, without doubt about any number', () => {
  fc.assert(
    fc.property(anyTable, ({ key, edition, texts }) => {
      const { expected, table } = lay(key, edition, texts)
      const cells = read([table], key, edition)
      expect(cells).toHaveLength(expected.size)
      for (const cell of cells) {
        const want = expected.get(`${cell.row}/${cell.column}`)
        expect({ state: cell.state, value: cell.value, raw: cell.raw }).toEqual(want?.reading)
        if (cell.state !== 'text') expect(cell.confidence).toBe(0.99)
      }
    }),
    { numRuns: 30 },
  )
})

test('whatever harmless change a table has undergone, no cell is wrong without being doubtful', () => {
  fc.assert(
    fc.property(anyTable, ({ key, edition, texts, damages }) => {
      const { expected, table } = lay(key, edition, texts)
      for (const cell of read(damaged(table, damages), key, edition)) {
        const want = expected.get(`${cell.row}/${cell.column}`)
        if (!right(cell, want) && cell.state !== 'absent') expect(cell.confidence).toBeLessThan(doubtBelow)
        if (cell.state === 'absent') expect(cell.confidence).toBeLessThan(doubtBelow)
      }
    }),
    { numRuns: 150 },
  )
})

test('whatever is lost or out of place, no cell is wrong without being doubtful', () => {
  const harmed = fc.tuple(anyTable, anyHarm, fc.boolean())
  fc.assert(
    fc.property(harmed, ([{ key, edition, texts, damages }, harm, mild]) => {
      const { expected, table } = lay(key, edition, texts)
      // An empty column fills the gap that a lost cell leaves, and a table that lost its slots does not show what changed
      // places: then not even a person could know.
      const more = damages.filter(damage => !/^(?:an empty|packed)/.test(damage.name)).slice(0, 1)
      const parts = damaged(table, mild ? [harm] : [harm, ...more])
      const left = new Set(parts.flatMap(part => part.cells.flatMap(cell => cell.key ?? [])))
      for (const cell of read(parts, key, edition)) {
        const place = `${cell.row}/${cell.column}`
        const want = left.has(place) ? expected.get(place) : undefined
        if (!right(cell, want) && cell.state !== 'absent')
          expect(cell, `${harm.name}: ${place}, printed ${want?.text}`).toMatchObject({
            confidence: expect.toSatisfy((value: number) => value < doubtBelow),
          })
      }
    }),
    { numRuns: 150 },
  )
})

test.each(['spaces', 'line', 'one', 'other', 'no', 'wide', 'blanks', 'heads', 'labels', 'an', 'packed', 'cut'])(
  'after “%s …” alone every cell is still read',
  kind => {
    const only = anyTable.chain(table =>
      anyDamage.filter(damage => damage.name.startsWith(`${kind} `)).map(damage => ({ ...table, damages: [damage] })),
    )
    fc.assert(
      fc.property(only, ({ key, edition, texts, damages }) => {
        const { expected, table } = lay(key, edition, texts)
        const cells = read(damaged(table, damages), key, edition)
        expect(cells).toHaveLength(expected.size)
        expect(cells.filter(cell => !right(cell, expected.get(`${cell.row}/${cell.column}`)))).toEqual([])
      }),
      { numRuns: 15 },
    )
  },
)
