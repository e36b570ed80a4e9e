import { expect, test } from 'vitest'
import { nameAndYear, reportName } from '../../src/shared/facts/recordName.ts'

test('a report is called after its body, else its title, else its file, and never by white space', () => {
  const file = '年报.docx'
  expect(reportName({ organization: '清河区人民政府', title: '年报' }, file)).toBe('清河区人民政府')
  expect(reportName({ organization: ' ', title: '2023 年年报' }, file)).toBe('2023 年年报')
  expect(reportName({ organization: null, title: '' }, file)).toBe(file)
  expect(reportName(null, file)).toBe(file)
})

test('a year follows the name only where it is known', () => {
  expect([nameAndYear('清河区', 2023), nameAndYear('清河区', null)]).toEqual(['清河区 2023', '清河区'])
})
