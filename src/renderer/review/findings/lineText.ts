import type { Finding } from '../../../shared/checks/index.ts'
import { findCell, type Report } from '../../../shared/data/report.ts'
import type { Language } from '../../../shared/messages/index.ts'
import { cellName, cellParts, figure, percent, readingText } from '../../../shared/words/cells.ts'
import { findingText } from '../../../shared/words/findingText.ts'
import { type Line, sameRow, severityOf } from '../state/lines.ts'
import { reviewWords } from '../words/index.ts'

/** How one line is put: where, what, and the word at its end; and what is said when it is open. */
export type LineText = {
  readonly where: string
  readonly what: string
  readonly word: string
  readonly title: string
  readonly detail: string
  readonly tag: string
}

function whereOf(line: Line, language: Language): string {
  const words = reviewWords(language)
  const [first] = line.cells
  if (!first) return words.tableName[line.tab]
  const several =
    line.cells.length > 1 &&
    (line.kind === 'doubt' ||
      (line.kind === 'finding' && line.findings.every(item => item.rule === 'F2' || item.rule === 'F3')))
  return several && sameRow(line.cells)
    ? words.finds.cells(cellParts(first, language)[0], line.cells.length)
    : cellName(first, language)
}

/** The common difference of several failed sums, computed minus printed; null where they differ. */
function difference(findings: readonly Finding[]): number | null {
  const all = new Set(
    findings.map(item => (item.expected === null || item.printed === null ? null : item.expected - item.printed)),
  )
  const [only] = all
  return all.size === 1 && only !== undefined ? only : null
}

/** The tab already says which table it is. */
const bare = (detail: string) => detail.replace(/^表[二三四]\s?/, '')

/** The facts of one finding without its place, which stands before it; other rules give their title. */
function briefly(line: Extract<Line, { kind: 'finding' }>, report: Report, title: string, language: Language): string {
  const words = reviewWords(language).finds
  const [finding] = line.findings
  if (!finding) return title
  if (finding.rule === 'F2') {
    const states = new Set(line.cells.map(cell => findCell(report, cell)?.state))
    if (states.size === 1)
      return states.has('blank') ? words.dueBlank : states.has('dash') ? words.dueDash : words.dueAbsent
  }
  const { printed, expected } = finding
  if (finding.rule === 'R1' && printed !== null && expected !== null)
    return words.readAgain(figure(printed), figure(expected))
  const sum = words.sumOf[finding.rule]
  return sum && printed !== null && expected !== null ? words.printedAs(figure(printed), sum, figure(expected)) : title
}

/** A line in words. Finding sentences are the shared ones, the same that exports and the command line use. */
export function lineText(line: Line, report: Report, language: Language): LineText {
  const words = reviewWords(language).finds
  const where = whereOf(line, language)
  const tagOf = (word: string) => words.tag(words.severity[severityOf(line)], word)
  const endOf = (word: string) => (line.settled ? words.settled[line.settled] : word)
  switch (line.kind) {
    case 'doubt': {
      const [cell] = line.cells
      const read = cell ? findCell(report, cell) : null
      const sure = percent(line.confidence)
      const other = read?.alternatives.find(item => item.value !== read.value)
      const also = other ? words.otherReading(figure(other.value), percent(other.confidence)) : ''
      const detail = words.doubtDetail(read ? readingText(read, language) : '') + also
      return {
        where,
        what: words.machineDoubt(sure),
        word: endOf(words.doubtWord),
        title: words.doubtTitle(sure),
        detail,
        tag: tagOf(words.doubtWord),
      }
    }
    case 'corrected': {
      const what = words.machineTo(readingText(line.before, language), readingText(line.after, language))
      return {
        where,
        what,
        word: endOf(''),
        title: words.correctedTitle,
        detail: `${where} ${what}`,
        tag: words.correctedWord,
      }
    }
    case 'finding': {
      const texts = line.findings.map(finding => findingText(finding, report, language))
      const [only] = texts
      const word = only?.word ?? ''
      const sums = line.findings.length > 1
      const title = sums ? words.severalSums(line.findings.length, difference(line.findings)) : (only?.title ?? '')
      const detail = sums
        ? texts.map(item => bare(item.detail)).join(language === 'zh' ? '' : ' ')
        : bare(only?.detail ?? '')
      return {
        where,
        what: sums ? title : briefly(line, report, title, language),
        word: endOf(word),
        title,
        detail,
        tag: tagOf(word),
      }
    }
  }
}
