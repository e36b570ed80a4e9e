import { numeral } from '../../common/numerals.ts'
import { childrenNamed, integer, type XmlElement } from '../../common/xml/tree.ts'
import { setting } from '../styles.ts'

/** Foot notes and end notes: numbered by us, because mammoth counts both together and puts them into a list without numbers. */

type Kind = 'footnote' | 'endnote'
type Source = { readonly format: string; readonly bodies: ReadonlyMap<string, XmlElement> }
export type Note = { readonly mark: string; readonly body: XmlElement }

function bodiesOf(root: XmlElement | null, name: string): ReadonlyMap<string, XmlElement> {
  const notes = root ? childrenNamed(root, `w:${name}`) : []
  // Separators have a type; notes do not (17.11.2, 17.11.10).
  const real = notes.filter(note => (note.attributes.get('w:type') ?? 'normal') === 'normal')
  return new Map(real.map(note => [note.attributes.get('w:id') ?? '', note]))
}

export class NoteMarks {
  readonly #sources: Readonly<Record<Kind, Source>>
  readonly #referenced: Readonly<Record<Kind, Map<string, Note>>> = { footnote: new Map(), endnote: new Map() }
  readonly #numbers: Record<Kind, number> = { footnote: 0, endnote: 0 }

  constructor(footnotes: XmlElement | null, endnotes: XmlElement | null, settings: readonly XmlElement[]) {
    const format = (name: string) =>
      settings.map(item => setting(childrenNamed(item, name)[0], 'w:numFmt')).find(value => value !== undefined)
    this.#sources = {
      footnote: { format: format('w:footnotePr') ?? 'decimal', bodies: bodiesOf(footnotes, 'footnote') },
      endnote: { format: format('w:endnotePr') ?? 'lowerRoman', bodies: bodiesOf(endnotes, 'endnote') },
    }
  }

  /** The mark of a reference: [1], or ① where notes are numbered so. '' where the author wrote a mark of their own, or no such note exists. */
  mark(kind: Kind, reference: XmlElement): string {
    const id = reference.attributes.get('w:id') ?? ''
    const known = this.#referenced[kind].get(id)
    if (known) return known.mark
    const { format, bodies } = this.#sources[kind]
    const body = bodies.get(id)
    if (!body) return ''
    const own = /^(?:1|true|on)$/.test(reference.attributes.get('w:customMarkFollows') ?? '')
    if (!own) this.#numbers[kind] += 1
    const text = numeral(format, this.#numbers[kind])
    const mark = own ? '' : integer(text) !== null || /^[a-z]+$/i.test(text) ? `[${text}]` : text
    this.#referenced[kind].set(id, { mark, body })
    return mark
  }

  /** The notes referred to so far, foot notes first. */
  referenced(): readonly Note[] {
    return [...this.#referenced.footnote.values(), ...this.#referenced.endnote.values()]
  }
}
