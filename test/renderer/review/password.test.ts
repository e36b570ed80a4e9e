import { expect, test } from 'vitest'
import { heldPassword, holdPassword } from '../../../src/renderer/review/source/password.ts'

const one = '0123456789abcdef'
const other = 'fedcba9876543210'

test('a password opens the pages of its own record alone, and is forgotten when another one is looked at', () => {
  holdPassword(one, 'kaijuan')
  expect(heldPassword(one)).toBe('kaijuan')
  expect(heldPassword(other)).toBeNull()
  expect(heldPassword(one)).toBeNull()
})
