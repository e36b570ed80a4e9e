import type { Change, FieldValue, RevisionAct, Verdict } from '../data/record.ts'
import type { Language } from '../messages/index.ts'
import { cellName, readingText } from './cells.ts'
import { fieldWords, statusWords, verdictWords } from './record.ts'

/** What a person did to a record, in words: the same ones at the desk, in the history and in what is handed over. */

const nothing = { zh: '空', en: 'empty' } as const
const confirmedWords = { zh: ['未确认', '已确认'], en: ['not confirmed', 'confirmed'] } as const
const openWord = { zh: '未定', en: 'open' } as const

/** Taking back, doing again, putting an older value back. */
export const actWords: Readonly<Record<Exclude<RevisionAct, 'edit'>, Readonly<Record<Language, string>>>> = {
  undo: { zh: '撤销', en: 'undid' },
  redo: { zh: '重做', en: 'redid' },
  restore: { zh: '恢复', en: 'restored' },
}

/** What was done. English says, too, what joins it to the name of a report: “confirmed”, “took back the answer on”. */
type Verb = { readonly zh: string; readonly en: string; readonly joint?: 'of' | 'on' }

function verbOf(change: Change): Verb {
  switch (change.kind) {
    case 'cell':
      return { zh: '更正', en: 'corrected' }
    case 'confirm':
      return change.after
        ? { zh: '确认', en: 'confirmed' }
        : { zh: '撤回确认', en: 'took back the confirmation', joint: 'of' }
    case 'verdict':
      if (change.after === null) return { zh: '撤回定论', en: 'took back the answer', joint: 'on' }
      return change.after.kind === 'sourceError'
        ? { zh: `定为${verdictWords.zh.sourceError}`, en: `called it ${verdictWords.en.sourceError}`, joint: 'on' }
        : { zh: '附说明', en: 'explained' }
    case 'field': {
      const { zh, en } = fieldWords
      return { zh: `改${zh[change.field]}`, en: `changed the ${en[change.field].toLowerCase()}`, joint: 'of' }
    }
    case 'status':
      return {
        zh: `标为${statusWords.zh[change.after]}`,
        en: `marked as “${statusWords.en[change.after].toLowerCase()}”`,
      }
  }
}

/** 更正, 确认, 定为原文如此, 标为已核 … */
export const changeVerb = (change: Change, language: Language): string => verbOf(change)[language]

/** The verb before a report's name; what was taken back, done again or restored says only that. */
export function verbOn(change: Change, act: RevisionAct, language: Language): string {
  if (act !== 'edit') return actWords[act][language]
  const verb = verbOf(change)
  return language === 'en' && verb.joint ? `${verb.en} ${verb.joint}` : verb[language]
}

/** Whether the verb alone says what it has become: 定为原文如此, 标为已核. */
export const verbSaysAll = ({ kind }: Change): boolean => kind !== 'cell' && kind !== 'field'

/** A change in words: where, what it was, what it became. */
export type ChangeWords = { readonly where: string; readonly before: string; readonly after: string }

const fieldText = (value: FieldValue, language: Language) => (value === null ? nothing[language] : String(value))
const verdictText = (verdict: Verdict | null, language: Language) =>
  verdict === null ? openWord[language] : verdictWords[language][verdict.kind]

/** How many cells, where they are not named one by one. */
const cellsText = (n: number, language: Language) => (language === 'zh' ? `${n} 格` : `${n} cells`)

export function changeWords(change: Change, language: Language): ChangeWords {
  switch (change.kind) {
    case 'cell':
      return {
        where: cellName(change.cell, language),
        before: readingText(change.before, language),
        after: readingText(change.after, language),
      }
    case 'confirm': {
      const [first] = change.cells
      const [no, yes] = confirmedWords[language]
      return {
        where:
          change.cells.length === 1 && first ? cellName(first, language) : cellsText(change.cells.length, language),
        before: change.before ? yes : no,
        after: change.after ? yes : no,
      }
    }
    case 'verdict': {
      const [first] = change.cells
      return {
        where: first ? cellName(first, language) : '',
        before: verdictText(change.before, language),
        after: verdictText(change.after, language),
      }
    }
    case 'field':
      return {
        where: fieldWords[language][change.field],
        before: fieldText(change.before, language),
        after: fieldText(change.after, language),
      }
    case 'status':
      return { where: '', before: statusWords[language][change.before], after: statusWords[language][change.after] }
  }
}

/** What was done, without the place: 更正 53 → 58, 改机关 甲 → 乙, 确认, 标为已核. */
export function deedText(change: Change, language: Language): string {
  const verb = changeVerb(change, language)
  if (verbSaysAll(change)) return verb
  const { before, after } = changeWords(change, language)
  return `${verb} ${before} → ${after}`
}

/** The whole of it on one line: （三）1·自然人 更正 53 → 58. A field is named by its verb. */
export function changeText(change: Change, language: Language): string {
  const where = change.kind === 'field' ? '' : changeWords(change, language).where
  return [where, deedText(change, language)].filter(Boolean).join(' ')
}
