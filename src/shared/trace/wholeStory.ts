import { bodyKinds, doubtBelow } from '../data/report.ts'
import { sectionHeadings, type TableKey, tableKeys } from '../form/index.ts'
import type { Language } from '../messages/index.ts'
import { type TraceWords, traceWords } from '../words/trace/index.ts'
import { bytesText, columnName, percentText, placeText, rowName, scoreText, tolerancesText } from './names.ts'
import type { PageStep } from './page.ts'
import { type FactStep, type SearchStep, stepsOf, type TableStep, type Trace } from './steps.ts'

/** The whole reading in words, step by step; the cells are told by cellStory.ts. */

export type StoryLine = {
  readonly told: string
  readonly place: string
  /** It was taken, where several were weighed. */
  readonly chosen: boolean
  readonly doubtful: boolean
}
/** One step; `table`: of which table. `tolerances`: the figures that decided, '' where none did. */
export type StoryGroup = {
  readonly title: string
  readonly table: TableKey | null
  readonly lines: readonly StoryLine[]
  readonly tolerances: string
}

const line = (told: string, more: Partial<StoryLine> = {}): StoryLine => {
  return { told, place: '', chosen: false, doubtful: false, ...more }
}
const group = (title: string, lines: readonly StoryLine[], tolerances = '', table: TableKey | null = null) => {
  return lines.length > 0 ? [{ title, table, lines, tolerances }] : []
}

function pageLine(page: PageStep, words: TraceWords): StoryLine {
  const frames = page.frames.map(
    ({ rows, columns, by }) => `${words.frame(rows, columns)}${words.beside(words.by[by])}`,
  )
  const told = [
    words.page(page.number),
    words.drawn(page.glyphs, page.rules, page.fills),
    ...(page.turn === 0 ? [] : [words.turned(page.turn)]),
    ...(frames.length === 0 ? [words.noFrame] : frames),
  ]
  return line(told.join(words.separator), {
    doubtful: page.frames.some(one => one.cells.some(cell => cell.confidence < doubtBelow)),
  })
}

function factLine(step: FactStep, words: TraceWords, language: Language): StoryLine {
  const { value, from, anchor, unsure } = step
  const name = words.fact[step.fact]
  if (value === null || from === null) return line(`${name}${words.colon}${words.noFact}`)
  const kind = step.fact === 'kind' ? bodyKinds.find(item => item === value) : undefined
  const said = kind ? words.kind[kind] : value
  const told = `${name}${words.colon}${said}${words.beside(words.origin[from])}`
  return line(unsure ? `${told}${words.separator}${words.unsure}` : told, {
    place: placeText(anchor, language),
    doubtful: unsure,
  })
}

function searchLines({ finds, why }: SearchStep, words: TraceWords): readonly StoryLine[] {
  if (finds.length === 0) return [line(words.why.none, { doubtful: true })]
  return finds.map(find => {
    const told = [
      words.blocks(Math.min(...find.blocks), Math.max(...find.blocks)),
      words.edition(find.edition),
      words.region[find.lines ? 'lines' : 'grid'],
      ...(find.turned ? [words.turnedFind] : []),
      words.find(find.rows, find.cells),
      words.score(scoreText(find.score)),
      ...(find.chosen ? [`${words.taken}${words.beside(words.why[why])}`] : []),
    ]
    return line(told.join(words.separator), { chosen: find.chosen })
  })
}

function rowLines(step: TableStep, words: TraceWords, language: Language): readonly StoryLine[] {
  const name = (key: string) => rowName(step.table, step.edition, key, language)
  return step.rows.map(row => {
    const told = [
      words.matched(name(row.row), row.text),
      words.likeness(row.distance),
      ...(row.score === null ? [] : [words.score(scoreText(row.score))]),
      words.sure(percentText(row.confidence)),
      ...(row.rival ? [words.rival(name(row.rival.row), scoreText(row.rival.score))] : []),
    ]
    return line(told.join(words.separator), {
      place: placeText(row.anchor, language),
      doubtful: row.confidence < doubtBelow,
    })
  })
}

function headLines(step: TableStep, words: TraceWords, language: Language): readonly StoryLine[] {
  if (step.heads.length === 0) return [line(words.noHead, { doubtful: true })]
  return step.heads.map(head => {
    const name = columnName(step.table, step.edition, head.column, language)
    const told = [
      words.matched(name, head.text),
      words.likeness(head.distance),
      words.sure(percentText(head.confidence)),
    ]
    return line(told.join(words.separator), {
      place: placeText(head.anchor, language),
      doubtful: head.confidence < doubtBelow,
    })
  })
}

function tableGroups(trace: Trace, key: TableKey, words: TraceWords, language: Language): readonly StoryGroup[] {
  const search = stepsOf(trace, 'search').find(step => step.table === key)
  const step = stepsOf(trace, 'table').find(item => item.table === key)
  return [
    ...(search
      ? group(words.heads.search, searchLines(search, words), tolerancesText(search.tolerances, language), key)
      : []),
    ...(step
      ? group(words.heads.rows, rowLines(step, words, language), tolerancesText(step.tolerances, language), key)
      : []),
    ...(step ? group(words.heads.columns, headLines(step, words, language), '', key) : []),
  ]
}

function beginning(trace: Trace, words: TraceWords, language: Language): readonly StoryGroup[] {
  const sniffed = stepsOf(trace, 'sniff').map(step => {
    const told = [
      words.sniff(step.format.toUpperCase(), step.bytes, words.quoted(bytesText(step.head))),
      words.sign[step.sign],
    ]
    return line([...told, ...(step.misnamed ? [words.misnamed] : [])].join(words.separator), {
      doubtful: step.misnamed,
    })
  })
  const pages = stepsOf(trace, 'page')
  const joins = stepsOf(trace, 'join')
  const decided = { ...pages[0]?.tolerances, ...joins[0]?.tolerances }
  const drawn = [
    ...pages.map(page => pageLine(page, words)),
    ...joins.map(join => line(words.join(join.upper, join.lower, join.joined))),
  ]
  const blocks = stepsOf(trace, 'blocks').flatMap(step => [
    ...step.blocks.map(block => {
      const size = block.grid ? words.frame(block.grid.rows, block.grid.columns) : block.text
      const place = block.page === null ? '' : words.page(block.page)
      return line(`${words.blockPlace(block.index)} ${words.block[block.kind]} ${size}`.trim(), { place })
    }),
    ...(step.left > 0 ? [line(words.atLimit(step.left), { doubtful: true })] : []),
  ])
  return [
    ...group(words.heads.format, sniffed),
    ...group(words.heads.pages, drawn, tolerancesText(decided, language)),
    ...group(words.heads.blocks, blocks),
  ]
}

function middle(trace: Trace, words: TraceWords, language: Language): readonly StoryGroup[] {
  const sections = stepsOf(trace, 'sections').flatMap(step =>
    step.candidates.map(({ key, text, score, chosen, anchor }) => {
      const name = language === 'zh' ? sectionHeadings[key].label : sectionHeadings[key].english
      const told = [words.matched(name, text), words.score(scoreText(score)), ...(chosen ? [words.taken] : [])]
      return line(told.join(words.separator), { place: placeText(anchor, language), chosen })
    }),
  )
  const titles = stepsOf(trace, 'titles').flatMap(step =>
    step.candidates.map(({ text, score, chosen, anchor }) => {
      const told = [words.quoted(text), words.score(scoreText(score)), ...(chosen ? [words.taken] : [])]
      return line(told.join(words.separator), { place: placeText(anchor, language), chosen })
    }),
  )
  const facts = stepsOf(trace, 'fact').map(step => factLine(step, words, language))
  const regions = stepsOf(trace, 'regions').flatMap(step => [
    ...step.regions.map(({ kind, first, last, rows }) =>
      line([words.region[kind], words.blocks(first, last), words.regionRows(rows)].join(words.separator)),
    ),
    ...(step.left > 0 ? [line(words.atLimit(step.left), { doubtful: true })] : []),
  ])
  return [
    ...group(words.heads.sections, sections),
    ...group(words.heads.facts, [...titles, ...facts]),
    ...group(words.heads.regions, regions),
  ]
}

/** Every step but the cells, in the order in which they were taken. */
export function wholeStory(trace: Trace, language: Language): readonly StoryGroup[] {
  const words = traceWords[language]
  const left = trace.left > 0 ? [line(words.atLimit(trace.left), { doubtful: true })] : []
  return [
    ...beginning(trace, words, language),
    ...middle(trace, words, language),
    ...tableKeys.flatMap(key => tableGroups(trace, key, words, language)),
    ...group(words.heads.left, left),
  ]
}
