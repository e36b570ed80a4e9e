import { doubtBelow } from '../../../shared/data/report.ts'
import type { ExtractedFile } from '../../../shared/extract/output.ts'
import { cellKey } from '../../../shared/form/index.ts'
import { type Language, messageText } from '../../../shared/messages/index.ts'
import { cellStory, finalOf, readAs } from '../../../shared/trace/cellStory.ts'
import { columnName, percentText, placeText, rowName } from '../../../shared/trace/names.ts'
import { stepsOf, type TableStep, type Trace } from '../../../shared/trace/steps.ts'
import { type StoryGroup, wholeStory } from '../../../shared/trace/wholeStory.ts'
import { type TraceWords, traceWords } from '../../../shared/words/trace/index.ts'

/** What `kaijuan explain` prints for a person. */

export type Explained = ExtractedFile & { readonly trace: Trace }

const withPlace = (told: string, place: string): string => (place === '' ? told : `${told}\t${place}`)

function groupText({ title, table, lines, tolerances }: StoryGroup, words: TraceWords): readonly string[] {
  return [
    table === null ? title : `${words.table[table]}${words.separator}${title}`,
    ...lines.map(line => `  ${line.chosen ? '→ ' : ''}${withPlace(line.told, line.place)}`),
    ...(tolerances === '' ? [] : [`  ${tolerances}`]),
  ]
}

/** One line a cell; of what is doubtful, or decided by the sums, all steps. */
function cellsText(trace: Trace, step: TableStep, language: Language): readonly string[] {
  const words = traceWords[language]
  const told = new Set(stepsOf(trace, 'sums').flatMap(sums => sums.cells.map(item => item.cell)))
  const lines = step.cells.flatMap(cell => {
    const key = cellKey(step.table, cell.row, cell.column)
    const row = rowName(step.table, step.edition, cell.row, language)
    const name = `${row}·${columnName(step.table, step.edition, cell.column, language)}`
    const { value, confidence: sure } = finalOf(trace, key, cell)
    const parts = [readAs({ ...cell, value }, language), words.verdict[cell.verdict], words.sure(percentText(sure))]
    const short = `  ${name}\t${withPlace(parts.join(words.separator), placeText(cell.anchor, language))}`
    if (!told.has(key) && (cell.state === 'absent' || sure >= doubtBelow)) return [short]
    const story = cellStory(trace, key, language).slice(1)
    return [
      short,
      ...story.map(part => `      ${words.steps[part.step]}${words.colon}${withPlace(part.told, part.place)}`),
    ]
  })
  return [`${words.table[step.table]}${words.separator}${words.heads.cells}`, ...lines]
}

/** The steps of one reading in order, for a person to read. */
export function explainText({ file, messages, trace }: Explained, language: Language): string {
  const words = traceWords[language]
  const whole = wholeStory(trace, language)
  const tables = stepsOf(trace, 'table')
  const lines = whole.flatMap((group, at) => {
    const table = group.table
    // The cells come behind the last step of their table.
    const last = table !== null && whole[at + 1]?.table !== table
    const step = last ? tables.find(item => item.table === table) : undefined
    return [...groupText(group, words), ...(step ? cellsText(trace, step, language) : []), '']
  })
  const said = messages.map(item => `  ${messageText(item, language, 'inPlace')}`)
  return [file, '', ...lines, ...(said.length > 0 ? [words.heads.messages, ...said] : [])].join('\n').trimEnd()
}
