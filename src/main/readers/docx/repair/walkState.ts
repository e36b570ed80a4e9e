import type { Ground } from '../../common/sight.ts'
import type { XmlNode } from '../../common/xml/tree.ts'
import type { RunLook } from '../looks.ts'
import type { DocxStyles } from '../styles.ts'
import type { NoteMarks } from './notes.ts'

/** Something that stands in the package as a part of its own. */
export type Embedded = {
  /** Of its relationship. */
  readonly id: string
  /** The program that an object belongs to, as it calls itself; null: an alternative chunk, which is shown as if it were part of the text. */
  readonly program: string | null
}

/** A field whose instruction, or result, is being walked. */
export type OpenField = {
  showing: 'code' | 'result'
  instruction: string
  /** Whether it shows what it holds of itself, so that its result is not to be read, too. */
  drawn: boolean
}

/** What the walk over a document carries along and finds out. */
export type WalkState = {
  readonly styles: DocxStyles
  readonly notes: NoteMarks
  /** Fields open at this place (17.16.18). */
  readonly fields: OpenField[]
  /** Runs and rows of hidden text left out. */
  hidden: number
  /** Whether the style of the paragraph being walked hides its text. */
  hiddenParagraph: boolean
  /** The look of text in the paragraph being walked, and what the paragraph stands on: undefined is the page. */
  paragraphLook: RunLook
  ground: Ground | undefined
  /** What the style of the table being walked says of text. */
  tableLook: RunLook
  page: Ground
  /** Characters left out since nobody sees them, and runs of which nobody can say. */
  unseen: number
  doubts: number
  insertions: number
  deletions: number
  /** Embedded documents and objects, in order. */
  readonly embedded: Embedded[]
  /** Of these the objects whose paragraph has not ended. */
  readonly objects: number[]
}

export type WalkNodes = (nodes: readonly XmlNode[], pass: WalkState) => XmlNode[]

/** The text of the paragraph that stands where an embedded document is to be put. Private characters, so that no report has it. */
export const chunkToken = (index: number) => `\ue0f0${index}\ue0f1`

/** Which embedded document a paragraph's text stands for, or null. */
export function chunkIndex(text: string): number | null {
  const digits = /^\ue0f0(\d{1,6})\ue0f1$/.exec(text)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** The text of a cell without such places; null where it has none. */
export function withoutChunks(text: string): string | null {
  if (!text.includes('\ue0f0')) return null
  return text
    .replace(/\ue0f0\d{1,6}\ue0f1/g, '')
    .replace(/\n{2,}/g, '\n')
    .trim()
}
