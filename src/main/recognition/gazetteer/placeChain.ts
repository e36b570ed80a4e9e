import { gazetteer, liesIn, type NamedPlace } from './places.ts'

/** A name read from its beginning: 重庆市 九龙坡区 白市驿镇, each in the one before. */
export type PlaceChain = {
  /** What the last part can be; several where the same name is in several places and no part before it decides. */
  readonly candidates: readonly NamedPlace[]
  /** How many characters the parts take. */
  readonly length: number
  /** Read by a short name (彭水, 广西) with no official one after it. */
  readonly short: boolean
}

const nothing: PlaceChain = { candidates: [], length: 0, short: false }
/** Province, city, county, town, and one level to spare. */
const deepest = 5
/** 彭水苗族土家族自治县 and no longer: the longest official name of a county. */
export const longestPlaceName = 15

function within(found: readonly NamedPlace[], above: readonly NamedPlace[]): readonly NamedPlace[] {
  return above.length === 0
    ? found
    : found.filter(place => above.some(other => place !== other && liesIn(place, other)))
}

function readOn(text: string, at: number, above: readonly NamedPlace[], depth: number): PlaceChain {
  const { byName, byShortName } = gazetteer()
  let best: PlaceChain = nothing
  if (depth >= deepest) return best
  for (let end = Math.min(text.length, at + longestPlaceName); end >= at + 2; end--) {
    const name = text.slice(at, end)
    for (const short of [false, true]) {
      const candidates = within((short ? byShortName : byName).get(name) ?? [], above)
      if (candidates.length === 0) continue
      const rest = readOn(text, end, candidates, depth + 1)
      // Several districts share a name, and the town behind it tells which is meant: the part behind decides.
      const chain =
        rest.length > 0 ? { ...rest, length: rest.length + end - at } : { candidates, length: end - at, short }
      if (chain.length > best.length || (chain.length === best.length && best.short && !chain.short)) best = chain
    }
  }
  return best
}

/** Bodies of the whole country or the party stand in front of the place. */
const above = /^(?:中华人民共和国|国家税务总局|国家统计局|中国人民银行|中国共产党|中共)/
/** Where a branch names its own place behind its authority's: 重庆市公安局九龙坡区分局, 朝阳区人民政府望京街道办事处. */
const branch = /[局厅行会社]|政府/g

/** 富阳分局 is 富阳区's: a branch leaves out the kind of its place. */
function ofBranch(text: string, at: number, above: readonly NamedPlace[]): PlaceChain {
  const stem = /^(\p{Script=Han}{2,4}?)分[局行关院]/u.exec(text.slice(at))?.[1] ?? ''
  if (stem === '') return nothing
  const named = ['区', '县', '市'].flatMap(kind => within(gazetteer().byName.get(stem + kind) ?? [], above))
  // A former name (富阳市) leads to the same place.
  const candidates = [...new Set(named)]
  return { candidates, length: candidates.length > 0 ? stem.length : 0, short: false }
}

/** The longest chain of places that a name begins with; `length` counts from the beginning of the name. */
export function readPlaces(name: string): PlaceChain {
  const skipped = above.exec(name)?.[0].length ?? 0
  const chain = readOn(name, skipped, [], 0)
  if (chain.length === 0) return nothing
  const first = skipped + chain.length
  for (const { index, 0: body } of name.slice(first).matchAll(branch)) {
    const at = first + index + body.length
    const own = readOn(name, at, chain.candidates, 1)
    const branched = own.length > 0 && !own.short ? own : ofBranch(name, at, chain.candidates)
    if (branched.length > 0) return { ...branched, length: at + branched.length }
  }
  return { ...chain, length: first }
}
