import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseBySums } from '../../src/main/recognition/chosenBySums.ts'
import { recognise } from '../../src/main/recognition/index.ts'
import { evaluateSums } from '../../src/shared/checks/index.ts'
import type { Block } from '../../src/shared/document.ts'
import { messageText } from '../../src/shared/messages/index.ts'
import { doubtBelow, findCell, type ReportTable } from '../../src/shared/report.ts'
import { agreeingRequests, figures } from '../shared/reports.ts'
import { layTable, toGrid } from './layout.ts'

/** Two readings of one cell: the sums may choose between what is printed, and nothing else. */

const title: Block = { kind: 'paragraph', text: '某某县2023年政府信息公开工作年度报告' }
const table = agreeingRequests('2021', (row, column) => (row.length * 3 + column.length) % 17)
const figureAt = (place: string): number =>
  table.cells.find(cell => `${cell.row}/${cell.column}` === place)?.value ?? Number.NaN

/** The agreeing table with some cells printed otherwise. */
function read(printed: Readonly<Record<string, string>>) {
  const grid = toGrid(layTable('requests', '2021', place => printed[place] ?? String(figureAt(place))))
  const { report, messages } = recognise({ format: 'docx', title: null, blocks: [title, grid], pages: [] }, 'x.docx')
  return { report, chosen: messages.filter(item => item.code === 'recognition.chosenBySums') }
}

describe('digits parted by a blank', () => {
  const place = 'granted/business'
  const key = `requests/${place}` as const

  test('are one figure or two: the one that row and column agree with is taken, and that is said', () => {
    const { report, chosen } = read({ [place]: `${figureAt(place)} 1` })
    expect(findCell(report, key)).toMatchObject({
      state: 'number',
      value: figureAt(place),
      raw: `${figureAt(place)} 1`,
      confidence: 0.9,
    })
    expect(findCell(report, key)?.alternatives.map(item => item.value)).toContain(Number(`${figureAt(place)}1`))
    expect(chosen).toHaveLength(1)
    expect(chosen[0]?.anchor).toEqual(findCell(report, key)?.anchor)
    expect(chosen[0] && messageText(chosen[0], 'zh')).toContain('表三“（一）予以公开”的“商业企业”')
  })

  test('stay as they were read where no reading agrees', () => {
    const { report, chosen } = read({ [place]: '900 1' })
    expect(findCell(report, key)).toMatchObject({ value: 9001 })
    expect(findCell(report, key)?.confidence).toBeLessThan(doubtBelow)
    expect(chosen).toEqual([])
  })

  test('in several cells of one row are decided together', () => {
    const places = ['granted/business', 'granted/research']
    const { report, chosen } = read(Object.fromEntries(places.map(item => [item, `${figureAt(item)} 7`])))
    for (const item of places) expect(findCell(report, `requests/${item}` as typeof key)?.value).toBe(figureAt(item))
    expect(chosen).toHaveLength(2)
  })
})

test('a sum that fails changes no cell that has only one reading', () => {
  const { report, chosen } = read({ 'granted/business': '999' })
  expect(findCell(report, 'requests/granted/business')).toMatchObject({ value: 999, confidence: 0.99 })
  expect(chosen).toEqual([])
})

/** A table in which some cells are doubtful and could be another number. */
const doubted = fc
  .record({
    figure: figures,
    wrong: fc.uniqueArray(fc.nat({ max: 174 }), { maxLength: 6 }),
    other: fc.nat({ max: 99 }),
  })
  .map(({ figure, wrong, other }) => {
    const truth = agreeingRequests('2021', figure)
    const cells = truth.cells.map((cell, at) => {
      if (!wrong.includes(at)) return cell
      const alternatives = [{ value: cell.value ?? 0, confidence: 0.4 }]
      return { ...cell, value: (cell.value ?? 0) + other + 1, raw: '?', confidence: 0.6, alternatives }
    })
    return { truth, table: { ...truth, cells } satisfies ReportTable }
  })

test('whatever is doubtful: only readings that were possible are taken, only where all their sums hold then', () => {
  fc.assert(
    fc.property(doubted, ({ truth, table: given }) => {
      const { table: chosen, messages } = chooseBySums(given, new Map())
      chosen.cells.forEach((cell, at) => {
        const before = given.cells[at]
        const possible = [before?.value, ...(before?.alternatives.map(item => item.value) ?? [])]
        expect(possible).toContain(cell.value)
        if (cell === before) return
        expect(cell.confidence).toBeLessThanOrEqual(doubtBelow)
        // Only one of its two readings is true, and the sums know it.
        expect(cell.value).toBe(truth.cells[at]?.value)
      })
      const changed = chosen.cells.filter((cell, at) => cell !== given.cells[at])
      expect(messages).toHaveLength(changed.length)
      const failed = evaluateSums(chosen).filter(sum => !sum.agrees)
      for (const cell of changed)
        expect(failed.some(sum => [...sum.total, ...sum.parts].includes(`requests/${cell.row}/${cell.column}`))).toBe(
          false,
        )
    }),
    { numRuns: 60 },
  )
})

test('more ways than can be tried leave everything as it is', () => {
  const cells = table.cells.map(cell => ({
    ...cell,
    confidence: 0.5,
    alternatives: [{ value: 1_000, confidence: 0.4 }],
  }))
  const given = { ...table, cells }
  expect(chooseBySums(given, new Map())).toEqual({ table: given, messages: [] })
})
