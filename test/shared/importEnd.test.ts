import { expect, test } from 'vitest'
import { hasEnded, importEnd, isNewRecord, listedForReview } from '../../src/shared/facts/importEnd.ts'
import { message } from '../../src/shared/messages/index.ts'
import { agreeingReport } from './reports.ts'

const report = agreeingReport('2021', () => 1)
const told = message('bag.recordRestored', { bag: '移交', revisions: 1 })
const warning = message('recognition.tableMissing', { table: '二' })

test('an import ends as failed without a report, with a warning where one is to be known, else as archived', () => {
  expect(importEnd({ report: null, messages: [] })).toBe('failed')
  expect(importEnd({ report, messages: [told] })).toBe('archived')
  expect(importEnd({ report, messages: [told, warning] })).toBe('warned')
})

test('being listed for review is a fact of its own beside how a new record ended', () => {
  expect(listedForReview({ state: 'archived', errors: 2 })).toBe(true)
  expect(listedForReview({ state: 'warned', errors: 0 })).toBe(false)
  expect(listedForReview({ state: 'duplicate', errors: 2 })).toBe(false)
  expect([isNewRecord('failed'), isNewRecord('cancelled'), hasEnded('cancelled'), hasEnded('working')]).toEqual([
    ...[true, false, true, false],
  ])
})
