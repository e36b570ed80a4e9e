import { describe, expect, test } from 'vitest'
import { changeOf, type Equivalent, judge, onOneLine, scoreOf, type Tried } from './judge.ts'

const mutant = (change: string, outcome: Tried['outcome'], line = 'if (a === 1) return', file = 'src/a.ts'): Tried => ({
  file,
  lineNumber: 1,
  line,
  change,
  outcome,
})
const named = (change: string, rest: Partial<Equivalent> = {}): Equivalent => ({
  file: 'src/a.ts',
  change,
  reason: 'both say the same',
  ...rest,
})

describe('what the mutants of a room come to', () => {
  test('is the share that a test noticed of all that were tried', () => {
    const judgement = judge(
      [mutant('a', 'noticed'), mutant('b', 'lived'), mutant('c', 'notCovered'), mutant('d', 'notTried')],
      [],
    )
    expect(judgement).toMatchObject({ noticed: 1, all: 3, equivalent: 0 })
    expect(judgement.survivors.map(item => item.change)).toEqual(['b', 'c'])
    expect(scoreOf(judgement)).toBeCloseTo(1 / 3)
  })

  test('does not count what is named as equivalent, neither as noticed nor as lived', () => {
    const judgement = judge([mutant('a', 'noticed'), mutant('b', 'lived')], [named('b')])
    expect(judgement).toEqual({ noticed: 1, all: 1, equivalent: 1, survivors: [], wronglyNamed: [] })
  })

  test('takes a name for its own file and line only', () => {
    const elsewhere = [mutant('b', 'lived', 'else return'), mutant('b', 'lived', 'if (a === 1) return', 'src/b.ts')]
    const judgement = judge([mutant('b', 'lived'), ...elsewhere], [named('b', { line: 'if (a === 1) return' })])
    expect(judgement.survivors).toEqual(elsewhere)
  })

  test('tells of a name that a test notices after all, and of one that fits nothing any more', () => {
    const names = [named('a'), named('gone')]
    expect(judge([mutant('a', 'noticed'), mutant('b', 'notTried')], names).wronglyNamed).toEqual(names)
    expect(judge([mutant('a', 'notTried')], [named('a')]).wronglyNamed).toEqual([])
  })

  test('is whole where there was nothing to try', () => {
    expect(scoreOf(judge([], []))).toBe(1)
  })
})

describe('a change', () => {
  test('is named on one line, however it is laid out in the source', () => {
    expect(onOneLine('  a\n    ? b\n  : c ')).toBe('a ? b : c')
    expect(changeOf('a\n  === 1', 'a !== 1')).toBe('a === 1 → a !== 1')
  })

  test('of a long text is shown where it is, with a little around it', () => {
    const [left, right] = ['l'.repeat(90), 'r'.repeat(90)]
    const shown = (text: string) => `…${'l'.repeat(24)}${text}${'r'.repeat(24)}…`
    expect(changeOf(`${left}12${right}`, `${left}3${right}`)).toBe(`${shown('12')} → ${shown('3')}`)
    expect(changeOf(`${left}${right}`, '')).toBe(`${left}${right} → `)
    expect(changeOf(`${left}aa${right}`, `${left}a${right}`)).toBe(
      `${shown('aa').replace('l', '')} → ${shown('a').replace('l', '')}`,
    )
  })
})
