import { NumberLabels } from '../../common/numberLabels.ts'
import { white } from '../../common/sight.ts'
import { child, element, isXmlElement, textOf, type XmlElement, type XmlNode } from '../../common/xml/tree.ts'
import { writeXml } from '../../common/xml/write.ts'
import { noLook } from '../looks.ts'
import { readNumberings } from '../numbering.ts'
import { type Parts, parsePart, related, relationshipsOf, rootOf } from '../parts.ts'
import { readStyles } from '../styles.ts'
import { acceptChanges } from './acceptChanges.ts'
import { joinDeleted } from './deletedMarks.ts'
import { NoteMarks } from './notes.ts'
import { simplifiedBlocks } from './simplify.ts'
import type { Embedded, WalkState } from './walkState.ts'
import { writeNumbers } from './writeNumbers.ts'

/**
 * Makes of a package one that mammoth reads as Word shows it: the document and the relationships of its pictures, with everything
 * written out that mammoth does not know (numbers, notes, text boxes, strict namespaces) and everything left out that is not to be
 * seen or that it does not need. What it parses is therefore always our own XML: its parser, xmldom 0.8, was seen to hang for 16 s.
 */
export type Repaired = {
  /** XML by the names of parts. */
  readonly parts: ReadonlyMap<string, string>
  /** Embedded documents and objects, in the order of their places. */
  readonly embedded: readonly Embedded[]
  /** Names of parts that are there but malformed. */
  readonly broken: readonly string[]
  readonly hidden: number
  readonly unseen: number
  readonly doubts: number
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
  const broken: string[] = []
  const root = (type: string) => {
    const name = related(parts, main, type, `word/${type}.xml`)
    const found = rootOf(parts, name)
    if (name !== null && found === null) broken.push(name)
    return found
  }
  const styles = readStyles(root('styles'))
  const settings = [child(body, 'w:sectPr'), root('settings')].filter(item => item !== undefined && item !== null)
  const notes = new NoteMarks(root('footnotes'), root('endnotes'), settings)
  const pass = startPass(styles, notes)
  // A page in colour is printed white unless someone asks for its colour.
  if (child(parsed.root, 'w:background')) pass.page = 'unknown'
  body.children = acceptChanges(joinDeleted(body).children, pass)
  body.children.push(...noteParagraphs(pass))
  writeNumbers(body, new NumberLabels(readNumberings(root('numbering'), styles.numIdOf)), styles)
  body.children = simplifiedBlocks(body.children, styles)
  const document = element('w:document', [], [body])
  const repaired = new Map([['word/document.xml', writeXml(document)]])
  const pictures = pictureRelationships(parts, main)
  if (pictures !== null) repaired.set('word/_rels/document.xml.rels', writeXml(pictures))
  const { embedded, hidden, unseen, doubts, insertions, deletions } = pass
  return { ok: true, value: { parts: repaired, embedded, broken, hidden, unseen, doubts, insertions, deletions } }
}

/** Of the relationships mammoth needs those of pictures only: links are unwrapped, and everything else is written out. */
function pictureRelationships(parts: Parts, main: string): XmlElement | null {
  const pictures = [...relationshipsOf(parts, main)].filter(([, { type }]) => type === 'image')
  if (pictures.length === 0) return null
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
  return element(
    'pr:Relationships',
    [],
    pictures.map(([id, { target, external }]) =>
      element('pr:Relationship', [
        ['Id', id],
        ['Type', type],
        ['Target', `/${target}`],
        ...(external ? ([['TargetMode', 'External']] as const) : []),
      ]),
    ),
  )
}

function startPass(styles: WalkState['styles'], notes: NoteMarks): WalkState {
  const counts = { hidden: 0, unseen: 0, doubts: 0, insertions: 0, deletions: 0 }
  const looks = { paragraphLook: styles.base, tableLook: noLook, ground: undefined, page: white }
  return { styles, notes, fields: [], hiddenParagraph: false, embedded: [], objects: [], ...looks, ...counts }
}

/** The notes referred to, each as paragraphs that begin with its mark. */
function noteParagraphs(pass: WalkState): XmlNode[] {
  return pass.notes.referenced().flatMap(({ mark, body }) => {
    const content = withoutPictures(acceptChanges(joinDeleted(body).children, pass))
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
