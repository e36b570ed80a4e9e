import type { Equivalent } from '../judge.ts'

const chosen = 'src/main/recognition/sums/chosenBySums.ts'
const made = 'src/main/recognition/tables/makeTable.ts'
const forTypes = 'only the types ask for it: it is always there'
const numbersOnly = 'readings that are chosen between are numbers, none of them null'
const numberHasAll = 'a reading is a number exactly when it has a value, and then it has its text'
const noSum = 'what is no cell stands in no sum, and what stands in no sum is left alone'
const numbers = 'if (value !== null && value !== undefined) numbers.set(item.key, value)'

/** Mutants of the room `sums` that change nothing, each with the reason. */
export const sums: readonly Equivalent[] = [
  ...[
    "if (cell.state !== 'number' || cell.confidence >= doubtBelow) return []",
    'if (others.length === 0) return []',
  ].map(line => ({ file: chosen, change: '[] → ["Stryker was here"]', line, reason: noSum })),
  { file: chosen, change: 'way[at]?.value → way[at].value', reason: forTypes },
  ...[
    'value !== null && value !== undefined → true',
    'value !== null && value !== undefined → value !== null || value !== undefined',
    'value !== null → true',
    'value !== undefined → true',
  ].map(change => ({ file: chosen, change, line: numbers, reason: numbersOnly })),
  { file: chosen, change: 'other.value === null → false', reason: numbersOnly },
  {
    file: chosen,
    change: 'evaluateSum(rule, numbers)?.agrees → evaluateSum(rule, numbers).agrees',
    reason: 'only sums that can be judged are asked, and putting numbers in takes none away',
  },
  {
    file: chosen,
    change: 'item.options[0] ?? item.cell → item.options[0] && item.cell',
    reason: 'the first option is the cell itself',
  },
  { file: chosen, change: 'form?.row → form.row', reason: forTypes },
  { file: chosen, change: 'form?.column → form.column', reason: forTypes },
  {
    file: chosen,
    change: 'open.length === 0 → false',
    reason: 'a shortcut: without open cells all cells stay as they are',
  },
  ...['rules.length > 0 → true', 'rules.length > 0 → rules.length >= 0'].map(change => ({
    file: chosen,
    change,
    reason: 'without a sum every way fits, and an open cell has at least two, so nothing is decided',
  })),
  ...[
    "rival && reading?.state === 'number' → rival || reading?.state === 'number'",
    "reading?.state === 'number' → true",
    'reading?.state → reading.state',
    'reading.value !== null → true',
    'reading.raw !== null → true',
  ].map(change => ({ file: made, change, reason: numberHasAll })),
]
