import { declaredEncoding } from '../common/encoding.ts'
import { type ParsedXml, parseXml } from '../common/xml/parse.ts'
import { childrenNamed, type XmlElement } from '../common/xml/tree.ts'

/** Finding the parts of a package by what relationships call them (ECMA-376 part 2, 6.5), whatever their names. */

/** What the main part is called by nearly every program. */
const mainPartName = /^word\/document\d*\.xml$/i

export type Parts = ReadonlyMap<string, Uint8Array>
export type Relationship = { readonly type: string; readonly target: string; readonly external: boolean }

export function parsePart(parts: Parts, name: string): ParsedXml | null {
  const part = parts.get(name)
  return part ? parseXml(decode(part)) : null
}

/** Whether a part is in UTF-16, with a mark or without: then every other byte of its first tag is 0. */
function wideEncoding([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : null
}

/** The parts with those in UTF-16, which is allowed beside UTF-8 (ECMA-376 part 2, 6.2.5), turned into UTF-8. */
export function narrowParts(parts: Parts): Parts {
  const narrow = new Map(parts)
  for (const [name, part] of parts) {
    const wide = /\.(?:xml|rels)$/i.test(name) ? wideEncoding(part) : null
    if (wide) narrow.set(name, new TextEncoder().encode(new TextDecoder(wide).decode(part)))
  }
  return narrow
}

/** Text of a part. One that is not the UTF-8 it should be is read in the encoding it declares; what is lost even so is U+FFFD. */
function decode(part: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(part)
  } catch {
    const declared = declaredEncoding(part)
    return new TextDecoder(declared ?? 'utf-8').decode(part)
  }
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
  const plain = unescaped(target.replaceAll('\\', '/'))
  for (const step of `${plain.startsWith('/') ? '' : folder}${plain}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Targets are URIs; a name that is none all the same is taken as it stands. */
function unescaped(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

/** The name under which the package holds a part: names are compared without regard to case (ECMA-376 part 2, 6.2.2.3). */
function heldAs(parts: Parts, name: string): string | null {
  if (parts.has(name)) return name
  const wanted = name.toLowerCase()
  return [...parts.keys()].find(key => key.toLowerCase() === wanted) ?? null
}

/** The part related to another in some way, if it is there. */
export function related(parts: Parts, name: string, type: string, fallback: string): string | null {
  for (const item of relationshipsOf(parts, name).values()) {
    const held = item.type === type && !item.external ? heldAs(parts, item.target) : null
    if (held !== null) return held
  }
  return heldAs(parts, fallback)
}

/** The part that holds the text of the document, or null. */
export function mainPart(parts: Parts): string | null {
  const named = related(parts, '', 'officeDocument', 'word/document.xml')
  return named ?? [...parts.keys()].find(name => mainPartName.test(name)) ?? null
}
