/** What the mutants of a room come to: how many a test noticed, which lived, and which were named as no change at all. */

/** A mutant that no test can notice, because what the program does stays the same. It counts as neither noticed nor lived. */
export type Equivalent = {
  /** The file from the project on, and the change exactly as it is printed: `=== 1 → >= 1`. */
  readonly file: string
  readonly change: string
  /** The line it begins on, without its indent, where the same change occurs in other lines of the file too. */
  readonly line?: string
  readonly reason: string
}

/** One mutant after its tests ran. */
export type Tried = {
  readonly file: string
  readonly lineNumber: number
  readonly line: string
  readonly change: string
  /** notTried: left out of the sample. */
  readonly outcome: 'noticed' | 'lived' | 'notCovered' | 'notTried'
}

export type Judgement = {
  readonly noticed: number
  /** All that were tried, without the equivalent ones. */
  readonly all: number
  readonly equivalent: number
  readonly survivors: readonly Tried[]
  /** Named as equivalent, but a test notices them, or no such mutant is there any more. */
  readonly wronglyNamed: readonly Equivalent[]
}

/** Below this share a room's tests are not good enough. */
export const leastScore = 0.85

const names = (equivalent: Equivalent, mutant: Tried): boolean =>
  equivalent.file === mutant.file &&
  equivalent.change === mutant.change &&
  (equivalent.line === undefined || equivalent.line === mutant.line)

export function judge(mutants: readonly Tried[], equivalents: readonly Equivalent[]): Judgement {
  const tried = mutants.filter(mutant => mutant.outcome !== 'notTried')
  const lived = tried.filter(mutant => mutant.outcome !== 'noticed')
  const survivors = lived.filter(mutant => !equivalents.some(item => names(item, mutant)))
  return {
    noticed: tried.length - lived.length,
    all: tried.length - (lived.length - survivors.length),
    equivalent: lived.length - survivors.length,
    survivors,
    wronglyNamed: equivalents.filter(
      item => !mutants.some(mutant => mutant.outcome !== 'noticed' && names(item, mutant)),
    ),
  }
}

/** The share of mutants that were noticed; 1 where there is none. */
export function scoreOf({ noticed, all }: Judgement): number {
  return all === 0 ? 1 : noticed / all
}

/** Source text on one line. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

const mostPrinted = 120
const around = 24

/** A change as it is printed and named: `=== 1 → !== 1`; of long texts only where they differ, with a few characters around. */
export function changeOf(before: string, after: string): string {
  const [from, to] = [onOneLine(before), onOneLine(after)]
  if (from.length <= mostPrinted) return `${from} → ${to}`
  let start = 0
  while (start < to.length && from[start] === to[start]) start++
  let end = 0
  while (end < Math.min(from.length, to.length) - start && from.at(-1 - end) === to.at(-1 - end)) end++
  const first = Math.max(0, start - around)
  const cut = (text: string) => {
    const last = Math.min(text.length, text.length - end + around)
    return `${first > 0 ? '…' : ''}${text.slice(first, last)}${last < text.length ? '…' : ''}`
  }
  return `${cut(from)} → ${cut(to)}`
}
