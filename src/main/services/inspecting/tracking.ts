import {
  hasFailed,
  type Inspection,
  type InspectionHead,
  type InspectionState,
} from '../../../shared/data/inspection.ts'
import type { RecordId } from '../../../shared/data/record.ts'
import type { Outcome } from '../../../shared/outcome.ts'
import type { DueResult } from './due.ts'

/**
 * Where the inspection of what comes in stands, and what is to be done next: states and steps between them, without the work itself.
 */

/** A record that came in with a journal entry. */
export type Due = { readonly entry: number; readonly record: RecordId }

export type Tracking = Omit<InspectionState, 'due'> & {
  /** Came in and is not inspected yet, in the order of the journal. */
  readonly due: readonly Due[]
  /** The journal is known up to this entry. */
  readonly seen: number
}

const untold = { reports: [], done: 0, failed: 0, unopened: 0 } as const
export const nothingTracked: Tracking = { due: [], seen: 0, ...untold, problem: null }

/** These were found. */
export function found(now: Tracking, results: readonly DueResult[]): Tracking {
  const entries = new Set(results.map(({ entry }) => entry))
  return {
    ...now,
    due: now.due.filter(({ entry }) => !entries.has(entry)),
    done: now.done + results.length,
    failed: now.failed + results.filter(({ found }) => 'inspection' in found && hasFailed(found.inspection)).length,
    unopened: now.unopened + results.filter(({ found }) => 'problem' in found).length,
  }
}

/** The journal was read up to `last`: `fresh` came in since. `unreported`: what is found already and in no report yet. */
export function listened(now: Tracking, last: number, fresh: readonly Due[], unreported: number): Tracking {
  // A new import after everything was told: what is shown begins anew.
  const anew = now.due.length === 0 && unreported === 0 && fresh.length > 0
  return { ...now, ...(anew ? untold : {}), due: [...now.due, ...fresh], seen: Math.max(now.seen, last) }
}

/** A report was kept, or could not be. */
export function reported(now: Tracking, report: Outcome<InspectionHead>): Tracking {
  if (!report.ok) return { ...now, problem: report.problem }
  return { ...now, problem: null, reports: [...now.reports, report.value.id] }
}

/** Imports up to this entry are covered by a report of these results. */
export function coveredBy(now: Tracking, results: readonly DueResult[]): number {
  return now.due.length === 0 ? now.seen : Math.max(...results.map(({ entry }) => entry))
}

export type Step =
  /** Nothing is due, and everything found is in a report. */
  | { readonly kind: 'rest' }
  /** The import has proved these already: that costs nothing, and is not held until the import has ended. */
  | { readonly kind: 'note'; readonly results: readonly DueResult[] }
  /** Imports and whatever a person waits for go first. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'inspect'; readonly part: readonly Due[] }
  | { readonly kind: 'report' }

type At = {
  /** Found already, and in no report yet. */
  readonly unreported: number
  /** How many more the report takes. */
  readonly room: number
  /** What imports have proved and judged. */
  readonly judged: ReadonlyMap<RecordId, Inspection>
  readonly idle: () => boolean
  readonly lanes: number
}

/** So many that are proved already are written down at once. */
const mostAtOnce = 25

/** In the order they came in, so that a report covers all up to its last. */
export function nextStep({ due }: Tracking, { unreported, room, judged, idle, lanes }: At): Step {
  if (due.length === 0 && unreported === 0) return { kind: 'rest' }
  const results: DueResult[] = []
  for (const { entry, record } of due.slice(0, Math.min(room, mostAtOnce))) {
    const inspection = judged.get(record)
    if (!inspection) break
    results.push({ entry, found: { inspection } })
  }
  if (results.length > 0) return { kind: 'note', results }
  if (room > 0 && !idle()) return { kind: 'wait' }
  if (room > 0 && due.length > 0) return { kind: 'inspect', part: due.slice(0, Math.min(lanes, room)) }
  return { kind: 'report' }
}
