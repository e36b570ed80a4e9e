import { type Anchor, blockText, type SourceDocument } from '../../shared/data/document.ts'
import type { Report } from '../../shared/data/report.ts'
import { tableNumbers } from '../../shared/facts/tableNumbers.ts'
import { type TableKey, tableKeys } from '../../shared/form/index.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import type { Tracer } from '../../shared/trace/steps.ts'
import { doubtRecognisedPages } from './cells/recognisedPages.ts'
import { fewestSections, findFacts } from './facts/facts.ts'
import { doubtAll, firstOf, type Several, saySeveral, severalBySections, severalByTables } from './reports/several.ts'
import { findSectionStarts, makeSections, type SectionStart } from './sections/sections.ts'
import { chooseBySums } from './sums/chosenBySums.ts'
import { doubtCountedRows } from './sums/countedRows.ts'
import { findTables } from './tables/findTables.ts'
import type { TableGuess } from './tables/tableGuess.ts'
import { traceBlocks } from './text/blocks.ts'
import { blockAnchor } from './text/lines.ts'

/** The entrance of recognition: a document in, the official report out. */

/** Bodies whose reports have a form of their own, whatever they call them. */
const formless = /(?:大学|学院|学校|医院|公司|集团)$/

/** Stamps, page numbers and captions beside the pictures of scanned pages hold no more text than this. */
const textBesideScans = 300

/** Pictures and next to no text: nobody can say from the text what it is. */
function isScan(document: SourceDocument): boolean {
  if (!document.blocks.some(block => block.kind === 'image')) return false
  let length = 0
  for (const block of document.blocks) if (block.kind !== 'image') length += blockText(block).length
  return length < textBesideScans
}

/** A picture in the section where a table is due: most likely a scanned table. */
function pictureFor(document: SourceDocument, starts: readonly SectionStart[], key: TableKey): Anchor | null {
  const at = starts.findIndex(start => start.key === key)
  const start = starts[at]
  if (!start) return null
  const end = starts[at + 1]?.block ?? document.blocks.length
  for (let index = start.block; index < end; index++) {
    const block = document.blocks[index]
    if (block?.kind === 'image') return blockAnchor(index, block)
    const cell = block?.kind === 'grid' ? block.cells.find(item => item.image === true) : undefined
    if (cell) return { block: index, row: cell.row, column: cell.column }
  }
  return null
}

/** The paragraphs that a table was read from: all short lines of its section from the heading to its last figure. */
function lineBlocks(
  document: SourceDocument,
  starts: readonly SectionStart[],
  guesses: readonly TableGuess[],
): Set<number> {
  const used = new Set<number>()
  for (const guess of guesses) {
    if (!guess.lines) continue
    const cells = guess.table.cells.flatMap(cell => (cell.anchor ? [cell.anchor.block] : []))
    const last = Math.max(...cells, ...guess.blocks)
    const first = starts.find(start => start.key === guess.table.key)?.block ?? Math.min(...cells, ...guess.blocks) - 1
    for (let index = first + 1; index <= last; index++) {
      const block = document.blocks[index]
      if (block?.kind === 'paragraph' && block.text.length <= 120 && !/。$/.test(block.text)) used.add(index)
    }
  }
  return used
}

function missingTables(
  document: SourceDocument,
  starts: readonly SectionStart[],
  guesses: readonly TableGuess[],
): readonly Message[] {
  return tableKeys.flatMap(key => {
    if (guesses.some(guess => guess.table.key === key)) return []
    const picture = pictureFor(document, starts, key)
    const anchor =
      picture ?? starts.filter(start => start.key === key).map(start => ({ block: start.block }))[0] ?? null
    return [
      message(
        picture ? 'recognition.tableIsPicture' : 'recognition.tableMissing',
        { table: tableNumbers[key] },
        anchor,
      ),
    ]
  })
}

/** The first of several reports, of which nothing is taken unseen. */
function firstReport(
  document: SourceDocument,
  name: string,
  several: Several,
  trace?: Tracer,
): ReturnType<typeof recognise> {
  const { report, messages } = recognise(firstOf(document, several), name, trace)
  return { report: doubtAll(report), messages: [saySeveral(name, several), ...messages] }
}

/** Reports of this year and later have the three tables: 国办公开办函〔2019〕60号. */
const firstYearOfForm = 2019

/**
 * Finds the official report in a document: title, year, body, date, six sections and three tables, each with its place.
 * Always gives a report, if an empty one; what is not found is said in `messages`. `name` (the file's name)
 * is for messages, and a last hint of who and when for what is a report by its sections.
 * @param trace hears every step, for whoever asks how something came to be read
 */
export function recognise(
  document: SourceDocument,
  name: string,
  trace?: Tracer,
): { readonly report: Report; readonly messages: readonly Message[] } {
  if (trace) traceBlocks(trace, document)
  const chains = severalBySections(document)
  if (chains) return firstReport(document, name, chains, trace)
  const starts = findSectionStarts(document, trace)
  const { found: title, ...facts } = findFacts(document, name, starts, trace)
  const { tables: guesses, seconds } = findTables(document, facts.year, title?.text ?? null, starts, trace)
  const repeated = severalByTables(document, seconds)
  if (repeated) return firstReport(document, name, repeated, trace)
  const read = guesses.map(guess => chooseBySums(doubtCountedRows(guess.table, trace), guess.rivals, trace))
  const report: Report = {
    ...facts,
    sections: makeSections(document, starts, lineBlocks(document, starts, guesses)),
    tables: read.map(item => doubtRecognisedPages(item.table, document, trace)),
  }
  if (guesses.length === 0 && title === null && starts.length < fewestSections)
    return isScan(document)
      ? { report, messages: [message('recognition.onlyPictures', { file: name })] }
      : { report: { ...report, form: 'other' }, messages: [message('recognition.notAnnualReport', { file: name })] }
  const otherBody = report.organization !== null && formless.test(report.organization)
  if (guesses.length === 0 && title !== null && (!title.official || otherBody))
    return {
      report: { ...report, form: 'other' },
      messages: [message('recognition.otherForm', { file: name }, title.anchor)],
    }
  if (guesses.length === 0 && report.year !== null && report.year < firstYearOfForm && !report.unsure.includes('year'))
    return {
      report: { ...report, form: 'other' },
      messages: [
        message('recognition.beforeForm', { file: name, year: report.year }, report.fieldAnchors.year ?? null),
      ],
    }
  if (guesses.length === 0 && title !== null && starts.length === 0 && !isScan(document))
    return {
      report: { ...report, form: 'other' },
      messages: [message('recognition.titleOnly', { file: name }, title.anchor)],
    }
  const twice = seconds.map(({ key, block }) =>
    message('recognition.tableTwice', { table: tableNumbers[key] }, { block }),
  )
  const chosen = read.flatMap(item => item.messages)
  return { report, messages: [...missingTables(document, starts, guesses), ...twice, ...chosen] }
}
