import { type ImportItem, type ImportState, type ImportTotals, importSteps } from '../../shared/data/importing.ts'
import { hasEnded } from '../../shared/facts/importEnd.ts'
import type { ShapeName, Tone } from '../ui/controls/looks.ts'

export type Filter = 'all' | ImportState

/** Tabs from the left: what wants attention first. */
export const filters: readonly Filter[] = [
  'all',
  'failed',
  'duplicate',
  'warned',
  'archived',
  'working',
  'waiting',
  'cancelled',
]

export const stateLooks: Readonly<Record<ImportState, { readonly shape: ShapeName; readonly tone: Tone }>> = {
  waiting: { shape: 'waiting', tone: 'dim' },
  working: { shape: 'working', tone: 'dai' },
  archived: { shape: 'reviewed', tone: 'jade' },
  warned: { shape: 'doubt', tone: 'amber' },
  duplicate: { shape: 'duplicate', tone: 'plain' },
  failed: { shape: 'unread', tone: 'zhu' },
  cancelled: { shape: 'cancelled', tone: 'dim' },
}

/** Order of the bar: results first, what is under way last; waiting files are its empty end. */
export const barStates = ['archived', 'warned', 'duplicate', 'failed', 'cancelled', 'working'] as const

export const ended = (totals: ImportTotals): number => totals.all - totals.waiting - totals.working

export const unended = (item: ImportItem): boolean => !hasEnded(item.state)

/** How far a file came, of five; the step it stands at is counted from 0. */
export function stepIndex(item: ImportItem): number {
  return importSteps.indexOf(item.step)
}

/** Time left, from the pace so far; null before there is a pace. */
export function timeLeft(totals: ImportTotals, elapsed: number): number | null {
  const done = ended(totals)
  if (done < 5 || elapsed < 2000) return null
  return (elapsed / done) * (totals.all - done)
}
