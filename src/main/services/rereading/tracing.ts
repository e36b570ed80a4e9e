import type { Api } from '../../../shared/api.ts'
import { success } from '../../../shared/outcome.ts'
import { type ReadingNeeds, readSourceAgain } from './read.ts'

/** How a kept source is read, step by step: it is read again in a worker. One at a time; who asks anew ends the one before. */
export function tracingCalls(needs: ReadingNeeds): Pick<Api, 'record.trace'> {
  let under: AbortController | null = null
  return {
    'record.trace': async ({ id }) => {
      under?.abort()
      under = null
      if (id === null) return success(null)
      const control = new AbortController()
      under = control
      const found = await needs.archive.record(id)
      if (!found.ok) return found
      const reading = await readSourceAgain(needs, found.value, control.signal, { trace: 'steps' })
      if (under === control) under = null
      if (!reading.ok) return reading
      const { trace = { steps: [], left: 0 }, messages } = reading.value
      return success({ trace, messages, newer: found.value.extraction.reader !== needs.readers })
    },
  }
}
