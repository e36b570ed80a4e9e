import { describe, expect, it } from 'vitest'
import { proofOf } from '../../../src/renderer/ui/frame/proof.ts'

const now = new Date(2026, 2, 31, 12)
const at = (month: number, day: number, hour = 9) => new Date(2026, month - 1, day, hour).toISOString()
const quiet = { begunAt: at(3, 30), done: 3, of: 10, damaged: 0 }

describe('when the archive was last proved whole', () => {
  it('is a day after one verification, and two days after a round of the quiet one', () => {
    const verified = { since: at(3, 20, 8), at: at(3, 20, 9), whole: true }
    expect(proofOf({ verified, quiet }, now)).toMatchObject({ kind: 'whole', late: false })
    const round = { since: at(1, 5), at: at(3, 20), whole: true }
    expect(proofOf({ verified: round, quiet: null }, now)).toMatchObject({
      kind: 'between',
      since: new Date(round.since),
      late: false,
    })
  })

  it('is late when what was read first is due again after 90 days', () => {
    const verified = { since: at(1, 1, 8), at: at(3, 20), whole: true }
    expect(proofOf({ verified, quiet: null }, new Date(2026, 3, 2, 12))).toMatchObject({ late: true })
  })

  it('gives way to damage, found in the last proof or in the round under way', () => {
    const whole = { since: at(3, 20), at: at(3, 20), whole: true }
    expect(proofOf({ verified: { ...whole, whole: false }, quiet: null }, now).kind).toBe('damagedAt')
    expect(proofOf({ verified: whole, quiet: { ...quiet, damaged: 2 } }, now)).toEqual({ kind: 'damaged', count: 2 })
    expect(proofOf({ verified: null, quiet: null }, now)).toEqual({ kind: 'never' })
  })
})
