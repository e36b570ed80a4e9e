import type { Api } from '../../../shared/api.ts'
import { canonicalJson } from '../../../shared/canonical.ts'
import { hasReached, type RecordVersion } from '../../../shared/current/version.ts'
import type { ArchiveRecord } from '../../../shared/data/record.ts'
import type { Message } from '../../../shared/messages/index.ts'
import type { Waiting } from './changes.ts'
import { derive } from './derive.ts'
import type { Desk } from './desk.ts'
import type { Store } from './store.ts'

/** How undo or redo ended. idle: there was nothing to take back, which is no failure to save. */
export type Step = 'done' | 'idle' | 'failed'

export type Saver = {
  /** Shows the change at once and sends it to disk after those before it. */
  readonly add: (waiting: Waiting) => void
  /** Undo and redo happen in main, once everything before them is on disk. */
  readonly step: (call: 'record.undo' | 'record.redo') => Promise<Step>
  /** 再存一次: from the record as it is on disk now. */
  readonly retry: () => Promise<void>
  /**
   * Main told that the record was written, here or by somebody else: taken over where it is news, once nothing is under way. Null: how it
   * stands, or the year before, is not known here.
   */
  readonly heard: (version: RecordVersion | null) => Promise<void>
}

type Calls = Pick<Api, 'record.open' | 'record.revise' | 'record.undo' | 'record.redo'>

const baseOf = (record: ArchiveRecord) => record.revisions.at(-1)?.number ?? 0

/** Puts a record from disk into the desk; `saved` changes of the queue are in it. */
function settle(desk: Desk, record: ArchiveRecord, saved: number, now: Date): Desk {
  const waiting = desk.waiting.slice(saved)
  const at = { savedAt: now, problem: null, problemShown: false }
  return { ...desk, ...derive(record, waiting, desk, desk.previous), record, waiting, ...at }
}

/** Sends the changes of one desk to disk, one after the other, each upon the record that the answer before gave. */
export function createSaver(store: Store<Desk>, api: Calls, now: () => Date = () => new Date()): Saver {
  let tail: Promise<unknown> = Promise.resolve()
  let tasks = 0
  /** What main told last and is not looked at yet. */
  let told: { readonly version: RecordVersion | null } | null = null

  /** Everything that reads or moves the record on disk goes through here, one at a time. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    tasks += 1
    store.set(desk => ({ ...desk, saving: true }))
    const done = tail.then(task).finally(() => {
      tasks -= 1
      if (tasks > 0) return
      store.set(desk => ({ ...desk, saving: false }))
      void takeOver()
    })
    tail = done.catch(() => undefined)
    return done
  }

  const fail = (problem: Message) => store.set(desk => ({ ...desk, problem, problemShown: true }))

  async function send(): Promise<void> {
    for (;;) {
      const { waiting, record } = store.get()
      const first = waiting[0]
      if (!first) return
      const { act, why, change } = first
      const answer = await api['record.revise']({ id: record.id, base: baseOf(record), act, why, change })
      if (!answer.ok) return fail(answer.problem)
      store.set(desk => settle(desk, answer.value, 1, now()))
    }
  }

  async function reopen(): Promise<boolean> {
    const answer = await api['record.open']({ id: store.get().record.id })
    if (!answer.ok) {
      fail(answer.problem)
      return false
    }
    const { record, sourceIntact, previous } = answer.value
    store.set(desk => {
      // What was read anew has another time, though nobody changed anything since.
      const same = baseOf(record) === baseOf(desk.record) && record.extraction.at === desk.record.extraction.at
      if (same && canonicalJson(previous) === canonicalJson(desk.previous)) return desk
      return { ...desk, ...derive(record, desk.waiting, desk, previous), record, sourceIntact, previous }
    })
    return true
  }

  /** Main tells of our own changes, too: what they left is what their answers gave. What is not saved is not drawn over. */
  async function takeOver(): Promise<void> {
    if (!told || tasks > 0 || store.get().waiting.length > 0) return
    const { version } = told
    told = null
    if (version === null || !hasReached(store.get().record, version)) await inTurn(reopen)
  }

  return {
    add: waiting => {
      store.set(desk => {
        const all = [...desk.waiting, waiting]
        return { ...desk, waiting: all, ...derive(desk.record, all, desk, desk.previous) }
      })
      void inTurn(send)
    },
    step: call =>
      inTurn(async () => {
        const { record, waiting } = store.get()
        if (waiting.length > 0) return 'failed'
        const answer = await api[call]({ id: record.id, base: baseOf(record) })
        if (answer.ok) {
          store.set(desk => settle(desk, answer.value, 0, now()))
          return 'done'
        }
        if (answer.problem.severity === 'info') return 'idle'
        fail(answer.problem)
        return 'failed'
      }),
    retry: () =>
      inTurn(async () => {
        store.set(desk => ({ ...desk, problem: null, problemShown: false }))
        if (await reopen()) await send()
      }),
    heard: async version => {
      // That something is not known stays so until it was looked at.
      told = { version: told && told.version === null ? null : version }
      await takeOver()
    },
  }
}
