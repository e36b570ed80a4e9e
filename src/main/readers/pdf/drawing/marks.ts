/** Marked content that a character stands in (ISO 32000-1, 14.6). */
type Mark = { readonly artifact: boolean; readonly id: number | null; readonly hidden: boolean }

function isArtifact(tag: unknown): boolean {
  return tag === 'Artifact' || (typeof tag === 'object' && tag !== null && 'name' in tag && tag.name === 'Artifact')
}

/** Follows the marks of a page's operators: what is page furniture, and which piece of the structure tree a character belongs to. */
export class Marks {
  readonly #open: Mark[] = []
  #artifacts = 0
  #hidden = 0
  readonly #isShown: (layer: unknown) => boolean
  /** Forms have numbers of their own, which are not the page's. */
  #forms = 0

  /** @param isShown whether a layer (optional content, ISO 32000-1, 8.11) is on. */
  constructor(isShown: (layer: unknown) => boolean = () => true) {
    this.#isShown = isShown
  }

  /** `args` as pdf.js gives them: the tag, and the number of the piece where it has one, or the layer. */
  begin(args: readonly unknown[]): void {
    const artifact = isArtifact(args[0])
    const own = typeof args[1] === 'number' && Number.isInteger(args[1]) ? args[1] : null
    const hidden = args[0] === 'OC' && !this.#isShown(args[1])
    this.#open.push({ artifact, id: own ?? this.#open.at(-1)?.id ?? null, hidden })
    if (artifact) this.#artifacts += 1
    if (hidden) this.#hidden += 1
  }

  end(): void {
    const mark = this.#open.pop()
    if (mark?.artifact) this.#artifacts -= 1
    if (mark?.hidden) this.#hidden -= 1
  }

  beginForm(): void {
    this.#forms += 1
  }

  endForm(): void {
    this.#forms = Math.max(0, this.#forms - 1)
  }

  /** Inside a layer that is off: nothing is painted. */
  get hidden(): boolean {
    return this.#hidden > 0
  }

  get artifact(): boolean {
    return this.#artifacts > 0
  }

  get id(): number | null {
    return this.#forms > 0 ? null : (this.#open.at(-1)?.id ?? null)
  }
}
