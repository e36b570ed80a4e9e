/** What `npm run bench:guards` measures: how the cost of some work grows with its size, or what it costs beside a named peer. */

/** Work of a size, made ready before it is timed. */
export type Growing = {
  readonly name: string
  /** It is timed at this size and at four times as much. */
  readonly size: number
  readonly prepare: (size: number) => () => unknown
}

export type Beside = {
  readonly name: string
  readonly ours: () => unknown
  readonly peer: { readonly name: string; readonly work: () => unknown }
  readonly goal: number
}

/** Work at four times the size may cost up to this many times as much: 4 is linear, 16 the square. */
export const steepest = 8

const rounds = 5
/** Work is done over until it has taken so many milliseconds: the clock of processor time is coarse on some systems. */
const enough = 60

/** Milliseconds of processor time: what else runs on the machine counts less than by the clock on the wall. */
async function once(work: () => unknown, times: number): Promise<number> {
  const start = process.cpuUsage()
  for (let at = 0; at < times; at++) await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000 / times
}

/** How often work is done to take long enough. What is loaded and learnt first is not counted. */
async function often(work: () => unknown): Promise<number> {
  await work()
  const start = performance.now()
  await work()
  return Math.max(1, Math.ceil(enough / (performance.now() - start + 0.001)))
}

/** The least of several timings of two works, done in turns so that a busy machine slows both alike. */
export async function inTurns(one: () => unknown, other: () => unknown): Promise<readonly [number, number]> {
  const times = [await often(one), await often(other)] as const
  let least: readonly [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < rounds; round++) {
    least = [Math.min(least[0], await once(one, times[0])), Math.min(least[1], await once(other, times[1]))]
  }
  return least
}
