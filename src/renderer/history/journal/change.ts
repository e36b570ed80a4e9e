import type { Change, FieldValue, Verdict } from '../../../shared/data/record.ts'
import type { ShapeName, Tone } from '../../ui/controls/looks.ts'
import { cellName, readingText } from '../../words/cells.ts'
import type { Language, Words } from '../../words/index.ts'

/** A change in words: where, what it was, what it became. */
export type ChangeWords = { readonly where: string; readonly before: string; readonly after: string }

const fieldText = (value: FieldValue, words: Words) => (value === null ? words.history.noField : String(value))
const verdictText = (verdict: Verdict | null, words: Words) =>
  verdict === null ? words.history.open : words.history.verdicts[verdict.kind]

export function changeWords(change: Change, words: Words, language: Language): ChangeWords {
  const { history } = words
  switch (change.kind) {
    case 'cell':
      return {
        where: cellName(change.cell, language),
        before: readingText(change.before, language),
        after: readingText(change.after, language),
      }
    case 'confirm': {
      const [first] = change.cells
      const said = (value: boolean) => (value ? history.confirmed : history.unconfirmed)
      return {
        where: change.cells.length === 1 && first ? cellName(first, language) : history.cells(change.cells.length),
        before: said(change.before),
        after: said(change.after),
      }
    }
    case 'verdict': {
      const [first] = change.cells
      return {
        where: first ? cellName(first, language) : '',
        before: verdictText(change.before, words),
        after: verdictText(change.after, words),
      }
    }
    case 'field':
      return {
        where: history.fields[change.field],
        before: fieldText(change.before, words),
        after: fieldText(change.after, words),
      }
    case 'status':
      return { where: '', before: words.status[change.before], after: words.status[change.after] }
  }
}

/** Shape and colour of a change in the timeline. */
export function changeLook(change: Change): { readonly shape: ShapeName; readonly tone: Tone } {
  switch (change.kind) {
    case 'cell':
    case 'field':
      return { shape: 'reviewed', tone: 'dai' }
    case 'confirm':
      return { shape: 'agrees', tone: 'jade' }
    case 'verdict':
      return { shape: 'sourceError', tone: 'plain' }
    case 'status':
      return { shape: change.after, tone: change.after === 'reviewed' ? 'jade' : 'plain' }
  }
}
