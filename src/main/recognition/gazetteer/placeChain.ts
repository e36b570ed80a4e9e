import { readCorps } from './corps.ts'
import { customs, isProvincesOffice, nationwideLength } from './nationwide.ts'
import { gazetteer, isTooEarly, isTooLate, liesIn, type NamedPlace } from './places.ts'

/** A name read from its beginning: 重庆市 九龙坡区 白市驿镇, each in the one before. */
export type PlaceChain = {
  /** What the last part can be; several where the same name is in several places and no part before it decides. */
  readonly candidates: readonly NamedPlace[]
  /** How many characters the parts take. */
  readonly length: number
  /** Read by a short name (彭水, 广西) with no official one after it. */
  readonly short: boolean
  /** The name says more of the place than could be read, or names what is no division. */
  readonly doubtful: boolean
}

/** Which places a report can be of: those of its year (null: of any), the ones gone by then only when asked for. */
type Time = { readonly year: number | null; readonly past: boolean }

const nothing: PlaceChain = { candidates: [], length: 0, short: false, doubtful: false }
/** Province, city, county, town, and one level to spare. */
const deepest = 5
/** 彭水苗族土家族自治县 and no longer: the longest official name of a county. */
export const longestPlaceName = 15

function within(
  found: readonly NamedPlace[],
  above: readonly NamedPlace[],
  { year, past }: Time,
): readonly NamedPlace[] {
  return found.filter(
    place =>
      !isTooEarly(place, year) &&
      (past || !isTooLate(place, year)) &&
      (above.length === 0 || above.some(other => place !== other && liesIn(place, other))),
  )
}

function readOn(text: string, at: number, above: readonly NamedPlace[], depth: number, time: Time): PlaceChain {
  const { byName, byShortName } = gazetteer()
  let best: PlaceChain = nothing
  if (depth >= deepest) return best
  for (let end = Math.min(text.length, at + longestPlaceName); end >= at + 2; end--) {
    const name = text.slice(at, end)
    for (const short of [false, true]) {
      const candidates = within((short ? byShortName : byName).get(name) ?? [], above, time)
      if (candidates.length === 0) continue
      const rest = readOn(text, end, candidates, depth + 1, time)
      // Several districts share a name, and the town behind it tells which is meant: the part behind decides.
      const chain =
        rest.length > 0
          ? { ...rest, length: rest.length + end - at }
          : { candidates, length: end - at, short, doubtful: false }
      if (chain.length > best.length || (chain.length === best.length && best.short && !chain.short)) best = chain
    }
  }
  return best
}

/** Where a branch names its own place behind its authority's: 重庆市公安局九龙坡区分局, 朝阳区人民政府望京街道办事处. */
const branch = /[局厅行会社]|政府/g

/** 富阳分局 is 富阳区's: a branch leaves out the kind of its place. */
function ofBranch(text: string, at: number, above: readonly NamedPlace[], time: Time): PlaceChain {
  const stem = /^(\p{Script=Han}{2,4}?)分[局行关院]/u.exec(text.slice(at))?.[1] ?? ''
  if (stem === '') return nothing
  const named = ['区', '县', '市'].flatMap(kind => within(gazetteer().byName.get(stem + kind) ?? [], above, time))
  // A former name (富阳市) leads to the same place.
  const candidates = [...new Set(named)]
  return { ...nothing, candidates, length: candidates.length > 0 ? stem.length : 0 }
}

/** What follows a place that was read in another way, within that place. */
function followed(name: string, chain: PlaceChain, time: Time): PlaceChain {
  const own = readOn(name, chain.length, chain.candidates, 1, time)
  return own.length > 0 ? { ...own, length: chain.length + own.length, doubtful: chain.doubtful } : chain
}

const highest = (candidates: readonly NamedPlace[], level: NamedPlace['level']): readonly NamedPlace[] =>
  candidates.some(place => place.level === level) ? candidates.filter(place => place.level === level) : candidates

const freeTradeZone = /^中国[（(](\p{Script=Han}{2,7}?)[）)]自(?:由贸易|贸)试验区/u

/** 中国（浙江）自由贸易试验区宁波片区: of the areas of such a zone most are named after their city. */
function ofFreeTradeZone(name: string, time: Time): PlaceChain | null {
  const [front, province = ''] = freeTradeZone.exec(name) ?? []
  if (front === undefined) return null
  const candidates = highest(readOn(province, 0, [], 0, time).candidates, 'province')
  if (candidates.length === 0) return null
  const area = readOn(name, front.length, candidates, 1, time)
  if (area.length > 0)
    return { ...area, candidates: highest(area.candidates, 'city'), length: front.length + area.length }
  return {
    ...nothing,
    candidates,
    length: front.length,
    doubtful: /^\p{Script=Han}+片区/u.test(name.slice(front.length)),
  }
}

const customsOf = new RegExp(`^(?:中华人民共和国)?(${customs.map(([name]) => name).join('|')})(?=海关|关区)`)

function ofCustoms(name: string): PlaceChain | null {
  const [front, named] = customsOf.exec(name) ?? []
  const city = customs.find(([key]) => key === named)?.[1]
  if (front === undefined || city === undefined) return null
  return { ...nothing, candidates: gazetteer().byName.get(city) ?? [], length: front.length, doubtful: true }
}

/**
 * The longest chain of places that a name begins with; `length` counts from the beginning of the name.
 * @param year of the report: only places that there were then. Null: all of them
 * @param past also places that were gone by that year
 */
export function readPlaces(name: string, year: number | null = null, past = false): PlaceChain {
  const time: Time = { year, past }
  const corps = readCorps(name, year)
  if (corps) return followed(name, { ...nothing, ...corps }, time)
  const special = ofFreeTradeZone(name, time) ?? ofCustoms(name)
  if (special) return special
  const skipped = nationwideLength(name)
  const chain = readOn(name, skipped, [], 0, time)
  if (chain.length === 0) return nothing
  const first = skipped + chain.length
  const office = name.slice(first)
  if (skipped > 0 && chain.short && isProvincesOffice(office))
    return { ...chain, candidates: highest(chain.candidates, 'province'), length: first }
  if (skipped > 0 && chain.short && office.startsWith('监管分局'))
    return { ...chain, candidates: highest(chain.candidates, 'city'), length: first }
  for (const { index, 0: body } of name.slice(first).matchAll(branch)) {
    const at = first + index + body.length
    const own = readOn(name, at, chain.candidates, 1, time)
    const branched = own.length > 0 && !own.short ? own : ofBranch(name, at, chain.candidates, time)
    if (branched.length > 0) return { ...branched, length: at + branched.length }
  }
  return { ...chain, length: first }
}
