import { makeRevision } from '../../../src/main/archive/revisions.ts'
import { wholeChange } from '../../../src/main/services/records/changes.ts'
import type { Api } from '../../../src/shared/api.ts'
import { redoTarget, reverseOf, undoTarget } from '../../../src/shared/current/current.ts'
import type { ArchiveRecord, Change, Revision, RevisionAct } from '../../../src/shared/data/record.ts'
import type { Report } from '../../../src/shared/data/report.ts'
import { type Message, message } from '../../../src/shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../src/shared/outcome.ts'

/** Why nothing can be written while main is `failing`. */
export const full: Message = { code: 'test.full', severity: 'error', params: {}, anchor: null }

type Calls = Pick<Api, 'record.open' | 'record.revise' | 'record.undo' | 'record.redo'>

/** What a test may look at and turn. */
type State = {
  record: ArchiveRecord
  previous: Report | null
  sourceIntact: boolean
  /** failing: every call is answered by a problem. broken: every call is rejected, as only a bug would do. */
  mood: 'well' | 'failing' | 'broken'
  /** The calls that came, each with the revision it builds on. */
  readonly asked: (readonly [call: keyof Calls, base: number | null])[]
}

export type StubMain = { readonly state: State; readonly calls: Calls }

/** Main as the desk sees it: it keeps one record, refuses what builds on an older revision, takes back and does again. */
export function stubMain(first: ArchiveRecord, previous: Report | null = null): StubMain {
  const state: State = { record: first, previous, sourceIntact: true, mood: 'well', asked: [] }

  function hear(call: keyof Calls, id: string, base: number | null): Message | null {
    state.asked.push([call, base])
    if (state.mood === 'broken') throw new Error('main broke')
    if (state.mood === 'failing') return full
    if (id !== state.record.id) return message('archive.recordUnknown', { id })
    const last = state.record.revisions.at(-1)?.number ?? 0
    return base === null || base === last ? null : message('archive.recordMovedOn', { name: id })
  }

  function keep(change: Change, act: RevisionAct, why: string, reverses: number | null): Outcome<ArchiveRecord> {
    const { record } = state
    const revision = makeRevision(record, { at: '2024-03-18T02:00:00Z', who: '丙', why, act, reverses, change })
    state.record = { ...record, revisions: [...record.revisions, revision] }
    return success(state.record)
  }

  function step(
    act: 'undo' | 'redo',
    { id, base }: { readonly id: string; readonly base: number },
    target: (all: readonly Revision[]) => Revision | null,
  ) {
    const problem = hear(`record.${act}`, id, base)
    if (problem) return failure(problem)
    const aim = target(state.record.revisions)
    if (aim) return keep(reverseOf(aim.change), act, '', aim.number)
    return failure(message(act === 'undo' ? 'record.nothingToUndo' : 'record.nothingToRedo'))
  }

  return {
    state,
    calls: {
      'record.open': async ({ id }) => {
        const problem = hear('record.open', id, null)
        const { record, sourceIntact } = state
        return problem ? failure(problem) : success({ record, path: null, sourceIntact, previous: state.previous })
      },
      'record.revise': async ({ id, base, act, why, change }) => {
        const problem = hear('record.revise', id, base)
        if (problem) return failure(problem)
        const whole = wholeChange(state.record, change)
        return whole ? keep(whole, act, why, null) : failure(message('record.changeDoesNotFit', { name: id }))
      },
      'record.undo': async asked => step('undo', asked, undoTarget),
      'record.redo': async asked => step('redo', asked, redoTarget),
    },
  }
}
