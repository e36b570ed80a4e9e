/**
 * Work of which one run goes on at a time, and which goes on again where it was asked for meanwhile. `stopping` ends with the run that is
 * under way, `stopped` never begins again.
 */
export type Running = 'resting' | 'working' | 'askedAgain' | 'stopping' | 'stopped'

/** Somebody asks for the work; it begins where it was resting. */
export function asked(now: Running): Running {
  if (now === 'resting') return 'working'
  return now === 'working' ? 'askedAgain' : now
}

/** The run looks for what there is to do: whatever was asked for until now is in that. */
export const looked = (now: Running): Running => (now === 'askedAgain' ? 'working' : now)

/** The run has ended; asked for meanwhile, the next one begins. */
export function ended(now: Running): Running {
  switch (now) {
    case 'working':
      return 'resting'
    case 'askedAgain':
      return 'working'
    case 'stopping':
      return 'stopped'
    case 'resting':
    case 'stopped':
      return now
  }
}

export const stop = (now: Running): Running => (now === 'resting' || now === 'stopped' ? 'stopped' : 'stopping')

export const underWay = (now: Running): boolean => now !== 'resting' && now !== 'stopped'
