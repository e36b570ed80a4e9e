import { describe, expect, it } from 'vitest'
import type { DueResult } from '../../src/main/services/inspecting/due.ts'
import {
  coveredBy,
  found,
  listened,
  nextStep,
  nothingTracked,
  reported,
  type Tracking,
} from '../../src/main/services/inspecting/tracking.ts'
import { createChanged } from '../../src/main/services/state/changed.ts'
import { createEmitter } from '../../src/main/services/state/events.ts'
import { createBusy } from '../../src/main/services/work/busy.ts'
import { asked, ended, looked, type Running, stop, underWay } from '../../src/main/services/work/running.ts'
import { countAll, type Inspection } from '../../src/shared/data/inspection.ts'
import { message } from '../../src/shared/messages/index.ts'
import { failure, success } from '../../src/shared/outcome.ts'

describe('work of which one run goes on at a time', () => {
  it('begins when asked, rests when done, and begins again where it was asked for meanwhile', () => {
    expect(asked('resting')).toBe('working')
    expect(ended('working')).toBe('resting')
    expect(ended(asked('working'))).toBe('working')
    expect(asked(asked('working'))).toBe('askedAgain')
  })

  it('does not begin again for what the run has looked at', () => {
    expect(ended(looked(asked('working')))).toBe('resting')
    expect(looked('working')).toBe('working')
  })

  it('ends with the run under way when stopped, and never begins again', () => {
    expect(stop('resting')).toBe('stopped')
    for (const now of ['working', 'askedAgain'] as const) expect(ended(asked(looked(stop(now))))).toBe('stopped')
    expect([asked('stopped'), ended('stopped'), stop('stopped'), stop('stopping')]).toEqual([
      ...['stopped', 'stopped', 'stopped', 'stopping'],
    ])
  })

  it('is under way until its run has ended', () => {
    const all: readonly Running[] = ['resting', 'working', 'askedAgain', 'stopping', 'stopped']
    expect(all.filter(underWay)).toEqual(['working', 'askedAgain', 'stopping'])
  })
})

const inspection = (record: string, result: 'pass' | 'fail' = 'pass'): Inspection => ({
  ...{ record, name: record, year: 2023, title: null, fileName: '', sha256: '' },
  items: [{ key: 'revisionChain', nature: 'integrity', result, detail: { zh: '', en: '' } }],
})
const result = (entry: number, record: string, how: 'pass' | 'fail' = 'pass'): DueResult => ({
  entry,
  found: { inspection: inspection(record, how) },
})
const due = [1, 2, 3].map(entry => ({ entry, record: `${entry}` }))
const waiting: Tracking = listened(nothingTracked, 3, due, 0)
const at = { unreported: 0, room: 10, judged: new Map<string, Inspection>(), idle: () => true, lanes: 2 }

describe('the inspection of what comes in', () => {
  it('takes up what came in, and counts what it finds', () => {
    expect(waiting).toMatchObject({ due, seen: 3, done: 0 })
    const problem = { entry: 3, found: { problem: message('inspect.nothing') } }
    expect(found(waiting, [result(1, '1', 'fail'), problem])).toMatchObject({
      ...{ due: [{ entry: 2 }], done: 2, failed: 1, unopened: 1 },
    })
  })

  it('begins to count anew with an import that comes after everything was told, not before', () => {
    const all = found(
      waiting,
      due.map(({ entry, record }) => result(entry, record)),
    )
    const fresh = [{ entry: 4, record: '4' }]
    expect(listened(all, 4, fresh, 3).done).toBe(3)
    expect(listened(all, 4, [], 0).done).toBe(3)
    expect(listened({ ...all, due }, 4, fresh, 0)).toMatchObject({ done: 3, due: [...due, ...fresh] })
    expect(listened(all, 4, fresh, 0)).toMatchObject({ done: 0, reports: [], due: fresh, seen: 4 })
  })

  it('rests only when nothing is due and everything found is in a report', () => {
    expect(nextStep(nothingTracked, at)).toEqual({ kind: 'rest' })
    expect(nextStep(nothingTracked, { ...at, unreported: 1 })).toEqual({ kind: 'report' })
  })

  it('notes at once what imports have proved, in order, and does not wait for it', () => {
    const busy = { ...at, idle: () => false }
    const judged = new Map(['1', '3'].map(record => [record, inspection(record)]))
    expect(nextStep(waiting, { ...busy, judged })).toEqual({ kind: 'note', results: [result(1, '1')] })
    judged.set('2', inspection('2'))
    const step = nextStep(waiting, { ...busy, judged, room: 2 })
    expect(step).toEqual({ kind: 'note', results: [result(1, '1'), result(2, '2')] })
  })

  it('waits while something else is being done, inspects a few at a time else, and reports where the report is full', () => {
    expect(nextStep(waiting, { ...at, idle: () => false })).toEqual({ kind: 'wait' })
    expect(nextStep(waiting, at)).toEqual({ kind: 'inspect', part: due.slice(0, 2) })
    expect(nextStep(waiting, { ...at, room: 1 })).toEqual({ kind: 'inspect', part: due.slice(0, 1) })
    expect(nextStep(waiting, { ...at, room: 0, idle: () => false })).toEqual({ kind: 'report' })
  })

  it('covers with a report what it read of the journal, or no more than was found while some is due', () => {
    const results = [result(1, '1'), result(2, '2')]
    expect(coveredBy(found(waiting, results), results)).toBe(2)
    expect(coveredBy({ ...waiting, due: [], seen: 9 }, results)).toBe(9)
  })

  it('says why a report could not be kept, until one is', () => {
    const problem = message('inspect.busy')
    const failed = reported(waiting, failure(problem))
    expect(failed).toMatchObject({ problem, reports: [], due })
    const counts = countAll([])
    const head = { id: 'first', cause: 'import', at: '2026-11-30', records: 3, failed: 0, unopened: 0, counts } as const
    expect(reported(failed, success(head))).toMatchObject({ problem: null, reports: ['first'], due })
  })
})

describe('news of what the window shows', () => {
  it('reaches who listens, also what was asked before, once', () => {
    const fresh = createChanged()
    fresh.listen(() => expect.fail('nothing was asked'))
    const changed = createChanged()
    changed.ask()
    changed.ask()
    let heard = 0
    changed.listen(() => heard++)
    expect(heard).toBe(1)
    changed.ask()
    expect(heard).toBe(2)
    changed.listen(() => heard++)
    expect(heard).toBe(2)
  })

  it('of an event reaches each listener of that event until it stops listening', () => {
    const { on, emit } = createEmitter()
    const heard: number[] = []
    const stopFirst = on('verify.progress', ({ done }) => heard.push(done))
    on('verify.progress', ({ done }) => heard.push(done * 10))
    on('inspect.progress', ({ done }) => heard.push(done * 100))
    emit('verify.progress', { done: 1, of: 3 })
    stopFirst()
    emit('verify.progress', { done: 2, of: 3 })
    emit('export.progress', { step: 'write', done: 3, of: 3 })
    expect(heard).toEqual([1, 10, 20])
  })
})

it('is busy while any work that was entered is running', () => {
  const busy = createBusy()
  const running = new Set<string>()
  for (const work of ['import', 'verify']) busy.enter(() => running.has(work))
  expect(busy.any()).toBe(false)
  running.add('verify')
  expect(busy.any()).toBe(true)
})
