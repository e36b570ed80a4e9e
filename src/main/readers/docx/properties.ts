import { parseFragment } from 'parse5'

/** The title in the package's core properties (docProps/core.xml, ECMA-376 part 2, 8.3), or null. */
export function documentTitle(parts: ReadonlyMap<string, Uint8Array>): string | null {
  const part = parts.get('docProps/core.xml')
  if (!part) return null
  const xml = new TextDecoder().decode(part.subarray(0, 65_536))
  const raw = /<(?:\w+:)?title\b[^>]*>([^<]*)</.exec(xml)?.[1]
  const node = raw ? parseFragment(raw).childNodes[0] : undefined
  const title = node && 'value' in node ? node.value.trim() : ''
  return title === '' ? null : title
}
