import { expect, it } from 'vitest'
import { chosenOver } from '../../../src/renderer/review/state/chosen.ts'
import { editions, formCells } from '../../../src/shared/form/index.ts'
import { message } from '../../../src/shared/messages/index.ts'
import { table } from './records.ts'

it('the bar over a cell knows what its reading was preferred to, at that cell and no other', () => {
  const params = {
    table: '三',
    row: '一、本年新收政府信息公开申请数量',
    column: '自然人',
    value: '12',
    others: '1 / 2',
  }
  const messages = [message('recognition.chosenBySums', params)]
  const tables = [table('requests')]
  expect(chosenOver(messages, tables, 'requests/newRequests/individual')).toBe('1 / 2')
  expect(chosenOver(messages, tables, 'requests/newRequests/business')).toBeNull()
  expect(chosenOver(messages, tables, 'requests/carriedOver/individual')).toBeNull()
  expect(chosenOver([], tables, 'requests/newRequests/individual')).toBeNull()
  expect(chosenOver(messages, [], 'requests/newRequests/individual')).toBe('1 / 2')
  // The same row and column of another table, or of none, are other cells.
  expect(chosenOver(messages, tables, 'requests/nothing/individual')).toBeNull()
  expect(chosenOver(messages, tables, 'requests/newRequests/nothing')).toBeNull()
  expect(
    chosenOver(
      [message('recognition.chosenBySums', { ...params, table: '四' })],
      tables,
      'requests/newRequests/individual',
    ),
  ).toBeNull()
  expect(chosenOver([{ ...message('window.noAnswer'), params }], tables, 'requests/newRequests/individual')).toBeNull()
  const { others: _, ...without } = params
  expect(
    chosenOver(
      [{ ...message('recognition.chosenBySums', params), params: without }],
      tables,
      'requests/newRequests/individual',
    ),
  ).toBe('')
})

it("is asked in the edition of the cell's own table, and of every table", () => {
  const about = (table: string, row: string, column: string) => [
    message('recognition.chosenBySums', { table, row, column, value: '1', others: '7' }),
  ]
  for (const [key, numeral] of [
    ['disclosure', '二'],
    ['requests', '三'],
    ['proceedings', '四'],
  ] as const) {
    for (const edition of editions) {
      for (const { key: cell, row, column } of formCells(key, edition)) {
        const tables = [{ ...table(key === 'requests' ? 'disclosure' : 'requests') }, { ...table(key), edition }]
        expect([cell, chosenOver(about(numeral, row.label, column.label), tables, cell)]).toEqual([cell, '7'])
      }
    }
  }
})
