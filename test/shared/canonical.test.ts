import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../src/shared/canonical.ts'

/** The definition, slow and plain: members sorted, then JSON. */
function defined(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(item => defined(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).filter(([, item]) => item !== undefined)
  members.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, item]) => `${JSON.stringify(name)}:${defined(item)}`).join(',')}}`
}

describe('Canonical JSON', () => {
  it('sorts members by UTF-16 code unit, numbers among them, and leaves undefined ones out', () => {
    expect(canonicalJson({ b: 1, a: undefined, '9': 2, '10': 3, 页: [undefined, null, '“'] })).toBe(
      '{"10":3,"9":2,"b":1,"页":[null,null,"“"]}',
    )
  })

  it('writes nothing between brackets where nothing is', () => {
    expect([{}, [], [[]], { a: {} }].map(canonicalJson)).toEqual(['{}', '[]', '[[]]', '{"a":{}}'])
  })

  it('is what its definition says, for any JSON value', () => {
    fc.assert(fc.property(fc.jsonValue(), value => canonicalJson(value) === defined(value)))
  })
})
