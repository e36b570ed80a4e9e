import type { Anchor } from '../../../shared/data/document.ts'
import { doubtBelow } from '../../../shared/data/report.ts'
import { type CellKey, cellKey, formTable } from '../../../shared/form/index.ts'
import { escaped } from '../../../shared/markup.ts'
import type { Language } from '../../../shared/messages/index.ts'
import { cellStory, finalOf, readAs } from '../../../shared/trace/cellStory.ts'
import { percentText } from '../../../shared/trace/names.ts'
import {
  stepsOf,
  type TableStep,
  type Trace,
  type TracedBlock,
  type TracedReading,
} from '../../../shared/trace/steps.ts'
import { traceWords } from '../../../shared/words/trace/index.ts'

/** The official tables of the page: the form as it was read, each cell's steps, and the source's own grids. */

const idOf = (key: CellKey): string => `c-${key.replaceAll('/', '-')}`

function formCell(trace: Trace, key: CellKey, cell: TracedReading | undefined, language: Language): string {
  if (!cell) return '<td class="none"></td>'
  const { value, confidence } = finalOf(trace, key, cell)
  const words = traceWords[language]
  const shown =
    cell.state === 'number' ? String(value) : cell.state === 'dash' ? (cell.raw ?? '') : words.state[cell.state]
  const kind = cell.state === 'absent' ? 'absent' : confidence < doubtBelow ? 'doubt' : ''
  const title = `${words.sure(percentText(confidence))}${words.separator}${words.verdict[cell.verdict]}`
  return `<td class="${kind}"><a href="#${idOf(key)}" title="${escaped(title)}">${escaped(shown)}</a></td>`
}

/** The form with what was read, each figure a link to its steps. */
export function formOf(trace: Trace, step: TableStep, language: Language): string {
  const { rows } = formTable(step.table, step.edition)
  const columns = [...new Map(rows.flatMap(row => row.columns).map(column => [column.key, column])).values()]
  const name = (of: { label: string; english: string }) => escaped(language === 'zh' ? of.label : of.english)
  const head = `<tr><th></th>${columns.map(column => `<th>${name(column)}</th>`).join('')}</tr>`
  const body = rows.map(row => {
    const cells = columns.map(column => {
      const cell = step.cells.find(item => item.row === row.key && item.column === column.key)
      return formCell(trace, cellKey(step.table, row.key, column.key), cell, language)
    })
    return `<tr><th>${name(row)}</th>${cells.join('')}</tr>`
  })
  return `<div class="scroll"><table class="form"><thead>${head}</thead><tbody>${body.join('')}</tbody></table></div>`
}

/** Each cell's steps, folded. */
export function cellsOf(trace: Trace, step: TableStep, language: Language): string {
  const words = traceWords[language]
  const form = formTable(step.table, step.edition)
  const cells = step.cells.map(cell => {
    const key = cellKey(step.table, cell.row, cell.column)
    const row = form.rows.find(item => item.key === cell.row)
    const column = row?.columns.find(item => item.key === cell.column)
    const name = [row, column].map(of => (language === 'zh' ? of?.label : of?.english) ?? '').join('·')
    const { confidence } = finalOf(trace, key, cell)
    const told = [readAs(cell, language), words.sure(percentText(confidence))].join(words.separator)
    const story = cellStory(trace, key, language).map(part => {
      const place = part.place === '' ? '' : `<span class="place">${escaped(part.place)}</span>`
      const kind = part.doubtful ? ' class="doubt"' : ''
      return `<dt>${escaped(words.steps[part.step])}</dt><dd${kind}>${escaped(part.told)}${place}</dd>`
    })
    return `<details id="${idOf(key)}"><summary>${escaped(name)}<span class="n">${escaped(told)}</span></summary><dl>${story.join('')}</dl></details>`
  })
  return `<div class="cells">${cells.join('')}</div>`
}

type Role = 'label' | 'figure' | 'unsure'
const placeOf = ({ block, row, column }: Anchor): string => `${block}/${row}/${column}`

/** What the cells of the source's grids became. */
function rolesOf(trace: Trace): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>()
  for (const step of stepsOf(trace, 'table')) {
    for (const { anchor } of [...step.rows, ...step.heads]) roles.set(placeOf(anchor), 'label')
    for (const { anchor, confidence } of step.cells)
      if (anchor) roles.set(placeOf(anchor), confidence < doubtBelow ? 'unsure' : 'figure')
  }
  return roles
}

function gridOf(block: TracedBlock, roles: ReadonlyMap<string, Role>): string {
  if (!block.grid) return ''
  const rows = new Map<number, string[]>()
  for (const cell of block.grid.cells) {
    const role = roles.get(placeOf({ block: block.index, row: cell.row, column: cell.column }))
    const spans = `${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''}`
    const line = rows.get(cell.row) ?? []
    line.push(`<td${role ? ` class="${role}"` : ''}${spans}>${escaped(cell.text)}</td>`)
    rows.set(cell.row, line)
  }
  const body = Array.from(rows.keys())
    .toSorted((a, b) => a - b)
    .map(row => `<tr>${(rows.get(row) ?? []).join('')}</tr>`)
  return `<div class="scroll"><table class="grid"><tbody>${body.join('')}</tbody></table></div>`
}

/** The grids of the source in which something was read, each cell in the colour of what it became. */
export function gridsOf(trace: Trace, language: Language): string {
  const words = traceWords[language]
  const roles = rolesOf(trace)
  const used = new Set([...roles.keys()].map(place => Number(place.split('/')[0])))
  return stepsOf(trace, 'blocks')
    .flatMap(step => step.blocks)
    .filter(block => block.grid !== null && used.has(block.index))
    .map(block => `<h3>${escaped(words.blockPlace(block.index))}</h3>${gridOf(block, roles)}`)
    .join('')
}
