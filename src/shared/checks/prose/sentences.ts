import type { ReportSection } from '../../data/report.ts'
import type { SectionKey } from '../../form/index.ts'
import type { Passage } from '../model.ts'

/** One sentence of the prose without white space, full-width digits made plain. `places` leads from each character back to the section's text. */
export type ProseSentence = {
  readonly section: SectionKey
  readonly text: string
  readonly places: readonly number[]
}

/** Longer than any sentence seen; more is a text that lost its stops, where clauses can no longer be told apart. */
const longest = 800
/** Sections are a few thousand characters long; what comes after this is not looked at. */
const mostText = 200_000

/** One character for one, so that places stay true. Full-width commas and brackets stay: they divide clauses, not thousands. */
function plain(character: string): string {
  if (character >= '０' && character <= '９') return String.fromCharCode(character.charCodeAt(0) - 0xfee0)
  return character === '％' ? '%' : character === '．' ? '.' : character === '﹪' ? '%' : character
}

const ends = new Set([...'。；;！？\n'].map(character => character.charCodeAt(0)))
/** Nearly all of the prose, known without asking for white space. */
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

function cut({ key, text }: ReportSection): readonly ProseSentence[] {
  const sentences: ProseSentence[] = []
  let words = ''
  let places: number[] = []
  const end = () => {
    if (words !== '' && words.length <= longest) sentences.push({ section: key, text: words, places })
    words = ''
    places = []
  }
  for (let at = 0; at < Math.min(text.length, mostText); at++) {
    const code = text.charCodeAt(at)
    if (ends.has(code)) end()
    else if (isHan(code) || !/\s/.test(text.charAt(at))) {
      const character = text.charAt(at)
      words += plain(character)
      places.push(at)
    }
  }
  end()
  return sentences
}

/** A section never changes, so it is cut once however often its report is checked. */
const known = new WeakMap<ReportSection, readonly ProseSentence[]>()

export function sentencesOf(section: ReportSection): readonly ProseSentence[] {
  const found = known.get(section) ?? cut(section)
  known.set(section, found)
  return found
}

/** A range of a sentence as a place in its section; `figure` is what the words there name. */
export function passageIn({ section, places }: ProseSentence, start: number, end: number, figure: string): Passage {
  const from = places[start] ?? 0
  return { section, start: from, end: (places[end - 1] ?? from) + 1, figure }
}
