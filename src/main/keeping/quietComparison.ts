import { z } from 'zod'
import type { IndexAgreement, IndexCompared } from '../../shared/data/journal.ts'
import type { RecordId } from '../../shared/data/record.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import type { Archive } from '../archive/model.ts'
import { differenceIn, linesWithoutRecord, mostNamed } from './agreement.ts'
import type { IndexKeeper } from './keeper.ts'

/** Compares the index with the records by and by, in the background. */

// Written by us from typed values.
const problems = z.array(z.custom<Message>(value => typeof value === 'object' && value !== null))
const under = z.object({
  /** When the verification was over that this belongs to. */
  verified: z.string(),
  /** The last record that was compared, and the last line of the tables. */
  record: z.string(),
  line: z.number(),
  compared: z.number(),
  of: z.number(),
  found: z.number(),
  problems,
})
type Under = Readonly<z.infer<typeof under>>
const last = z.object({
  verified: z.string(),
  at: z.string(),
  agreement: z.object({ compared: z.number(), differing: z.number(), problems, repaired: z.boolean() }),
})
const schema = z.object({ under: under.nullable(), last: last.nullable() })
type State = Readonly<z.infer<typeof schema>>

type Needs = {
  readonly archive: Archive
  readonly keeper: IndexKeeper
  /** The index differed and is being made anew. */
  readonly said: (note: Message) => void
  readonly now?: () => Date
}

/**
 * Compares the index with the records after each round of the quiet verification, a few records at a time, going on where it was after a
 * restart. What SQLite says of its file as a whole is for a verification that is asked for: at 100,000 reports it reads 3 GB in one go.
 */
export type QuietIndex = {
  /** Compares as many records as fit into a time, at least one. @returns whether there is more to do. */
  readonly some: (milliseconds: number, signal: AbortSignal) => Promise<boolean>
  readonly under: () => { readonly done: number; readonly of: number } | null
  /** The last whole comparison, this one or that of a verification. */
  readonly last: () => IndexCompared | null
  /** A verification has compared everything: nothing is due until the next round is over. */
  readonly compared: (agreement: IndexAgreement) => void
}

export function quietIndex({ archive, keeper, said, now = () => new Date() }: Needs): QuietIndex {
  let session: { readonly verified: string; readonly ids: readonly RecordId[] } | null = null
  /** A line about which the tables differed at the last look: a record may just have been coming in. */
  let doubtful: number | null = null

  const read = (): State | null => {
    const text = keeper.ask(index => index.comparison())
    if (!text.ok) return null
    try {
      const state = schema.safeParse(JSON.parse(text.value ?? 'null'))
      if (state.success) return state.data
    } catch {
      // Derived: at worst the comparison begins anew.
    }
    return { under: null, last: null }
  }
  const write = (state: State): void => void keeper.ask(index => index.setComparison(JSON.stringify(state)))

  const named = (here: Under, found: readonly Message[], count = found.length): Under => ({
    ...here,
    found: here.found + count,
    problems: [...here.problems, ...found].slice(0, mostNamed),
  })

  async function compareRecords(given: Under, ids: readonly RecordId[], until: () => boolean): Promise<Under> {
    let here = given
    for (let at = ids.findIndex(id => id > given.record); at < ids.length; at++) {
      const id = ids[at] ?? ''
      const difference = await differenceIn(id, { archive, keeper })
      here = { ...named(here, difference ? [difference] : []), record: id, compared: at + 1 }
      // Whoever works in the window goes first.
      await new Promise(resolve => setImmediate(resolve))
      if (until()) break
    }
    return here
  }

  /** Answers with `line` null when all lines are through. */
  async function compareLines(given: Under, until: () => boolean): Promise<{ here: Under; ended: boolean }> {
    let here = given
    for (;;) {
      const { line } = here
      const checked = keeper.ask(index => index.checkLines(line))
      if (!checked.ok) return { here, ended: true }
      const { next, fault } = checked.value
      if (fault !== null && doubtful !== line) {
        doubtful = line
        return { here, ended: false }
      }
      doubtful = null
      if (fault !== null) here = named(here, [message('index.broken', {}, null, fault)])
      if (next === null) return { here, ended: true }
      here = { ...here, line: next }
      await new Promise(resolve => setImmediate(resolve))
      if (until()) return { here, ended: false }
    }
  }

  async function finish(here: Under): Promise<void> {
    const spare = await linesWithoutRecord({ archive, keeper })
    const {
      compared,
      found,
      problems: all,
      verified,
    } = spare > 0 ? named(here, [message('index.withoutRecord', { count: spare })], spare) : here
    const agreement = { compared, differing: found, problems: [...all], repaired: found > 0 }
    write({ under: null, last: { verified, at: now().toISOString(), agreement } })
    session = null
    if (found === 0) return
    const names = all.flatMap(({ params }) => params.name ?? []).join(', ')
    said(message('index.quietlyRepaired', { count: found }, null, names))
    // Not waited for: closing ends it where it is, and the next opening goes on.
    void keeper.rebuild().catch(() => undefined)
  }

  return {
    some: async (milliseconds, signal) => {
      const started = performance.now()
      const until = () => signal.aborted || performance.now() - started >= milliseconds
      const verified = archive.lastVerified()?.at
      const state = archive.readOnly === null && verified !== undefined ? read() : null
      if (!state || verified === undefined || state.last?.verified === verified) return false
      if (session?.verified !== verified) session = { verified, ids: (await archive.recordIds()).toSorted() }
      const fresh: Under = { verified, record: '', line: 0, compared: 0, of: 0, found: 0, problems: [] }
      const begun = state.under?.verified === verified ? state.under : fresh
      const { ids } = session
      const left = ids.some(id => id > begun.record)
      const { here, ended } = left
        ? { here: await compareRecords({ ...begun, of: ids.length }, ids, until), ended: false }
        : await compareLines(begun, until)
      if (ended && !signal.aborted) await finish(here)
      else write({ ...state, under: here })
      return !ended && !signal.aborted
    },
    under: () => {
      const here = read()?.under
      return here ? { done: here.compared, of: here.of } : null
    },
    last: () => {
      const told = read()?.last
      return told ? { at: told.at, agreement: told.agreement } : null
    },
    compared: agreement => {
      const verified = archive.lastVerified()?.at
      if (archive.readOnly !== null || verified === undefined) return
      write({
        under: null,
        last: { verified, at: now().toISOString(), agreement: { ...agreement, problems: [...agreement.problems] } },
      })
    },
  }
}
