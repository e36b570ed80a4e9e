import { expect } from 'vitest'
import { createActions } from '../../../src/renderer/review/actions/index.ts'
import type { Desk } from '../../../src/renderer/review/state/desk.ts'
import { openDesk } from '../../../src/renderer/review/state/open.ts'
import { createSaver } from '../../../src/renderer/review/state/saving.ts'
import { createStore } from '../../../src/renderer/review/state/store.ts'
import { reviewWords } from '../../../src/renderer/review/words/index.ts'
import type { ArchiveRecord } from '../../../src/shared/data/record.ts'
import { type Given, misread, recordOf } from './records.ts'
import { stubMain } from './stubMain.ts'

export const words = reviewWords('zh')

type Options = {
  readonly writable?: boolean
  /** Whether other reports have open findings. */
  readonly others?: boolean
}

/** The review desk of one record with everything a person can do at it, over a stand-in for main. */
export function deskOf(record: ArchiveRecord, { writable = true, others = false }: Options = {}) {
  const main = stubMain(record)
  const opened: string[] = []
  const store = createStore<Desk>(openDesk({ record, path: null, sourceIntact: true, previous: null }, null))
  const actions = createActions({
    store,
    saver: createSaver(store, main.calls),
    who: () => '丙',
    words: () => words,
    writable: () => writable,
    nextRecord: async () => {
      if (others) opened.push('next')
      return others
    },
  })
  return {
    main: main.state,
    store,
    actions,
    /** The reports that were opened in place of this one. */
    opened,
    /** Until nothing is on its way to disk any more. */
    saved: () => expect.poll(() => store.get().saving).toBe(false),
  }
}

/** The same for a report of which only some cells are told. */
export function desk(given: Given = misread, options: Options = {}) {
  return deskOf(recordOf(given), options)
}
