import type { Equivalent } from '../judge.ts'

/** Mutants of the room `state` that change nothing, each with the reason. */
export const state: readonly Equivalent[] = [
  {
    file: 'src/renderer/review/state/chosen.ts',
    change: 'splitCellKey(cell)?.table → splitCellKey(cell).table',
    reason: 'A cell key always splits; the question is for the compiler.',
  },
  {
    file: 'src/renderer/review/state/derive.ts',
    change: '[] → ["Stryker was here"]',
    line: 'tables.flatMap(table => [...agreeingCells(judged.get(table.key) ?? [], suspicions.get(table.key) ?? [])]),',
    reason: 'Both maps were just made of the same tables; the compiler does not know.',
  },
  {
    file: 'src/renderer/review/state/lines.ts',
    change: "line.kind === 'corrected' → false",
    line: "return line.kind === 'corrected' ? 'warning' : review.severityOf(line)",
    reason: 'What is no finding is a warning there, too; the question is for the compiler.',
  },
  {
    file: 'src/renderer/review/state/lines.ts',
    change: '\'corrected\' → ""',
    line: "return line.kind === 'corrected' ? 'warning' : review.severityOf(line)",
    reason: 'The same.',
  },
  {
    file: 'src/renderer/review/state/lines.ts',
    change: 'splitCellKey(cell)?.table → splitCellKey(cell).table',
    reason: 'A cell key always splits; the question is for the compiler.',
  },
  {
    file: 'src/renderer/review/state/lines.ts',
    change: '\'requests\' → ""',
    line: "return splitCellKey(cell)?.table ?? 'requests'",
    reason: 'The same.',
  },
  {
    file: 'src/renderer/review/state/lines.ts',
    change:
      'current.report.tables .find(item => item.key === table) ?.cells → current.report.tables.find(item => item.key === table).cells',
    reason: 'What was corrected stands in a table of the report: currentOf made both.',
  },
  {
    file: 'src/renderer/review/state/lines.ts',
    change: '!after → false',
    line: 'if (!after) return []',
    reason: 'The same.',
  },
  {
    file: 'src/renderer/review/state/lines.ts',
    change: '[] → ["Stryker was here"]',
    line: 'if (!after) return []',
    reason: 'The same.',
  },
  {
    file: 'src/renderer/review/state/lines.ts',
    change: '\'requests\' → ""',
    line: "if (item.kind === 'doubt') return cell ? tableOf(cell) : 'requests'",
    reason: 'A doubt always has a cell; the compiler does not know.',
  },
  {
    file: 'src/renderer/review/state/lines.ts',
    change: 'finding?.passage → finding.passage',
    reason: 'A line of findings has at least one; the compiler does not know.',
  },
  {
    file: 'src/renderer/review/state/lines.ts',
    change: 'finding?.table → finding.table',
    reason: 'The same.',
  },
  {
    file: 'src/renderer/review/state/lines.ts',
    change: 'finding?.section → finding.section',
    reason: 'The same.',
  },
  {
    file: 'src/renderer/review/state/lines.ts',
    change: 'lines.slice(Math.max(at, 0)) → lines',
    reason: 'The lines before were looked at already: when they come once more at the end, none of them is open.',
  },
  {
    file: 'src/renderer/review/state/lines.ts',
    change: 'lines.slice(0, at + 1) → lines',
    reason: 'The lines after were looked at already: when they come once more at the end, none of them is open.',
  },
  {
    file: 'src/renderer/review/state/lines.ts',
    change: 'a !== undefined → true',
    reason: 'There are two of them, as was asked before; the question is for the compiler.',
  },
  {
    file: 'src/renderer/review/state/lines.ts',
    change: 'b !== undefined → true',
    reason: 'The same.',
  },
  {
    file: 'src/renderer/review/state/looks.ts',
    change: 'a.doubtful === b.doubtful → true',
    reason:
      'A doubt follows from the confidence, the ring, the confirmation and the source error, which are all compared.',
  },
  {
    file: 'src/renderer/review/state/open.ts',
    change: '{ line: null, cell: null } → {}',
    reason: 'What is missing counts as null where both are used.',
  },
  {
    file: 'src/renderer/review/state/open.ts',
    change:
      "layout?.cells.find(item => item.kind === 'number')?.id → layout?.cells.find(item => item.kind === 'number').id",
    reason: 'Every table has a number; the compiler does not know.',
  },
  {
    file: 'src/renderer/review/state/parse.ts',
    change: '/^[−–]/ → /[−–]/',
    reason: 'A minus in any other place is no number, whichever minus it is.',
  },
  {
    file: 'src/renderer/review/state/passage.ts',
    change: '/\\s+/g → /\\s/g',
    reason: 'Every white space goes, one by one or several at a time.',
  },
  {
    file: 'src/renderer/review/state/passage.ts',
    change: 'block < document.blocks.length → block <= document.blocks.length',
    reason: 'The loop also ends where there is no block.',
  },
  {
    file: 'src/renderer/review/state/passage.ts',
    change: '!item → false',
    line: 'if (!item) break',
    reason: 'The loop ends with the blocks; the question is for the compiler.',
  },
  {
    file: 'src/renderer/review/state/passage.ts',
    change: 'line.findings[0]?.passage → line.findings[0].passage',
    reason: 'A line of findings has at least one; the compiler does not know.',
  },
]
