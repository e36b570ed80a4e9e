import { child, element, isXmlElement, textOf, type XmlElement, type XmlNode } from '../../xml/tree.ts'
import { writeXml } from '../../xml/write.ts'
import { readNumberings } from '../numbering/definitions.ts'
import { NumberLabels } from '../numbering/labels.ts'
import { type Parts, parsePart, related, relationshipsName, rootOf } from '../parts.ts'
import { readStyles } from '../styles.ts'
import { walk } from './accept.ts'
import { joinDeleted } from './deleted.ts'
import { NoteMarks } from './notes.ts'
import { writeNumbers } from './number.ts'
import type { Pass } from './pass.ts'

/**
 * Makes of a package one that mammoth reads as Word shows it: three parts under the names mammoth looks for, with everything written
 * out that it does not know (numbers, notes, text boxes, strict namespaces) and everything left out that is not to be seen.
 */
export type Repaired = {
  readonly parts: Parts
  /** Relationship ids of embedded documents, in the order of their places. */
  readonly chunks: readonly string[]
  readonly hidden: number
  readonly insertions: number
  readonly deletions: number
}

export type RepairResult =
  | { readonly ok: true; readonly value: Repaired }
  | { readonly ok: false; readonly detail: string }

/** Repairs the package whose main part has this name. */
export function repairPackage(parts: Parts, main: string): RepairResult {
  const parsed = parsePart(parts, main)
  if (!parsed?.ok) return { ok: false, detail: parsed?.detail ?? 'no main part' }
  const body = child(parsed.root, 'w:body')
  if (!body) return { ok: false, detail: 'no body' }
  const root = (type: string) => rootOf(parts, related(parts, main, type, `word/${type}.xml`))
  const styles = readStyles(root('styles'))
  const settings = [child(body, 'w:sectPr'), root('settings')].filter(item => item !== undefined && item !== null)
  const notes = new NoteMarks(root('footnotes'), root('endnotes'), settings)
  const pass = startPass(styles, notes)
  body.children = walk(joinDeleted(body).children, pass)
  body.children.push(...noteParagraphs(pass))
  writeNumbers(body, new NumberLabels(readNumberings(root('numbering'), styles.numIdOf)), styles)
  const repaired = new Map<string, Uint8Array>([['word/document.xml', new TextEncoder().encode(writeXml(parsed.root))]])
  for (const [from, to] of [
    ['[Content_Types].xml', '[Content_Types].xml'],
    [relationshipsName(main), 'word/_rels/document.xml.rels'],
    [related(parts, main, 'styles', 'word/styles.xml') ?? '', 'word/styles.xml'],
  ] as const) {
    const part = parts.get(from)
    if (part) repaired.set(to, part)
  }
  const { chunks, hidden, insertions, deletions } = pass
  return { ok: true, value: { parts: repaired, chunks, hidden, insertions, deletions } }
}

function startPass(styles: Pass['styles'], notes: NoteMarks): Pass {
  const counts = { hidden: 0, insertions: 0, deletions: 0 }
  return { styles, notes, fields: [], hiddenParagraph: false, chunks: [], ...counts }
}

/** The notes referred to, each as paragraphs that begin with its mark. */
function noteParagraphs(pass: Pass): XmlNode[] {
  return pass.notes.referenced().flatMap(({ mark, body }) => {
    const content = withoutPictures(walk(joinDeleted(body).children, pass))
    const first = content.find((node): node is XmlElement => isXmlElement(node) && node.name === 'w:p')
    const at = first && child(first, 'w:pPr') ? 1 : 0
    if (first) trimStart(first)
    if (mark !== '') {
      first?.children.splice(at, 0, element('w:r', [], [element('w:t', [['xml:space', 'preserve']], [`${mark} `])]))
    }
    return content
  })
}

/** Pictures in notes go by the relationships of the notes' part, which would mean others in the main part. */
function withoutPictures(nodes: readonly XmlNode[]): XmlNode[] {
  return nodes.filter(node => {
    if (!isXmlElement(node)) return true
    node.children = withoutPictures(node.children)
    return node.name !== 'w:drawing' && node.name !== 'w:pict' && node.name !== 'w:object'
  })
}

/** Takes the space or tab away that stands between the note's own mark, which is written anew, and its text. */
function trimStart(paragraph: XmlElement): void {
  for (const run of paragraph.children) {
    if (!isXmlElement(run) || run.name === 'w:pPr') continue
    while (run.children.length > 0) {
      const first = run.children[0]
      if (!isXmlElement(first)) return
      if (first.name === 'w:t') first.children = [textOf(first).trimStart()]
      const blank = first.name === 'w:tab' || first.name === 'w:rPr' || (first.name === 'w:t' && textOf(first) === '')
      if (!blank) return
      run.children.shift()
    }
  }
}
