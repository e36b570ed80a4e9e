import type { Equivalent } from '../judge.ts'

const file = 'src/shared/current/decisions.ts'
const lastCase = 'nothing is done for it, and nothing comes after it'
const ownReading = 'what was decided over the newest reading has that one as what was seen, and never differs from it'

/** Mutants of the room `decisions` that change nothing, each with the reason. */
export const decisions: readonly Equivalent[] = [
  {
    file,
    change: '[] → ["Stryker was here"]',
    line: 'return (record.earlier ?? []).find(item => revision <= item.revisions)?.extraction ?? record.extraction',
    reason: 'what is no earlier reading has no number of revisions and is never the one that is looked for',
  },
  { file, change: '\'verdict\' → ""', reason: lastCase },
  { file, change: "case 'verdict': break → case 'verdict':", reason: lastCase },
  {
    file,
    change: 'last === 0 → false',
    reason: 'a shortcut: no revision has the number 0 or less, so nothing is found',
  },
  { file, change: 'revision <= last → true', reason: ownReading },
]
