import { doubtBelow } from '../data/report.ts'
import { type CellKey, splitCellKey } from '../form/index.ts'
import type { Language } from '../messages/index.ts'
import { type TraceWords, traceWords } from '../words/trace/index.ts'
import { columnName, percentText, placeText, printedText, rowName, scoreText } from './names.ts'
import { stepsOf, type TableStep, type Trace, type TracedReading } from './steps.ts'

/** How one cell was read, step by step, in words. Pure; the command line and the desk tell the same. */

export type StoryPart = {
  readonly step: keyof TraceWords['steps']
  readonly told: string
  /** Where it stands, in words; '' where it stands nowhere. */
  readonly place: string
  readonly doubtful: boolean
}

type Told = {
  readonly table: TableStep
  readonly cell: TracedReading
  readonly words: TraceWords
  readonly language: Language
}

const part = (step: StoryPart['step'], told: string, place = '', doubtful = false): StoryPart => {
  return { step, told, place, doubtful }
}

function rowPart({ table, cell, words, language }: Told): StoryPart {
  const row = table.rows.find(item => item.row === cell.row)
  if (!row) return part('row', words.noRow, '', true)
  const name = (key: string) => rowName(table.table, table.edition, key, language)
  const told = [
    words.matched(name(row.row), row.text),
    words.likeness(row.distance),
    words.sure(percentText(row.confidence)),
    ...(row.rival ? [words.rival(name(row.rival.row), scoreText(row.rival.score))] : []),
  ]
  return part('row', told.join(words.separator), placeText(row.anchor, language), row.confidence < doubtBelow)
}

function columnPart({ table, cell, words, language }: Told): StoryPart {
  if (!cell.head) return part('column', words.noHead)
  const keys = [cell.column, `${cell.row}/${cell.column}`]
  const head = table.heads.find(item => keys.includes(item.column))
  const name = columnName(table.table, table.edition, cell.column, language)
  const told = [
    words.matched(name, cell.head.text),
    ...(head ? [words.likeness(head.distance), words.sure(percentText(head.confidence))] : []),
  ]
  const doubtful = head !== undefined && head.confidence < doubtBelow
  return part('column', told.join(words.separator), placeText(cell.head.anchor, language), doubtful)
}

function witnessParts({ cell, words, language }: Told): readonly StoryPart[] {
  const { byHead, byCount, verdict, head } = cell
  const believed = cell.weights.find(({ of }) => of === 'witnesses')?.value ?? 0
  const below =
    byHead === null
      ? words.headsSilent
      : byHead.length === 0
        ? words.nothingBelow
        : byHead.map(one => printedText(one, language)).join(words.list)
  return [
    ...(head ? [part('byHead', below, placeText(byHead?.[0]?.anchor ?? null, language))] : []),
    part(
      'byCount',
      byCount ? printedText(byCount, language) : words.notCounted,
      placeText(byCount?.anchor ?? null, language),
    ),
    part('verdict', words.verdict[verdict], '', believed < doubtBelow),
  ]
}

/** What a cell was read as: “3” → 3, a blank, a dash. */
export function readAs(
  { raw, value, state }: Pick<TracedReading, 'raw' | 'value' | 'state'>,
  language: Language,
): string {
  const words = traceWords[language]
  if (state === 'absent' || state === 'blank') return words.state[state]
  const printed = words.quoted((raw ?? '').replace(/\s+/g, ' '))
  return state === 'number' ? `${printed} → ${value}` : `${printed} → ${words.state[state]}`
}

/** All weights, where something lowers it; else how sure alone. */
function weightsText({ cell, words }: Told): string {
  const lowering = cell.weights.filter(({ value }) => value < 1)
  const parts = lowering.map(({ of, value }) => `${words.weight[of]} ${percentText(value)}`)
  const total = percentText(cell.confidence)
  return parts.length > 1 ? words.leastOf(total, parts.join(words.list)) : total
}

function laterParts(trace: Trace, key: CellKey, words: TraceWords): readonly StoryPart[] {
  const counted = stepsOf(trace, 'counted').some(step => step.cells.includes(key))
  const sums = stepsOf(trace, 'sums').flatMap(step => {
    const found = step.cells.find(item => item.cell === key)
    if (!found) return []
    const values = found.values.map(value => String(value ?? '')).join(words.list)
    const told = [
      words.ways(values, step.sums),
      words.outcome[step.outcome],
      ...(found.chosen === null ? [] : [`${found.chosen}`, words.now(percentText(found.confidence))]),
    ]
    return [part('sums', told.join(words.separator), '', step.outcome !== 'chosen')]
  })
  const recognised = stepsOf(trace, 'recognised').some(step => step.cells.includes(key))
  return [
    ...(counted ? [part('counted', words.counted, '', true)] : []),
    ...sums,
    ...(recognised ? [part('recognised', words.recognised, '', true)] : []),
  ]
}

type Final = Pick<TracedReading, 'value' | 'confidence'>

/** A cell after the sums have had their say, and the page it stands on. */
export function finalOf(trace: Trace, key: CellKey, cell: Final): Final {
  const { value, confidence } = afterSums(trace, key, cell)
  const recognised = stepsOf(trace, 'recognised').find(step => step.cells.includes(key))
  return { value, confidence: Math.min(confidence, recognised?.tolerances.mostConfidence ?? 1) }
}

function afterSums(trace: Trace, key: CellKey, cell: Final): Final {
  const decided = stepsOf(trace, 'sums')
    .flatMap(step => step.cells)
    .find(item => item.cell === key)
  if (decided) return { value: decided.chosen ?? cell.value, confidence: decided.confidence }
  const counted = stepsOf(trace, 'counted').find(step => step.cells.includes(key))
  const most = counted?.tolerances.likely ?? 1
  return { value: cell.value, confidence: Math.min(cell.confidence, most) }
}

/** Where a table was found, and against how many others. */
function foundPart(trace: Trace, { table, words }: Told): StoryPart {
  const search = stepsOf(trace, 'search').find(step => step.table === table.table)
  const find = search?.finds.find(item => item.chosen)
  if (!search || !find) return part('found', words.noTable)
  const told = [
    `${words.table[table.table]} ${words.edition(table.edition)}`,
    words.blocks(Math.min(...find.blocks), Math.max(...find.blocks)),
    ...(find.turned ? [words.turnedFind] : []),
    words.score(scoreText(find.score)),
    words.why[search.why],
  ]
  return part('found', told.join(words.separator))
}

/** The steps by which a cell was read, in order; one that says so where its table or its row was not found. */
export function cellStory(trace: Trace, key: CellKey, language: Language): readonly StoryPart[] {
  const words = traceWords[language]
  const parts = splitCellKey(key)
  const table = stepsOf(trace, 'table').find(step => step.table === parts?.table)
  if (!parts || !table) return [part('found', words.noTable, '', true)]
  const cell = table.cells.find(item => item.row === parts.row && item.column === parts.column)
  if (!cell) return [part('found', words.noTable, '', true)]
  const told: Told = { table, cell, words, language }
  const row = rowPart(told)
  if (!table.rows.some(item => item.row === cell.row)) return [foundPart(trace, told), row]
  return [
    foundPart(trace, told),
    row,
    columnPart(told),
    ...witnessParts(told),
    part('reading', readAs(cell, language), placeText(cell.anchor, language), cell.state === 'text'),
    part('weights', weightsText(told), '', cell.confidence < doubtBelow),
    ...laterParts(trace, key, words),
  ]
}
