import { numeral } from './numerals.ts'

/** What the automatic numbers of a Word document look like (ECMA-376 part 1, 17.9; [MS-DOC] 2.9.150 says the same of .doc). */
export type Level = {
  readonly format: string
  /** With %1 … %9 for the numbers of the levels. */
  readonly text: string
  readonly start: number
  /** What stands between the number and the text. */
  readonly suffix: 'tab' | 'space' | 'nothing'
  /** The level whose use sets this one back, counted from 1; 0 never, null any higher level (17.9.10). */
  readonly restart: number | null
  /** All numbers in figures (17.9.4). */
  readonly legal: boolean
  /** The paragraph style whose paragraphs are numbered by this level. */
  readonly style: string | null
}

export type ListNumbering = {
  /** Lists that share an abstract numbering go on counting together. */
  readonly abstract: string
  readonly levels: ReadonlyMap<number, Level>
  /** Levels that begin anew, with their first number, when this numbering is first used. */
  readonly starts: ReadonlyMap<number, number>
}

/** Word has nine levels. */
export const levelCount = 9

/** Counts through a document and gives each numbered paragraph the number that Word shows. */
export class NumberLabels {
  readonly #numberings: ReadonlyMap<string, ListNumbering>
  /** For each abstract numbering the last number of each level; undefined before its first. */
  readonly #counts = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()

  constructor(numberings: ReadonlyMap<string, ListNumbering>) {
    this.#numberings = numberings
  }

  /** The level of a numbering that a paragraph style belongs to, or null. */
  levelOfStyle(numId: string, style: string): number | null {
    for (const [index, level] of this.#numberings.get(numId)?.levels ?? []) if (level.style === style) return index
    return null
  }

  /** The label of the next paragraph of a numbering, with what stands between it and the text; '' where nothing is shown. */
  next(numId: string, index: number): string {
    const numbering = this.#numberings.get(numId)
    const level = numbering?.levels.get(index)
    if (!numbering || !level) return ''
    const counts = this.#counts.get(numbering.abstract) ?? []
    this.#counts.set(numbering.abstract, counts)
    if (!this.#begun.has(numId)) {
      this.#begun.add(numId)
      for (const [at] of numbering.starts) counts[at] = undefined
    }
    const start = (at: number) => numbering.starts.get(at) ?? numbering.levels.get(at)?.start ?? 1
    const last = counts[index]
    counts[index] = last === undefined ? start(index) : last + 1
    for (let deeper = index + 1; deeper < levelCount; deeper += 1) {
      const restart = numbering.levels.get(deeper)?.restart ?? null
      if (restart === null || (restart > 0 && index < restart)) counts[deeper] = undefined
    }
    return labelOf(level, at => {
      const format = level.legal ? 'decimal' : (numbering.levels.get(at)?.format ?? 'decimal')
      return numeral(format, counts[at] ?? start(at))
    })
  }
}

function labelOf(level: Level, numberOf: (level: number) => string): string {
  // A bullet is decoration, often a private character of a symbol font.
  if (level.format === 'bullet') return ''
  const text = level.text.replace(/%([1-9])/g, (_all, digit: string) => numberOf(Number(digit) - 1))
  if (text === '' || level.suffix === 'nothing') return text
  // Behind full-width punctuation the tab is no wider than what the punctuation leaves free anyway.
  return level.suffix === 'tab' && /[、．。：；）】》〕]$/.test(text) ? text : `${text} `
}
