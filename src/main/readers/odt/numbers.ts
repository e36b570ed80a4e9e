import { numeral } from '../common/numerals.ts'
import type { Levels } from './styles.ts'

/** Counts the items of lists and the headings, and writes their numbers as the page shows them. */
export class ListNumbers {
  readonly #counts = new Map<string, number[]>()

  /** Begins a list anew (ODF 1.3 part 3, 19.880: a list that does not go on counting). */
  restart(style: string): void {
    this.#counts.delete(style)
  }

  /** The number of the next item of a list at a level, counted from 1, with a space where its suffix leaves none. */
  next(style: string, levels: Levels, level: number, start: number | null): string {
    const own = levels.get(level)
    const counts = this.#counts.get(style) ?? []
    this.#counts.set(style, counts)
    const last = counts[level]
    counts[level] = start ?? (last === undefined ? (own?.start ?? 1) : last + 1)
    counts.length = level + 1
    if (!own || own.format === 'none') return ''
    const numbers: string[] = []
    for (let at = Math.max(1, level - own.shown + 1); at <= level; at += 1) {
      const shown = levels.get(at)
      if (shown && shown.format !== 'none') numbers.push(numeral(shown.format, counts[at] ?? shown.start))
    }
    const label = `${own.prefix}${numbers.join('.')}${own.suffix}`
    return /[\s、．。：；）】》〕]$/.test(label) ? label : `${label} `
  }
}
