import type { ActiveContent } from '../../../shared/data/inspection.ts'
import { openPackage, zipNames } from '../common/zip.ts'
import { activeInPage } from './page.ts'

/** Looks for active content in zip packages: DOCX and ODT. */

type Found = ActiveContent['found'][number]
const looked = ['macro', 'script', 'embedded', 'external'] as const
const utf8 = new TextDecoder()

/** Fields that fetch or run when they are updated (ECMA-376 part 1, 17.16.5). */
export const fetchingField = /\b(?:DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|LINK)\s+["\\\w]/

/** Parts of a package that are not XML are judged by their names: OPC and ODF fix what lies where. */
function byName(name: string): readonly Found[] {
  if (/(?:^|\/)vbaProject\.bin$/i.test(name) || /^Basic\/./.test(name)) return [{ kind: 'macro', where: name }]
  if (/^Scripts\/./.test(name)) return [{ kind: 'script', where: name }]
  if (/(?:^|\/)(?:embeddings|activeX)\/./i.test(name) || /^Object \d+\/content\.xml$/.test(name))
    return [{ kind: 'embedded', where: name }]
  return []
}

function inPart(name: string, text: string): readonly Found[] {
  const found: Found[] = []
  if (/\.rels$/i.test(name))
    for (const [relation] of text.matchAll(/<Relationship\b[^>]*>/g)) {
      const external = /TargetMode\s*=\s*["']External["']/.test(relation)
      if (external && !/\/hyperlink["']/.test(relation))
        found.push({ kind: 'external', where: /Target\s*=\s*["']([^"']*)/.exec(relation)?.[1]?.slice(0, 200) ?? name })
    }
  if (/^word\/.*\.xml$/i.test(name))
    for (const [, code = ''] of text.matchAll(/<w:instrText\b[^>]*>([^<]*)/g))
      if (fetchingField.test(code)) found.push({ kind: 'external', where: code.trim().slice(0, 200) })
  if (/^(?:content|styles)\.xml$/.test(name)) {
    const fetched =
      /<(?:draw:(?:image|object|object-ole|plugin|applet)|text:section-source)\b[^>]*?xlink:href="((?:https?|ftp|file):[^"]*)"/g
    for (const [, where = ''] of text.matchAll(fetched)) found.push({ kind: 'external', where: where.slice(0, 200) })
    if (/<(?:office:script|script:event-listener|presentation:event-listener)\b/.test(text))
      found.push({ kind: 'script', where: name })
  }
  if (/\.x?html?$/i.test(name)) found.push(...activeInPage(text).found)
  return found
}

/** DOCX and ODT. A package that may not be opened is judged by the names of its parts alone. */
export async function activeInOffice(bytes: Uint8Array, format: 'docx' | 'odt'): Promise<ActiveContent> {
  // A flat ODT is one XML file.
  if (bytes[0] !== 0x50) return { looked, found: inPart('content.xml', utf8.decode(bytes)), partial: false }
  const opened = await openPackage(bytes, format)
  if (!opened.ok) {
    const names = (await zipNames(bytes)) ?? []
    return { looked, found: names.flatMap(byName), partial: true }
  }
  const { names, parts } = opened.value
  const found = [...names.flatMap(byName), ...[...parts].flatMap(([name, part]) => inPart(name, utf8.decode(part)))]
  return { looked, found, partial: false }
}
