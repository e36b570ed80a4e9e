import type { SourceDocument } from '../../../shared/data/document.ts'
import type { Region } from '../../../shared/data/report.ts'
import { isOfNoPlace } from '../gazetteer/nationwide.ts'
import { type PlaceChain, readPlaces } from '../gazetteer/placeChain.ts'
import { zonesOfCounties } from '../gazetteer/placeChanges.ts'
import { isTooEarly, isTooLate, type NamedPlace, placeName } from '../gazetteer/places.ts'
import { placesInProse } from '../gazetteer/placesInProse.ts'
import { type PrintedLine, textLines } from '../text/lines.ts'
import { plain } from '../text/normalise.ts'
import type { DoubtedFact } from './foundFact.ts'

/** Finds the place of the body that made the report. */

export type FoundRegion = DoubtedFact<Region>

/** 新设镇人民政府 behind 九龙坡区: a town that the packaged lists do not know. */
const unknownTown = /^\p{Script=Han}{1,8}?(?:镇|乡|街道|苏木)(?:人民政府|政府|办事处|党政|综合|$)/u
/** 云栖区人民政府 behind 杭州市: a county that they do not know. */
const unknownCounty = /^(\p{Script=Han}{1,8}?)(?:自治[县旗]|[市县区旗])/u
/** 城市管理局, 双凤经济开发区, 灌区管理处: what ends so is no county. */
const noCounty =
  /(?:[城都集夜]市|红旗|[社小园景灌库林矿牧山老湖港片关厂校辖地市城街农军战特专新垦态治]区|(?:开发|示范|试验|实验|保护|保税|度假|合作|功能|管理|工业|产业|集聚|高新|经开|旅游|名胜|贸易|加工|先行|核心)区)$/
/** 某某新区人民政府: zones are run by a 管理委员会, and what has a government is a district. */
const newDistrict = /^\p{Script=Han}{1,8}?新区(?:人民)?政府/u
/** A zone of the same name as the district in which it lies. */
const zoneOfDistrict = /新区$/
const ofZone = /^(?:管理委员会|管委会|党工委)/
/** A name that begins with a place, known or not. */
const placeFirst = /^\p{Script=Han}{2,7}?(?:省|市|自治区|自治州|区|县|旗|盟|州|镇|乡|街道)/u

const regionOf = (place: NamedPlace): Region => ({ code: place.code, name: placeName(place), level: place.level })

/** 嘉善, 三门: a county's name without its kind is a word that may be another's. 景宁县, 凉山州, 广西 are nothing else. */
const isWord = (place: NamedPlace, name: string): boolean =>
  place.level === 'county' && name.endsWith(place.name.slice(0, 2)) && !/[市县区州旗盟]$/.test(name)

/** Whether a name goes on with a place that the lists do not know: what was found is only what it lies in. */
function goesOn(rest: string, { level }: NamedPlace): boolean {
  if (unknownTown.test(rest)) return true
  if (level !== 'province' && level !== 'city') return false
  if (newDistrict.test(rest)) return true
  const [found, stem = ''] = unknownCounty.exec(rest) ?? []
  return found !== undefined && !noCounty.test(found) && !/[局厅委会院处站所队办部署]|中心|政府/.test(stem)
}

const namesZone = (name: string): boolean => zonesOfCounties.some(([zone]) => name.endsWith(zone))

/** Of places that share a name the one whose county, city or province the text names; null where that decides nothing. */
function decide(candidates: readonly NamedPlace[], mentioned: ReadonlyMap<NamedPlace, number>): NamedPlace | null {
  const score = (place: NamedPlace): number => {
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
  organization: DoubtedFact<string>,
  mentioned: () => ReadonlyMap<NamedPlace, number>,
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
      chain.doubtful ||
      isWord(place, organization.value.slice(0, chain.length)) ||
      namesZone(organization.value.slice(0, chain.length)) ||
      (zoneOfDistrict.test(place.name) && ofZone.test(rest)) ||
      goesOn(rest, place),
  }
}

/** What is still there of a place that was gone in the report's year: the city or province it lay in. */
function fromPast(chain: PlaceChain, organization: DoubtedFact<string>, year: number | null): FoundRegion | null {
  const [place, other] = chain.candidates
  if (other) return null
  for (let above = place?.parent ?? null; above; above = above.parent)
    if (!isTooLate(above, year))
      return { value: regionOf(above), anchor: organization.anchor, from: 'organization', unsure: true }
  return null
}

/** By so many mentions the first must lead; half a mention is one that may be no place at all. */
const clearly = 1

/** What a report calls its own area: 全县, 本区, 我市. */
function ownWord(lines: readonly PrintedLine[]): string | null {
  const counts = new Map<string, number>()
  for (const line of lines)
    for (const match of line.text.slice(0, 20_000).matchAll(/[全我本]([省市县区州旗])/g))
      counts.set(match[1] ?? '', (counts.get(match[1] ?? '') ?? 0) + 1)
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1])
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null
}

/** The county or city that the prose names most, and of the kind that it calls its own; never more than a hint. */
function fromProse(lines: readonly PrintedLine[], mentioned: ReadonlyMap<NamedPlace, number>): FoundRegion | null {
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
 * @param year of the figures: places come and go
 */
export function findRegion(
  document: SourceDocument,
  organization: DoubtedFact<string> | null,
  year: number | null,
): FoundRegion | null {
  const lines = textLines(document)
  let known: ReadonlyMap<NamedPlace, number> | null = null
  const mentioned = (): ReadonlyMap<NamedPlace, number> => {
    const { title = null, hints } = document
    known ??= new Map(
      [
        ...placesInProse([
          ...lines,
          ...[title, hints?.title, hints?.site, hints?.source].flatMap(text => (text ? [{ text: plain(text) }] : [])),
        ]),
      ].filter(([place]) => !isTooEarly(place, year) && !isTooLate(place, year)),
    )
    return known
  }
  if (organization) {
    const chain = readPlaces(organization.value, year)
    const past = readPlaces(organization.value, year, true)
    if (past.length > chain.length) return fromPast(past, organization, year)
    if (chain.length > 0) return fromName(chain, organization, mentioned)
    // It names a place, though none that the lists have: the prose is no better witness of it. Nor where it is of the whole country.
    if (placeFirst.test(organization.value) || isOfNoPlace(organization.value)) return null
  }
  return fromProse(lines, mentioned())
}
