import { type Message, message } from '../../../../shared/messages/index.ts'
import type { StoryLengths } from '../header/fib.ts'
import type { PiecedText } from './pieces.ts'

/** A stretch of the text, in character positions. */
export type TextStretch = { readonly from: number; readonly to: number }

/**
 * The parts of the text that belong to the report: the main text, then foot notes, end notes and text boxes. Headers, footers and
 * reviewers' comments do not. [MS-DOC] 2.3 fixes the order in which they follow each other.
 */
export function readStories(
  stories: StoryLengths,
  { text, missing }: PiecedText,
): { readonly parts: readonly TextStretch[]; readonly messages: readonly Message[] } {
  const notes = stories.main + stories.footnotes
  const endnotes = notes + stories.headers + stories.macros + stories.annotations
  const boxes = endnotes + stories.endnotes
  const headerBoxes = boxes + stories.textBoxes
  const all = headerBoxes + stories.headerTextBoxes
  const promised = Math.max(text.length + missing, all)
  const lost = promised - text.length
  if (lost > 1) {
    return {
      parts: [{ from: 0, to: Math.min(stories.main, text.length) }],
      messages: [message('doc.partial', { total: promised, missing: lost })],
    }
  }
  // Were the lengths too small, the rest of the report would go unread: then the whole text is the main text.
  if (text.slice(all).trim() !== '') {
    return { parts: [{ from: 0, to: text.length }], messages: [message('doc.lengthsDisagree')] }
  }
  return {
    parts: [
      { from: 0, to: stories.main },
      { from: stories.main, to: notes },
      { from: endnotes, to: boxes },
      { from: boxes, to: headerBoxes },
    ],
    messages: [],
  }
}
