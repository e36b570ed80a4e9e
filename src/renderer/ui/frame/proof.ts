import type { AppState } from '../../../shared/api.ts'
import { day } from '../format.ts'

/** Every object is due to be read again within so many days. */
const dueDays = 90

/** When the archive was last proved whole, as it is told in one line. */
export type Proof =
  | { readonly kind: 'never' }
  /** The quiet verification has found damage in the round that is under way. */
  | { readonly kind: 'damaged'; readonly count: number }
  | { readonly kind: 'damagedAt'; readonly at: Date }
  /** On one day, or between two. `late`: what was read first is due again. */
  | { readonly kind: 'whole'; readonly at: Date; readonly late: boolean }
  | { readonly kind: 'between'; readonly since: Date; readonly at: Date; readonly late: boolean }

export function proofOf({ verified, quiet }: Pick<AppState['archive'], 'verified' | 'quiet'>, now: Date): Proof {
  if (quiet && quiet.damaged > 0) return { kind: 'damaged', count: quiet.damaged }
  if (!verified) return { kind: 'never' }
  const [since, at] = [new Date(verified.since), new Date(verified.at)]
  if (!verified.whole) return { kind: 'damagedAt', at }
  const late = now.getTime() - since.getTime() > dueDays * 24 * 60 * 60 * 1000
  return day(since) === day(at) ? { kind: 'whole', at, late } : { kind: 'between', since, at, late }
}
