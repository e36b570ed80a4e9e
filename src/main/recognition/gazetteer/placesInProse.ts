import type { PrintedLine } from '../text/lines.ts'
import { longestPlaceName } from './placeChain.ts'
import { gazetteer, type NamedPlace } from './places.ts'

/** Places that a report's prose names, and how often. */

/** Names of two characters (城区, 东区) are too many words' ends. */
const shortestName = 3
/** A report has some ten thousand characters; nobody is named only beyond so many. */
const mostCharacters = 200_000

/**
 * What may stand right before a name: no Han character, or a word that names come after. Inside a sentence three characters are
 * too easily the ends of other words and count for half.
 */
const before = /(?:^|\P{Script=Han}|[省市州盟县区旗在由为以于对向从到至和与及给是将按把])$/u

/** 会同县司法局 (together with the county's 司法局) is far more often this than the county of that name. */
const wordsToo = new Set(['会同县'])

/** What names of places end in. */
const lastCharacters = new Set([...'省市县区旗盟州'].map(character => character.charCodeAt(0)))

/** The end of the next name that could end at `from` or later; beyond the text where there is none. */
function nextEnd(text: string, from: number): number {
  let end = from
  while (end <= text.length && !lastCharacters.has(text.charCodeAt(end - 1))) end++
  return end
}

/** Where a short name stands for its place: “走进彭水”, “彭水发布”, “魅力嘉兴”. */
const slogans = [
  /(?:走进|魅力|美丽|平安|数字|智慧|诚信|信用)(\p{Script=Han}{2,4})/gu,
  /(\p{Script=Han}{2,4})(?:发布|政务|在线)(?!\p{Script=Han})/gu,
]

/** Provinces, cities and counties that the lines name, and how often (see `before`). Towns are left out: their names are too common. */
export function placesInProse(lines: readonly Pick<PrintedLine, 'text'>[]): ReadonlyMap<NamedPlace, number> {
  const { byName, byShortName } = gazetteer()
  const found = new Map<NamedPlace, number>()
  const count = (place: NamedPlace, weight: number): void => {
    found.set(place, (found.get(place) ?? 0) + weight)
  }
  let left = mostCharacters
  for (const line of lines) {
    const text = line.text.replace(/ /g, '').slice(0, left)
    left -= text.length
    for (let at = 0, next = 0; at + shortestName <= text.length; at++) {
      // Nearly all positions end here: only these characters end the name of a place.
      if (next < at + shortestName) next = nextEnd(text, at + shortestName)
      if (next > text.length) break
      if (next > at + longestPlaceName) {
        at = next - longestPlaceName - 1
        continue
      }
      for (let end = Math.min(text.length, at + longestPlaceName); end >= next; end--) {
        if (!lastCharacters.has(text.charCodeAt(end - 1))) continue
        const name = text.slice(at, end)
        const named = (byName.get(name) ?? byShortName.get(name) ?? []).filter(place => place.level !== 'town')
        if (named.length === 0 || wordsToo.has(name)) continue
        const weight = name.length > shortestName || before.test(text.slice(Math.max(0, at - 1), at)) ? 1 : 0.5
        for (const place of named) count(place, weight)
        at = end - 1
        break
      }
    }
    for (const slogan of slogans)
      for (const match of text.matchAll(slogan))
        for (const length of [4, 3, 2]) {
          const words = match[1] ?? ''
          const word = slogan === slogans[0] ? words.slice(0, length) : words.slice(-length)
          const named = word.length === length ? (byShortName.get(word) ?? []) : []
          if (named.length !== 1 || !named[0]) continue
          count(named[0], 1)
          break
        }
  }
  return found
}
