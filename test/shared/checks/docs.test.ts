import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ruleCodes } from '../../../src/shared/checks/index.ts'

it('docs/checks.md lists every rule once, in order, and no other', () => {
  const text = readFileSync(new URL('../../../docs/checks.md', import.meta.url), 'utf8')
  const listed = [...text.matchAll(/^\| ([A-Z]\d+) \|/gm)].map(found => found[1])
  expect(listed).toEqual([...ruleCodes])
})
