import type { PageStep } from '../../shared/trace/page.ts'
import type { Trace, Tracer, TraceStep } from '../../shared/trace/steps.ts'

/** Gathers the steps of one reading in the worker, within limits: a hostile document may have any number. */

const mostSteps = 5_000
/** Pages are drawn as long as all of them together have no more characters and lines than this. */
const mostDrawn = 120_000

export type Gathering = { readonly trace: Tracer; readonly gathered: () => Trace }

/** @param pictures whether what was drawn on a page is kept, too */
export function gather(pictures: boolean): Gathering {
  const steps: TraceStep[] = []
  let left = 0
  let drawn = 0
  const asKept = (step: PageStep): PageStep => {
    const size = step.glyphs + step.rules + step.fills
    if (!pictures || drawn + size > mostDrawn) return { ...step, drawn: null }
    drawn += size
    return step
  }
  return {
    trace: step => {
      if (steps.length >= mostSteps) left += 1
      else steps.push(step.kind === 'page' ? asKept(step) : step)
    },
    gathered: () => ({ steps, left }),
  }
}
