import type { CellShape, RowShape, VerticalMerge } from '../common/wordTables/model.ts'
import { type Shading, shadingWith, unshaded } from './looks.ts'

/** The definition of a row (\trowd … \row): where its cells end and how they merge. */
export class RowDefinition {
  #left = 0
  #edges: number[] = []
  #cells: CellShape[] = []
  #shadings: Shading[] = []
  #row = unshaded
  #shading: Shading | null = null
  #vertical: VerticalMerge = 'none'
  #horizontal = 0

  /** Whether the word belongs to the definition of a row; if so it was taken in. */
  take(word: string, value: number | null): boolean {
    switch (word) {
      case 'trowd':
        this.#left = 0
        this.#edges = []
        this.#cells = []
        this.#shadings = []
        this.#row = unshaded
        this.#shading = null
        this.#vertical = 'none'
        this.#horizontal = 0
        return true
      case 'trleft':
        this.#left = value ?? 0
        return true
      case 'clvmgf':
        this.#vertical = 'restart'
        return true
      case 'clvmrg':
        this.#vertical = 'continue'
        return true
      case 'clmgf':
        this.#horizontal = 2
        return true
      case 'clmrg':
        this.#horizontal = 1
        return true
      case 'cellx':
        this.#endCell(value ?? 0)
        return true
      default:
        return this.#shade(word, value)
    }
  }

  #shade(word: string, value: number | null): boolean {
    // Most words of a document are no such: their first letter says so.
    const first = word.charCodeAt(0)
    if ((first !== 0x63 && first !== 0x74) || !/^(?:cl|tr)(?:cb|shd|bg)/.test(word)) return false
    const name = word.slice(2)
    if (word.startsWith('tr')) this.#row = shadingWith(this.#row, name, value)
    else this.#shading = shadingWith(this.#shading ?? unshaded, name, value)
    return true
  }

  /** What a cell stands on; null where no such cell is defined. */
  shadingOf(cell: number): Shading | null {
    return this.#shadings[cell] ?? null
  }

  #endCell(edge: number): void {
    // More columns than this are no table; Word itself stops at 63.
    if (this.#cells.length < mostColumns) {
      this.#edges.push(edge)
      this.#shadings.push(this.#shading ?? this.#row)
      this.#cells.push({ horizontal: this.#horizontal, vertical: this.#vertical })
    }
    this.#shading = null
    this.#vertical = 'none'
    this.#horizontal = 0
  }

  /** The row as defined so far, or null where no cell is. */
  shape(): RowShape | null {
    if (this.#cells.length === 0) return null
    const edges = [Math.min(this.#left, this.#edges[0] ?? this.#left)]
    for (const edge of this.#edges) edges.push(Math.max(edge, edges.at(-1) ?? edge))
    return { edges, cells: this.#cells }
  }
}

const mostColumns = 256
