import { describe, expect, it } from 'vitest'
import * as state from '../../src/main/keeping/state.ts'

const filling = state.cameFar(state.fillingBegan(state.opened), 2.4, 10)

describe('the keeper of the index', () => {
  it('follows when opened, tells how far a filling is, and follows again when it has ended', () => {
    expect(state.opened).toMatchObject({ kind: 'following', writes: 0 })
    expect(state.far(state.opened)).toBeNull()
    expect(state.far(state.fillingBegan(state.opened))).toBeNull()
    expect(state.far(filling)).toEqual({ done: 2, of: 10 })
    expect(state.fillingEnded(filling)).toEqual(state.opened)
    expect(state.far(state.fillingBegan(state.fillingEnded(filling)))).toBeNull()
  })

  it('takes no news of a filling that is over', () => {
    expect(state.cameFar(state.opened, 1, 2)).toBe(state.opened)
    expect(state.fillingEnded(state.opened)).toBe(state.opened)
  })

  it('notes where the index stands only while nothing else is being written or filled', () => {
    const one = state.writeBegan(state.opened)
    const two = state.writeBegan(one)
    expect([state.opened, one, two].map(now => state.mayNote(now, 0))).toEqual([true, false, false])
    expect([state.opened, one, two].map(now => state.mayNote(now, 1))).toEqual([true, true, false])
    expect(state.mayNote(state.writeEnded(two), 1)).toBe(true)
    expect(state.mayNote(filling, 1)).toBe(false)
    expect(state.mayNote(state.fillingEnded(state.writeBegan(filling)), 0)).toBe(false)
  })

  it('puts damage right once', () => {
    expect(state.mayRepair(filling)).toBe(true)
    const repaired = state.fillingEnded(state.repairBegan(filling))
    expect(repaired.kind).toBe('following')
    expect(state.mayRepair(repaired)).toBe(false)
  })

  it('stays closed, whatever was under way ends afterwards', () => {
    const closed = state.closed(state.writeBegan(filling))
    expect(closed).toMatchObject({ kind: 'closed', writes: 1 })
    for (const after of [state.fillingBegan, state.fillingEnded, state.writeEnded])
      expect(after(closed).kind).toBe('closed')
    expect(state.cameFar(closed, 1, 2)).toBe(closed)
    expect([state.mayNote(closed, 1), state.mayRepair(closed), state.far(closed)]).toEqual([false, false, null])
  })
})
