import { equationText } from '../common/equationField.ts'

/** Fields of RTF that have no result in the text (RTF 1.9.1, Form Fields): drop-downs and tick boxes, which stand in their data, and EQ fields. */

/** Stands for a field that nobody touched: it shows its default. */
const nothingChosen = 25
/** An instruction that draws a number is short. */
const longestInstruction = 2_000

export class FieldData {
  #instruction = ''
  #type = 0
  #chosen: number | null = null
  #standard = 0
  #entries: string[] = []

  /** The beginning of an entry in the list. */
  beginEntry(): void {
    this.#entries.push('')
  }

  addToEntry(text: string): void {
    const last = this.#entries.pop()
    if (last !== undefined) this.#entries.push(last + text)
  }

  addToInstruction(text: string): void {
    if (this.#instruction.length < longestInstruction) this.#instruction += text
  }

  take(word: string, value: number | null): void {
    if (word === 'fftype') this.#type = value ?? 0
    else if (word === 'ffres') this.#chosen = value
    else if (word === 'ffdefres') this.#standard = value ?? 0
  }

  /** What the field shows of itself; '' where its result stands in the text. */
  shown(): string {
    const chosen = this.#chosen === null || this.#chosen === nothingChosen ? this.#standard : this.#chosen
    if (this.#type === 1) return chosen === 1 ? '☑' : '☐'
    if (this.#type === 2) return this.#entries[chosen] ?? ''
    return /^\s*eq\b/i.test(this.#instruction) ? equationText(this.#instruction) : ''
  }
}
