import { type ParsedXml, parseXml } from '../xml/parse.ts'
import { childrenNamed, type XmlElement } from '../xml/tree.ts'

/** Finding the parts of a package by what relationships call them (ECMA-376 part 2, 6.5), whatever their names. */

export type Parts = ReadonlyMap<string, Uint8Array>
export type Relationship = { readonly type: string; readonly target: string; readonly external: boolean }

export function parsePart(parts: Parts, name: string): ParsedXml | null {
  const part = parts.get(name)
  return part ? parseXml(decode(part)) : null
}

/** XML parts are in UTF-8 or UTF-16 (ECMA-376 part 2, 6.2.5). */
function decode(part: Uint8Array): string {
  const wide =
    part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : part[0] === 0xfe && part[1] === 0xff ? 'utf-16be' : null
  return new TextDecoder(wide ?? 'utf-8').decode(part)
}

/** A part's root, or null where the part is missing or malformed: only the main part must be there. */
export function rootOf(parts: Parts, name: string | null): XmlElement | null {
  const parsed = name === null ? null : parsePart(parts, name)
  return parsed?.ok ? parsed.root : null
}

const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1)
export const relationshipsName = (name: string) =>
  `${folderOf(name)}_rels/${name.slice(name.lastIndexOf('/') + 1)}.rels`

/** The relationships of a part by their ids; those of the package itself for ''. */
export function relationshipsOf(parts: Parts, name: string): ReadonlyMap<string, Relationship> {
  const root = rootOf(parts, relationshipsName(name))
  const list = root ? childrenNamed(root, 'pr:Relationship') : []
  return new Map(
    list.map(item => [
      item.attributes.get('Id') ?? '',
      {
        // The last word is the same in the transitional and the strict form.
        type: (item.attributes.get('Type') ?? '').replace(/^.*\//, ''),
        target: resolve(folderOf(name), item.attributes.get('Target') ?? ''),
        external: item.attributes.get('TargetMode') === 'External',
      },
    ]),
  )
}

/** A target, relative to a folder or from the package's root, as a part's name. */
function resolve(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of `${target.startsWith('/') ? '' : folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** The part related to another in some way, if it is there. */
export function related(parts: Parts, name: string, type: string, fallback: string): string | null {
  const found = [...relationshipsOf(parts, name).values()].find(
    item => item.type === type && !item.external && parts.has(item.target),
  )
  return found?.target ?? (parts.has(fallback) ? fallback : null)
}

/** The part that holds the text of the document, or null. */
export function mainPart(parts: Parts): string | null {
  const named = related(parts, '', 'officeDocument', 'word/document.xml')
  return named ?? [...parts.keys()].find(name => /^word\/document\d*\.xml$/i.test(name)) ?? null
}
