import type { WantedChange } from '../../../shared/api.ts'
import type { Waiting } from '../state/changes.ts'
import type { Desk } from '../state/desk.ts'
import type { Line } from '../state/lines.ts'
import type { Saver } from '../state/saving.ts'
import type { Store } from '../state/store.ts'
import type { ReviewWords } from '../words/index.ts'

/** What the acts of the desk stand on. */
export type Surroundings = {
  readonly store: Store<Desk>
  readonly saver: Saver
  readonly who: () => string
  readonly words: () => ReviewWords
  readonly writable: () => boolean
  /** Opens the next report with open findings; false when none is left. */
  readonly nextRecord: () => Promise<boolean>
}

/** What all acts share: the state, a word to say, a change to make. */
export type Tools = ReturnType<typeof createTools>

export function createTools({ store, saver, who, words, writable }: Surroundings) {
  const { get } = store
  const patch = (part: Partial<Desk>): void => store.set(desk => ({ ...desk, ...part }))
  const say = (text: string): void =>
    store.set(desk => ({ ...desk, notice: { key: (desk.notice?.key ?? 0) + 1, text } }))

  /** The opened line may have become another one through a change: follow it. */
  function keepLine(before: Line | undefined): void {
    const { lines, line, focus } = get()
    if (line === null || lines.some(item => item.id === line)) return
    const heirs = [`corrected:${focus}`, ...(before?.kind === 'finding' ? before.findings.map(item => item.id) : [])]
    patch({ line: lines.find(item => heirs.includes(item.id))?.id ?? null })
  }

  return {
    get,
    patch,
    say,
    words,
    saver,
    /** Brings the keyboard back to the focused cell. */
    grab: (): void => store.set(desk => ({ ...desk, grab: desk.grab + 1 })),
    keepLine,
    change: (wanted: WantedChange, why = '', act: Waiting['act'] = 'edit'): void => {
      const before = get().lines.find(item => item.id === get().line)
      saver.add({ at: new Date().toISOString(), who: who(), why, act, change: wanted })
      keepLine(before)
    },
    /** Whether anything may be changed now; says so where not. */
    allowed: (): boolean => {
      if (!writable()) say(words().notice.readOnly)
      return writable()
    },
  }
}
