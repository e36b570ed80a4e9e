/**
 * EQ fields (ECMA-376 part 1, 17.16.5.17) on one line: Word's way to put a ring around a figure, marks over characters and fractions into a line.
 * What stands above or below must not be read as further figures: ½ is not 12.
 */

const ring = /^[○〇◯О0oO⚪]$/
/** The figures 1 to 20 have characters of their own with a ring. */
const ringed = (figure: string): string | null =>
  /^(?:[1-9]|1\d|20)$/.test(figure) ? String.fromCodePoint(0x2460 + Number(figure) - 1) : null

/** Deeper than Word's own dialogs write them. */
const deepest = 16

class Equation {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  /** Text up to the end, or to what ends an argument. */
  read(depth: number): string {
    let text = ''
    while (this.#at < this.#source.length) {
      const character = this.#source.charAt(this.#at)
      if (depth > 0 && /[,;，；)）]/.test(character)) break
      if (character === '\\') text += this.#command(depth)
      else {
        this.#at += 1
        text += character
      }
    }
    return text.trim()
  }

  #command(depth: number): string {
    const [all = '\\', name = ''] = /^\\([a-z*]+|.?)/i.exec(this.#source.slice(this.#at, this.#at + 40)) ?? []
    this.#at += all.length
    if (name === '*') {
      // Switches of Word's own dialogs: how to centre, the font, its size.
      this.#skip(/^\s*(?:"[^"]*"|[a-z]+\d*(?::"[^"]*")?)/i)
      if (/^\s*:"/.test(this.#source.slice(this.#at, this.#at + 8))) this.#skip(/^\s*:"[^"]*"/)
      return ''
    }
    if (!/^[a-z]+$/i.test(name)) return name
    // Options of the command stand between it and its arguments: \o\ac( ), \s\up 9( ).
    this.#skip(/^(?:\s|\\[a-z]{2}\s*\d*)*/i)
    if (!/[(（]/.test(this.#source.charAt(this.#at)) || depth >= deepest) return ''
    return arranged(name.charAt(0).toLowerCase(), this.#arguments(depth))
  }

  #arguments(depth: number): readonly string[] {
    const all: string[] = []
    do {
      this.#at += 1
      all.push(this.read(depth + 1))
    } while (/[,;，；]/.test(this.#source.charAt(this.#at)))
    this.#at += 1
    return all
  }

  #skip(what: RegExp): void {
    this.#at += what.exec(this.#source.slice(this.#at, this.#at + 200))?.[0].length ?? 0
  }
}

function arranged(command: string, parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  switch (command) {
    case 'f':
      return parts.join('/')
    case 'r':
      return parts.length > 1 ? `${parts[0]}√(${last})` : `√(${last})`
    case 'o': {
      // One over the other: a ring or a frame around a figure, or a reading above a character, which stands last.
      const figure = parts.find(part => !ring.test(part)) ?? last
      return parts.some(part => ring.test(part)) ? (ringed(figure) ?? `(${figure})`) : last
    }
    case 's':
      return parts.map(part => `^(${part})`).join('')
    case 'x':
      return last
    default:
      return parts.join(' ')
  }
}

/** What an EQ field shows. */
export const equationText = (instruction: string): string => new Equation(instruction.replace(/^\s*eq\b/i, '')).read(0)
