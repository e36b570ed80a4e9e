import type { Message } from '../messages/model.ts'

/** Work on the whole archive that takes minutes: it tells how far it is, can be stopped, and goes on when asked for again. */
export const longWorks = ['backup', 'restore', 'reread', 'take'] as const
export type LongWork = (typeof longWorks)[number]

/** What a backup or a restoring did. */
export type CopyReport = {
  readonly folder: string
  readonly finishedAt: string
  readonly copied: number
  /** Objects that were there already. */
  readonly present: number
  readonly bytes: number
  /** What is not as the journal tells: left out, so that a good copy from before stays. */
  readonly problems: readonly Message[]
}

/** When and where the last backup was made; `whole`: nothing in it was damaged. */
export type LastBackup = { readonly at: string; readonly folder: string; readonly whole: boolean }
