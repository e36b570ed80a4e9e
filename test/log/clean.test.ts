import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Clean, clean } from '../../src/main/log/clean.ts'
import { framesOf, thrown } from '../../src/main/log/entries.ts'

/** All texts in a value, its members' names too. */
function texts(value: Clean): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [...(Array.isArray(value) ? [] : [key]), ...texts(item)])
}

describe('what may stand in log and diagnosis', () => {
  it('is codes, ids, versions and times as they are', () => {
    const entry = {
      kind: 'imported',
      record: '0123456789abcdef',
      codes: ['ingest.sourceMended', 'read.crashed'],
      version: '0.1.0+3f2a',
      at: '2026-11-30T03:17:59.000Z',
      archive: '3b241101-e2bb-4255-8caf-4136c566a962',
      ms: 12,
      whole: true,
      none: null,
    }
    expect(clean(entry)).toEqual(entry)
  })

  it.each([
    '云岭市清河区人民政府',
    '陆知远',
    'Lu Zhiyuan',
    'lu@example.invalid',
    '/home/lu/reports/2023.docx',
    'C:\\Users\\lu',
    'report of 2023',
    'a'.repeat(81),
    '',
    'two\nlines',
  ])('is not %j', text => {
    expect(clean({ code: text })).toEqual({ code: '?' })
    expect(clean([text])).toEqual(['?'])
  })

  it('has no member named by anything but a word', () => {
    expect(clean({ '/home/lu': 1, 陆: 2, code: 3 })).toEqual({ code: 3 })
  })

  it('is never anything else, whatever is given, and stays small', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 12 }), given => {
        const kept = clean(given)
        for (const text of texts(kept)) expect(text).toMatch(/^(?:[A-Za-z0-9_.:+-]{1,80}|\?)$/)
        expect(() => JSON.stringify(kept)).not.toThrow()
      }),
    )
    expect(clean(Array.from({ length: 1000 }, () => 'a'))).toHaveLength(60)
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, number) => [`member${number}`, number]))
    expect(Object.keys(Object(clean(many)))).toHaveLength(60)
    let deep: unknown = 'end'
    for (let depth = 0; depth < 8; depth++) deep = [deep]
    expect(JSON.stringify(clean(deep))).toContain('"end"')
    expect(JSON.stringify(clean([deep]))).not.toContain('"end"')
    expect(clean(Number.NaN)).toBe(null)
    expect(clean(() => 1)).toBe('?')
    const endless: Record<string, unknown> = {}
    endless.self = endless
    expect(JSON.stringify(clean(endless))).toContain('"?"')
  })
})

describe('what is told of an error', () => {
  it('is its class, the system’s code and places in the program, neither its words nor folders', () => {
    const error = Object.assign(new TypeError('清河区人民政府 /home/lu/甲.docx'), { code: 'ENOSPC' })
    error.stack = [
      'TypeError: 清河区人民政府 /home/lu/甲.docx',
      '    at readReport (file:///home/lu/app/out/main/chunks/archive-B3x.js:12:34)',
      '    at async Promise.all (index 0)',
      '    at C:\\Program Files\\Kaijuan\\out\\main\\index.js:5:6',
      '    at node:internal/process/task_queues:105:5',
      '    at Desk (app://kaijuan/assets/index-D1.js:1:99)',
    ].join('\n')
    expect(thrown(error)).toEqual({
      name: 'TypeError',
      code: 'ENOSPC',
      frames: ['archive-B3x.js:12:34', 'index.js:5:6', 'index-D1.js:1:99'],
    })
    // Words that look like a place.
    error.stack = 'TypeError: cannot read\n  lu at secret.js:1:2\nsecret.js:1:2\n    at f (index.js:3:4) of secret'
    expect(thrown(error).frames).toEqual([])
    error.stack = '    at f (one.mjs:1:2)\n    at g (two.cts:3:4)\n    at h (three.tsx:5:6)\n    at i (four.json:7:8)'
    expect(thrown(error).frames).toEqual(['one.mjs:1:2', 'two.cts:3:4', 'three.tsx:5:6'])
    expect(thrown(Object.assign(new Error(''), { code: 5 })).code).toBe(null)
    expect(thrown(new Error('')).code).toBe(null)
    expect(thrown('陆知远')).toEqual({ name: 'string', code: null, frames: [] })
  })

  it('is at most a dozen places', () => {
    const stack = Array.from({ length: 40 }, (_, line) => `    at f (index.js:${line}:1)`).join('\n')
    expect(framesOf(stack)).toHaveLength(12)
    expect(framesOf(undefined)).toEqual([])
  })
})
