import type { Finding } from '../checks/index.ts'
import type { Reading } from '../data/report.ts'
import { splitCellKey } from '../form/index.ts'
import type { Current } from './current.ts'

/** R1: findings where a newer reading disagrees with a person's decision. */

/** A reading as one would say it: the number, else what is printed. */
function said({ state, value, raw }: Reading): string {
  if (state === 'number') return String(value)
  return state === 'blank' || state === 'absent' ? state : (raw ?? state)
}

/** R1: where a newer reading says something else than a person had decided, as findings. Answered by deciding again. */
export function disagreementFindings({ disagreements }: Current): readonly Finding[] {
  return disagreements.map((item): Finding => {
    const base = { rule: 'R1', severity: 'warning', section: null, suspects: [], passage: null } as const
    if (item.kind === 'field')
      return {
        ...base,
        id: `R1:${item.field}`,
        table: null,
        cells: [],
        printed: null,
        expected: null,
        machine: String(item.machine ?? ''),
      }
    const { cell, machine, person } = item
    const table = splitCellKey(cell)?.table ?? null
    return {
      ...base,
      id: `R1:${cell}`,
      table,
      cells: [cell],
      printed: machine.value,
      expected: person.value,
      machine: said(machine),
    }
  })
}
