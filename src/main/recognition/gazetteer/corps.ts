import { gazetteer, isTooEarly, type NamedPlace } from './places.ts'

/** 新疆生产建设兵团: its divisions, which are no divisions of the country, and the cities that each of them runs. */

/** 师市合一: body and leaders of the division are those of its city. The eleventh builds and the twelfth farms; they have none. */
const cities: readonly (readonly [division: string, cities: readonly string[]])[] = [
  ['一', ['阿拉尔市']],
  ['二', ['铁门关市']],
  ['三', ['图木舒克市', '草湖市']],
  ['四', ['可克达拉市']],
  ['五', ['双河市']],
  ['六', ['五家渠市']],
  ['七', ['胡杨河市']],
  ['八', ['石河子市']],
  ['九', ['白杨市']],
  ['十', ['北屯市']],
  ['十一', []],
  ['十二', []],
  ['十三', ['新星市']],
  ['十四', ['昆玉市']],
]

const corps = /^(?:新疆(?:维吾尔自治区)?)?(?:生产)?(?:建设)?兵团/
/** 第八师, 八师, 兵团农八师; 第二师范学院 is none. */
const division = /^(第|农)?(十?[一二三四五六七八九]|十)师(?![范专附大傅资])/

/** What a name says of the 兵团: where its division or city is, how many characters that takes, and whether it says so itself. */
export type OfCorps = {
  readonly candidates: readonly NamedPlace[]
  readonly length: number
  readonly doubtful: boolean
}

/** 新疆生产建设兵团第八师石河子市, 第八师石河子市, 兵团石河子市; null for a name of another kind. */
export function readCorps(name: string, year: number | null): OfCorps | null {
  const prefix = corps.exec(name)?.[0] ?? ''
  const found = division.exec(name.slice(prefix.length))
  const at = prefix.length + (found?.[0].length ?? 0)
  const ofDivision = cities.find(([key]) => key === found?.[2])?.[1]
  const all = cities.flatMap(([, names]) => names)
  const named = all.find(city => name.startsWith(city, at))
  const placesOf = (names: readonly string[]): readonly NamedPlace[] =>
    names
      .flatMap(city => gazetteer().byName.get(city) ?? [])
      .filter(place => place.level === 'county' && place.code.startsWith('659') && !isTooEarly(place, year))
  if (at > 0 && named !== undefined) {
    // A city that another division runs: one of the two is a slip.
    const doubtful = ofDivision !== undefined && !ofDivision.includes(named)
    const candidates = placesOf([named])
    if (candidates.length > 0) return { candidates, length: at + named.length, doubtful }
  }
  if (ofDivision === undefined || (prefix === '' && found?.[1] === undefined)) return null
  const candidates = placesOf(ofDivision)
  const region = gazetteer().byName.get('新疆维吾尔自治区') ?? []
  return { candidates: candidates.length === 1 ? candidates : region, length: at, doubtful: true }
}
