import { expect, it } from 'vitest'
import { chosenOver } from '../../../src/renderer/review/state/chosen.ts'
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
})
