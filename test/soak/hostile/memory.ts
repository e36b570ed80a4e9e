import { readFileSync, writeFileSync } from 'node:fs'

/** The largest resident size of this process since it was last forgotten, in MB. Linux tells it (proc(5)); elsewhere 0. */
function statusOf(field: string): number {
  try {
    const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync('/proc/self/status', 'utf8'))
    return Math.round(Number(found?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}

/** Begins to measure; the function returned ends it. */
export function watchMemory(): () => { peakMegabytes: number; grownMegabytes: number } {
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {
    return () => ({ peakMegabytes: 0, grownMegabytes: 0 })
  }
  const before = statusOf('VmRSS')
  return () => {
    const peakMegabytes = statusOf('VmHWM')
    return { peakMegabytes, grownMegabytes: Math.max(0, peakMegabytes - before) }
  }
}
