import { type Rgb, speck } from '../common/sight.ts'

/** How text and what it stands on look, by numbers of the colour table; 0 is automatic (RTF 1.9.1, font and shading properties). */

export type TextLook = {
  readonly colour: number
  readonly highlight: number
  readonly back: number
  /** Shaded with a pattern, or in a way that programs do not agree on. */
  readonly pattern: boolean
  readonly tiny: boolean
}
export type Shading = { readonly back: number; readonly pattern: boolean }

export const plainLook: TextLook = { colour: 0, highlight: 0, back: 0, pattern: false, tiny: false }
export const unshaded: Shading = { back: 0, pattern: false }

const isPattern = (name: string): boolean =>
  /^(?:ch|cl|tr)?bg(?:dk)?(?:horiz|vert|fdiag|bdiag|cross|dcross)$/.test(name)

/** A look with what a control word says of it; the same one where that says nothing. */
export function lookWith(look: TextLook, name: string, number: number | null): TextLook {
  const value = number ?? 0
  switch (name) {
    case 'cf':
      return look.colour === value ? look : { ...look, colour: value }
    case 'fs': {
      const tiny = number !== null && value <= speck
      return look.tiny === tiny ? look : { ...look, tiny }
    }
    case 'highlight':
      return { ...look, highlight: value }
    case 'chcbpat':
      return { ...look, back: value }
    case 'chshdng':
    case 'cb':
      return { ...look, pattern: value > 0 }
    default:
      return name.startsWith('chbg') && isPattern(name) ? { ...look, pattern: true } : look
  }
}

/** A shading with what a control word says of it, its prefix taken away: of a paragraph, a cell or a row. */
export function shadingWith(shading: Shading, name: string, number: number | null): Shading {
  if (name === 'cbpat' || name === 'cbpatraw') return { ...shading, back: number ?? 0 }
  if (name === 'shdng' || name === 'shdngraw') return { ...shading, pattern: (number ?? 0) > 0 }
  return name.startsWith('bg') && isPattern(name) ? { ...shading, pattern: true } : shading
}

/** The colour table (\colortbl): what is between two semicolons is a colour, nothing is the automatic one. */
export class ColourTable {
  readonly #colours: (Rgb | null)[] = []
  #open: Rgb | null = null

  take(name: string, value: number | null): void {
    const shift = name === 'red' ? 16 : name === 'green' ? 8 : name === 'blue' ? 0 : null
    if (shift !== null) this.#open = (this.#open ?? 0) | (Math.min(Math.max(value ?? 0, 0), 255) << shift)
  }

  endColour(): void {
    this.#colours.push(this.#open)
    this.#open = null
  }

  of(number: number): Rgb | null {
    return this.#colours[number] ?? null
  }
}
