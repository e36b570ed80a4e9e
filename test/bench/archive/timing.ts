/** What the archive's benches share. */

export const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0

/** To two places. */
export const round = (number: number): number => Math.round(number * 100) / 100

/** What the work gives, and how many milliseconds it took. */
export async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now()
  const result = await work()
  return [result, performance.now() - began]
}

/** Resident memory in MB, after collecting garbage where that is allowed. */
export function resident(): number {
  globalThis.gc?.()
  return round(process.memoryUsage().rss / 1024 ** 2)
}
