/** Marked content that a character stands in (ISO 32000-1, 14.6). */
type Mark = { readonly artifact: boolean; readonly id: number | null }

function isArtifact(tag: unknown): boolean {
  return tag === 'Artifact' || (typeof tag === 'object' && tag !== null && 'name' in tag && tag.name === 'Artifact')
}

/** Follows the marks of a page's operators: what is page furniture, and which piece of the structure tree a character belongs to. */
export class Marks {
  readonly #open: Mark[] = []
  #artifacts = 0
  /** Forms have numbers of their own, which are not the page's. */
  #forms = 0

  /** `args` as pdf.js gives them: the tag, and the number of the piece where it has one. */
  begin(args: readonly unknown[]): void {
    const artifact = isArtifact(args[0])
    const own = typeof args[1] === 'number' && Number.isInteger(args[1]) ? args[1] : null
    this.#open.push({ artifact, id: own ?? this.#open.at(-1)?.id ?? null })
    if (artifact) this.#artifacts += 1
  }

  end(): void {
    if (this.#open.pop()?.artifact) this.#artifacts -= 1
  }

  beginForm(): void {
    this.#forms += 1
  }

  endForm(): void {
    this.#forms = Math.max(0, this.#forms - 1)
  }

  get artifact(): boolean {
    return this.#artifacts > 0
  }

  get id(): number | null {
    return this.#forms > 0 ? null : (this.#open.at(-1)?.id ?? null)
  }
}
