/** News that what the window shows on every screen may be another now: whoever makes news asks, whoever shows it listens, in either order. */
export type Changed = {
  readonly ask: () => void
  /** Hears of what was asked before, too. */
  readonly listen: (heard: () => void) => void
}

export function createChanged(): Changed {
  const listeners: (() => void)[] = []
  let early = false
  return {
    ask: () => {
      early ||= listeners.length === 0
      for (const heard of listeners) heard()
    },
    listen: heard => {
      listeners.push(heard)
      if (early) heard()
      early = false
    },
  }
}

/** Calls `work` at most once per `pace`, and once more after the last request. */
export function paced(pace: number, work: () => void): { readonly ask: () => void; readonly stop: () => void } {
  let timer: NodeJS.Timeout | null = null
  let stopped = false
  return {
    ask: () => {
      if (timer || stopped) return
      timer = setTimeout(() => {
        timer = null
        work()
      }, pace)
    },
    stop: () => {
      stopped = true
      if (timer) clearTimeout(timer)
    },
  }
}
