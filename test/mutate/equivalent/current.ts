import type { Equivalent } from '../judge.ts'

const file = 'src/shared/current/current.ts'
const alike = 'the next case does the very same; each kind stands by itself only so that the types fit'
const lastCase = 'nothing is done for it, and nothing comes after it'
const setAnyway = 'a change of the status sets it itself right afterwards'

/** Mutants of the room `current` that change nothing, each with the reason. */
export const current: readonly Equivalent[] = [
  { file, change: "change.kind !== 'status' → true", reason: setAnyway },
  {
    file,
    change: '\'status\' → ""',
    line: "if (change.kind !== 'status' && status === 'pending') status = 'reviewing'",
    reason: setAnyway,
  },
  { file, change: '\'cell\' → ""', line: "case 'cell':", reason: lastCase },
  { file, change: '\'field\' → ""', line: "case 'field':", reason: lastCase },
  { file, change: "case 'field': break → case 'field':", reason: lastCase },
  ...['cell', 'confirm', 'verdict', 'field'].map(kind => ({
    file,
    change: `case '${kind}': return { ...change, before: change.after, after: change.before } → case '${kind}':`,
    reason: alike,
  })),
  {
    file,
    change: "item.kind === 'cell' → true",
    reason: 'a disagreement about a field names no cell, so it is not about this one either',
  },
  {
    file,
    change: '[] → ["Stryker was here"]',
    line: 'tables: [],',
    reason: 'a table is looked up by its key, and the list is made anew from those found',
  },
]
