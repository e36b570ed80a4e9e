import type { Equivalent } from '../judge.ts'

/** Mutants of the room `state` that change nothing, each with the reason. */
export const state: readonly Equivalent[] = [
  {
    file: 'src/renderer/review/state/lines.ts',
    change: `'requests' → ""`,
    line: "return splitCellKey(cell)?.table ?? 'requests'",
    reason: 'A cell key always names its table; the compiler does not know.',
  },
  {
    file: 'src/renderer/review/state/lines.ts',
    change: 'lines.slice(Math.max(at, 0)) → lines',
    reason: 'The lines before were looked at already: when they come once more at the end, none of them is open.',
  },
  {
    file: 'src/renderer/review/state/lines.ts',
    change: "line.kind === 'corrected' → false",
    line: "return line.kind === 'corrected' ? 'warning' : review.severityOf(line)",
    reason: 'What is no finding is a warning there, too; the question is for the compiler.',
  },
  {
    file: 'src/renderer/review/state/passage.ts',
    change: '!item → false',
    line: 'if (!item) break',
    reason: 'The loop ends with the blocks; the question is for the compiler.',
  },
]
