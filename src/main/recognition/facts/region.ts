import type { SourceDocument } from '../../../shared/data/document.ts'
import type { Region } from '../../../shared/data/report.ts'
import { type PlaceChain, readPlaces } from '../gazetteer/placeChain.ts'
import { type Place, placeName } from '../gazetteer/places.ts'
import { placesInProse } from '../gazetteer/placesInProse.ts'
import { type TextLine, textLines } from '../text/lines.ts'
import { plain } from '../text/normalise.ts'
import type { Doubted } from './found.ts'

export type FoundRegion = Doubted<Region>

/** 新设镇人民政府 behind 九龙坡区: a town that the packaged lists do not know. */
const unknownTown = /^\p{Script=Han}{1,8}?(?:镇|乡|街道|苏木)(?:人民政府|政府|办事处|党政|综合|$)/u
/** A name that begins with a place, known or not. */
const placeFirst = /^\p{Script=Han}{2,7}?(?:省|市|自治区|自治州|区|县|旗|盟|州|镇|乡|街道)/u

const regionOf = (place: Place): Region => ({ code: place.code, name: placeName(place), level: place.level })

/** 嘉善, 三门: a county's name without its kind is a word that may be another's. 景宁县, 凉山州, 广西 are nothing else. */
const isWord = (place: Place, name: string): boolean =>
  place.level === 'county' && name.endsWith(place.name.slice(0, 2)) && !/[市县区州旗盟]$/.test(name)

/** Of places that share a name the one whose county, city or province the text names; null where that decides nothing. */
function decide(candidates: readonly Place[], mentioned: ReadonlyMap<Place, number>): Place | null {
  const score = (place: Place): number => {
    let sum = 0
    for (let above = place.parent; above; above = above.parent) sum += mentioned.has(above) ? 1 : 0
    return sum
  }
  const scored = candidates.map(place => ({ place, score: score(place) })).toSorted((a, b) => b.score - a.score)
  const [first, second] = scored
  return first && first.score > 0 && first.score > (second?.score ?? 0) ? first.place : null
}

function fromName(
  chain: PlaceChain,
  organization: Doubted<string>,
  mentioned: () => ReadonlyMap<Place, number>,
): FoundRegion | null {
  const rest = organization.value.slice(chain.length)
  const alone = chain.candidates.length === 1
  const place = alone ? chain.candidates[0] : decide(chain.candidates, mentioned())
  if (!place) return null
  return {
    value: regionOf(place),
    anchor: organization.anchor,
    from: 'organization',
    unsure:
      organization.unsure ||
      !alone ||
      isWord(place, organization.value.slice(0, chain.length)) ||
      unknownTown.test(rest),
  }
}

/** By so many mentions the first must lead; half a mention is one that may be no place at all. */
const clearly = 1

/** What a report calls its own area: 全县, 本区, 我市. */
function ownWord(lines: readonly TextLine[]): string | null {
  const counts = new Map<string, number>()
  for (const line of lines)
    for (const match of line.text.slice(0, 20_000).matchAll(/[全我本]([省市县区州旗])/g))
      counts.set(match[1] ?? '', (counts.get(match[1] ?? '') ?? 0) + 1)
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1])
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null
}

/** The county or city that the prose names most, and of the kind that it calls its own; never more than a hint. */
function fromProse(lines: readonly TextLine[], mentioned: ReadonlyMap<Place, number>): FoundRegion | null {
  const own = ownWord(lines)
  const counted = [...mentioned]
    .filter(
      ([place]) => (place.level === 'county' || place.level === 'city') && (own === null || place.name.endsWith(own)),
    )
    .toSorted((a, b) => b[1] - a[1])
  const [first, second] = counted
  if (!first || first[1] - (second?.[1] ?? 0) < clearly) return null
  const line = lines.find(item => placesInProse([item]).has(first[0]))
  return { value: regionOf(first[0]), anchor: line?.anchor ?? null, from: 'prose', unsure: true }
}

/**
 * Where the body is that made the report: from its name, or where that names no place, from the prose (then unsure). Null where
 * nothing is named, or where a name could be several places and nothing decides.
 */
export function findRegion(document: SourceDocument, organization: Doubted<string> | null): FoundRegion | null {
  const lines = textLines(document)
  let known: ReadonlyMap<Place, number> | null = null
  const mentioned = (): ReadonlyMap<Place, number> => {
    const { title = null, hints } = document
    known ??= placesInProse([
      ...lines,
      ...[title, hints?.title, hints?.site, hints?.source].flatMap(text => (text ? [{ text: plain(text) }] : [])),
    ])
    return known
  }
  if (organization) {
    const chain = readPlaces(organization.value)
    if (chain.length > 0) return fromName(chain, organization, mentioned)
    // It names a place, though none that the lists have: the prose is no better witness of it.
    if (placeFirst.test(organization.value)) return null
  }
  return fromProse(lines, mentioned())
}
