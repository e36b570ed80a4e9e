import type { RecordId } from '../../shared/data/record.ts'
import type { Index, Named } from '../index/model.ts'

/**
 * Reports whose findings have to be counted anew because the report of their year before has come in or changed. An import counts
 * them when there is time: a hundred reports of one body would otherwise have its next year counted a hundred times.
 */
export type Recounting = {
  /** Counts the reports that bear these names now, but for one that is counted already. */
  readonly now: (names: readonly Named[], but: RecordId) => Promise<void>
  /** Counts them soon. */
  readonly soon: (names: readonly Named[]) => void
  readonly waiting: () => boolean
  /** Resolves when nothing waits. */
  readonly settled: () => Promise<void>
}

type Needs = {
  readonly index: () => Index
  /** Counts one record as it stands. */
  readonly count: (id: RecordId) => Promise<void>
  readonly ended: () => boolean
  /** Everything that waited has been counted. */
  readonly onSettled: () => void
  /** The index turned out to be damaged. */
  readonly onError: (error: unknown) => void
}

/** Shortest wait; then four times as long as the last counting took, so that it takes a fifth of the time at most. */
const shortest = 250
const rest = 4

export function recounting({ index, count, ended, onSettled, onError }: Needs): Recounting {
  let names = new Map<string, Named>()
  let timer: NodeJS.Timeout | null = null
  let counting: Promise<void> | null = null
  let lasted = 0

  const countNames = async (wanted: readonly Named[], but: RecordId | null): Promise<void> => {
    for (const id of new Set(wanted.flatMap(name => index().reportsOf(name)))) {
      if (ended()) return
      if (id !== but) await count(id)
    }
  }

  const all = async (): Promise<void> => {
    const began = performance.now()
    const taken = [...names.values()]
    names = new Map()
    try {
      await countNames(taken, null)
    } catch (error) {
      onError(error)
    }
    lasted = performance.now() - began
  }

  /** One after the other; what is asked for meanwhile waits for the next. */
  const begin = (): Promise<void> => {
    if (timer) clearTimeout(timer)
    timer = null
    counting ??= all().finally(() => {
      counting = null
      if (names.size > 0) plan()
      else if (!ended()) onSettled()
    })
    return counting
  }

  function plan(): void {
    if (timer || counting || ended()) return
    timer = setTimeout(() => void begin(), Math.max(shortest, rest * lasted))
    timer.unref()
  }

  return {
    now: countNames,
    soon: wanted => {
      for (const name of wanted) names.set(`${name.year} ${name.organization}`, name)
      if (names.size > 0) plan()
    },
    waiting: () => names.size > 0 || counting !== null,
    settled: async () => {
      while (!ended() && (names.size > 0 || counting)) await begin()
    },
  }
}
