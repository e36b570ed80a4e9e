import type { Equivalent } from '../judge.ts'

/** Mutants of the room `actions` that change nothing, each with the reason. */
export const actions: readonly Equivalent[] = [
  {
    file: 'src/renderer/review/actions/answers.ts',
    change:
      "line.findings.every(item => item.rule === 'F2' || item.rule === 'F3') → line.findings.some(item => item.rule === 'F2' || item.rule === 'F3')",
    reason: 'Several findings in one line are all of sums; any other stands alone.',
  },
  {
    file: 'src/renderer/review/actions/answers.ts',
    change: 'cell !== null → true',
    reason: 'No finding holds a cell that is none; the question is for the compiler.',
  },
  {
    file: 'src/renderer/review/actions/answers.ts',
    change: 'about.length > 0 → true',
    reason:
      'The cells of a line that has suspects are those of its findings, and the focus is in one of them: there is always one about it.',
  },
  {
    file: 'src/renderer/review/actions/answers.ts',
    change: 'about.length > 0 → about.length >= 0',
    reason: 'The same.',
  },
  {
    file: 'src/renderer/review/actions/answers.ts',
    change: '\'\' → "Stryker was here!"',
    line: "const text = current.verdicts.get(findings[0] ?? '')?.verdict.note ?? ''",
    reason: 'A line of findings has at least one; the compiler does not know.',
  },
  {
    file: 'src/renderer/review/actions/moving.ts',
    change: '{ tab } → {}',
    line: 'patch({ tab })',
    reason: 'Where a cell has the focus, its table is the one that is shown.',
  },
  {
    file: 'src/renderer/review/actions/moving.ts',
    change:
      "layout.cells.find(cell => cell.kind === 'number')?.id → layout.cells.find(cell => cell.kind === 'number').id",
    reason: 'Every table has a number; the compiler does not know.',
  },
  {
    file: 'src/renderer/review/actions/recordActs.ts',
    change: 'last?.change → last.change',
    reason: 'After undo or redo there is a revision: that one.',
  },
  {
    file: 'src/renderer/review/actions/tools.ts',
    change: '[] → ["Stryker was here"]',
    reason: 'No line has such a name.',
  },
  {
    file: 'src/renderer/review/actions/tools.ts',
    change: 'before?.kind → before.kind',
    reason:
      'The opened line is one of the list until a change takes it away; where none is open, one does not get here.',
  },
  {
    file: 'src/renderer/review/actions/typing.ts',
    change: 'findFormCell(draft.cell, edition)?.column → findFormCell(draft.cell, edition).column',
    reason: 'One types into cells of the form; the compiler does not know.',
  },
  {
    file: 'src/renderer/review/actions/typing.ts',
    change: '\'count\' → ""',
    reason: 'The same.',
  },
]
