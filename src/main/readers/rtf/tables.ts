import { codePage, fontCharset, systemCodePage } from './charsets.ts'
import type { State } from './state.ts'

/** What the head of the file says once for all: the code page, the fonts' character sets, the headings among the styles. */
export class Tables {
  readonly #fonts = new Map<number, string | null>()
  readonly #headings = new Map<number, number>()
  /** The font or style being defined. */
  #defined = 0
  #encoding = systemCodePage
  defaultFont: number | null = null

  setCodePage(number: number | null): void {
    this.#encoding = number === null ? 'macintosh' : codePage(number)
  }

  takeFont(name: string, value: number | null): void {
    if (name === 'f') this.#defined = value ?? 0
    else if (name === 'fcharset') this.#fonts.set(this.#defined, fontCharset(value ?? 0))
  }

  takeStyle(name: string, value: number | null): void {
    if (name === 's') this.#defined = value ?? 0
    else if (name === 'outlinelevel' && value !== null && value >= 0 && value < 9) {
      this.#headings.set(this.#defined, value + 1)
    }
  }

  /** The level of heading that a paragraph style is, 0 for none. */
  headingOf(style: number): number {
    return this.#headings.get(style) ?? 0
  }

  /** The encoding of bytes in a group. */
  encodingIn({ kind, wideFont, font }: State): string {
    const wide = kind === 'wide' && wideFont !== null ? this.#fonts.get(wideFont) : undefined
    return wide ?? (font === null ? null : this.#fonts.get(font)) ?? this.#encoding
  }
}
