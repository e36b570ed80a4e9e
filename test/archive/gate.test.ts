import { describe, expect, it } from 'vitest'
import { barred, createGate, openness } from '../../src/main/archive/opening/gate.ts'
import { message } from '../../src/shared/messages/index.ts'
import { failure, success } from '../../src/shared/outcome.ts'

const held = message('archive.openedToRead')

describe('what may be done with an archive', () => {
  it('is everything, nothing but looking, or nothing any more', () => {
    expect(barred(openness(null))).toBeNull()
    expect(barred(openness(held))).toBe(held)
    expect(barred({ kind: 'closed' })?.code).toBe('archive.closed')
  })
})

describe('the gate', () => {
  it('lets a change in and gives back what it comes to', async () => {
    const gate = createGate(null)
    expect(gate.mayWrite()).toBe(true)
    expect(await gate.changing(async () => success(3))).toEqual(success(3))
  })

  it('lets none in where the archive may only be read, and says why', async () => {
    const gate = createGate(held)
    expect(gate.mayWrite()).toBe(false)
    expect(await gate.changing(async () => success(3))).toEqual(failure(held))
  })

  it('closes once, when what is inside has ended, and tells what takes long to stop', async () => {
    const gate = createGate(null)
    const inside = Promise.withResolvers<void>()
    const { signal } = new AbortController()
    const told = gate.untilClosed(signal)
    const order: string[] = []
    const change = gate.changing(async () => {
      await inside.promise
      order.push('changed')
      return success(null)
    })
    const closing = gate.close().then(first => order.push(`closed ${first}`))
    expect(told.aborted).toBe(true)
    expect(await gate.changing(async () => success(null))).toMatchObject({ problem: { code: 'archive.closed' } })
    inside.resolve()
    await Promise.all([change, closing])
    expect(order).toEqual(['changed', 'closed true'])
    expect(await gate.close()).toBe(false)
  })

  it('lets a change that broke pass, and is free of it', async () => {
    const gate = createGate(null)
    await expect(gate.changing(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
    expect(await gate.close()).toBe(true)
  })
})
