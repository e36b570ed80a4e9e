import { type Level, type ListNumbering, levelCount } from '../common/numberLabels.ts'
import { child, childrenNamed, integer, type XmlElement } from '../common/xml/tree.ts'
import { setting, toggle } from './styles.ts'

/** numbering.xml (ECMA-376 part 1, 17.9): what the automatic numbers of a document look like. */

function readLevel(source: XmlElement): Level {
  const suffix = setting(source, 'w:suff')
  const picture = child(source, 'w:lvlPicBulletId') !== undefined
  const hidden = toggle(child(source, 'w:rPr'), 'w:vanish') === true
  return {
    format: picture ? 'bullet' : formatOf(source),
    text: hidden ? '' : (setting(source, 'w:lvlText') ?? '').slice(0, 100),
    start: integer(setting(source, 'w:start')) ?? 0,
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    restart: integer(setting(source, 'w:lvlRestart')),
    legal: toggle(source, 'w:isLgl') ?? false,
    style: setting(source, 'w:pStyle') ?? null,
  }
}

/** Newer formats stand in an alternative with plain figures as the fallback. */
function formatOf(source: XmlElement): string {
  const alternative = child(child(source, 'mc:AlternateContent'), 'mc:Choice')
  const format = setting(alternative, 'w:numFmt') ?? setting(source, 'w:numFmt') ?? 'decimal'
  return format === 'custom' ? 'decimalZero' : format
}

function readLevels(source: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const level of childrenNamed(source, 'w:lvl')) {
    const index = integer(level.attributes.get('w:ilvl')) ?? 0
    if (index >= 0 && index < levelCount) levels.set(index, readLevel(level))
  }
  return levels
}

/** All numberings by their id. `numIdOfStyle` follows a numbering style (17.9.21). */
export function readNumberings(
  root: XmlElement | null,
  numIdOfStyle: (style: string) => string | null,
): ReadonlyMap<string, ListNumbering> {
  const numberings = new Map<string, ListNumbering>()
  if (!root) return numberings
  const abstracts = new Map(
    childrenNamed(root, 'w:abstractNum').map(item => [item.attributes.get('w:abstractNumId') ?? '', item]),
  )
  const sources = new Map(childrenNamed(root, 'w:num').map(item => [item.attributes.get('w:numId') ?? '', item]))
  const levelsOf = new Map<string, Map<number, Level>>()
  for (const [id, source] of sources) {
    const abstract = followLinks(setting(source, 'w:abstractNumId') ?? '', abstracts, sources, numIdOfStyle)
    const definition = abstracts.get(abstract)
    if (!definition) continue
    const shared = levelsOf.get(abstract) ?? readLevels(definition)
    levelsOf.set(abstract, shared)
    numberings.set(id, override(source, abstract, shared))
  }
  return numberings
}

function followLinks(
  first: string,
  abstracts: ReadonlyMap<string, XmlElement>,
  sources: ReadonlyMap<string, XmlElement>,
  numIdOfStyle: (style: string) => string | null,
): string {
  let id = first
  for (let steps = 0; steps < 8; steps += 1) {
    const link = setting(abstracts.get(id), 'w:numStyleLink')
    const numId = link === undefined ? null : numIdOfStyle(link)
    const next = numId === null ? undefined : setting(sources.get(numId), 'w:abstractNumId')
    if (next === undefined || next === id) return id
    id = next
  }
  return id
}

function override(source: XmlElement, abstract: string, shared: ReadonlyMap<number, Level>): ListNumbering {
  const overrides = childrenNamed(source, 'w:lvlOverride')
  if (overrides.length === 0) return { abstract, levels: shared, starts: new Map() }
  const levels = new Map(shared)
  const starts = new Map<number, number>()
  for (const item of overrides.slice(0, levelCount)) {
    const index = integer(item.attributes.get('w:ilvl')) ?? 0
    const level = child(item, 'w:lvl')
    if (level) levels.set(index, readLevel(level))
    const start = integer(setting(item, 'w:startOverride'))
    if (start !== null) starts.set(index, start)
  }
  return { abstract, levels, starts }
}
