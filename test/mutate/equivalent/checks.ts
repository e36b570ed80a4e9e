import type { Equivalent } from '../judge.ts'

const at = (name: string) => `src/shared/checks/${name}.ts`
const forTypes = 'only the types ask for it: it is always there'
const shortcut = 'a shortcut: what comes after it finds nothing either'
const cache = 'only kept so as not to be made again; made again it is the same'
const numberHasValue = 'a cell has a value exactly when its state says number'
const eitherSign = 'a sign is 1 or -1'
const onlyAny = 'of these counts only 0 and more than 0 are told apart'
const digitsOfOneLength = 'the rests that are compared can only be alike when the one text is one digit longer'

type Named = Omit<Equivalent, 'file'>
const inFile = (name: string, ...changes: readonly Named[]): readonly Equivalent[] =>
  changes.map(change => ({ file: at(name), ...change }))
const emptyList = '[] → ["Stryker was here"]'

const suspects: readonly Equivalent[] = [
  ...inFile('suspects/index', {
    change: emptyList,
    line: 'const ids = sums.flatMap(sum => system.plan.rules[sum] ?? []).map(rule => sumId(table, rule))',
    reason: forTypes,
  }),
  ...inFile(
    'suspects/misreadings',
    ...[`'' → "Stryker was here!"`].map(change => ({
      change,
      line: "if (changed.length === 1) return isAlike(a[first] ?? '', b[first] ?? '') ? costs.common : costs.rare",
      reason: forTypes,
    })),
    { change: 'a < b → a <= b', reason: 'one digit is never asked whether it looks like itself' },
    ...[
      'long.length !== short.length + 1 → false',
      'at < short.length → true',
      'at < short.length → at <= short.length',
    ].map(change => ({ change, reason: digitsOfOneLength })),
  ),
  ...inFile(
    'suspects/ranking',
    { change: '/\\D+/g → /\\D/g', reason: 'all that is no digit goes, one by one or together' },
    {
      change: `'' → "Stryker was here!"`,
      line: "if (cell.state === 'text') return digitsOf(cell.raw ?? '') === String(needed) ? costs.common : costs.blank",
      reason: 'neither text has a digit',
    },
    { change: "cell.state !== 'number' → false", reason: numberHasValue },
  ),
  ...inFile(
    'suspects/sumSystem',
    ...[
      'for (const { sum, sign } of plan.cells.get(key) ?? []) {',
      'for (const { sum, sign } of system.plan.cells.get(cell) ?? []) {',
    ].map(line => ({ change: emptyList, line, reason: forTypes })),
    { change: 'to !== undefined → true', reason: forTypes },
    { change: 'known → false', reason: cache },
    { change: 'plans.set(id, plan) → ;', reason: cache },
    ...[
      "cell.state !== 'number' || cell.value === null → cell.state !== 'number' && cell.value === null",
      "cell.state !== 'number' → false",
      'cell.value === null → false',
    ].map(change => ({ change, reason: numberHasValue })),
    { change: 'sign > 0 → sign >= 0', reason: eitherSign },
    { change: 'side[sum] ?? 0 → side[sum] && 0', line: 'side[sum] = (side[sum] ?? 0) + 1', reason: onlyAny },
    ...["system.cells.get(cell)?.state === 'number' → false", `'number' → ""`].map(change => ({
      change,
      line: "const counts = system.cells.get(cell)?.state === 'number' ? 0 : 1",
      reason: onlyAny,
    })),
    ...[
      'system.cells.get(cell)?.state → system.cells.get(cell).state',
      'system.cells.get(cell)?.value → system.cells.get(cell).value',
      'system.plan.cells.get(cell)?.find → system.plan.cells.get(cell).find',
    ].map(change => ({ change, reason: forTypes })),
  ),
  ...inFile(
    'suspects/neighbours',
    { change: 'made → false', reason: cache },
    { change: 'known.set(id, printed) → ;', reason: cache },
  ),
]

const rest: readonly Equivalent[] = [
  ...inFile(
    'carriedOver',
    {
      change: emptyList,
      line: "const columns = formTable('requests', '2021').rows[0]?.columns ?? []",
      reason: forTypes,
    },
    {
      change: "formTable('requests', '2021').rows[0]?.columns → formTable('requests', '2021').rows[0].columns",
      reason: forTypes,
    },
    { change: `'2021' → ""`, reason: 'both editions have the same columns' },
    { change: '!other → false', reason: shortcut },
  ),
  ...inFile(
    'cellContent',
    ...[
      "cell.state !== 'number' || cell.value === null → cell.state !== 'number' && cell.value === null",
      "cell.state !== 'number' → false",
      'cell.value === null → false',
    ].map(change => ({ change, reason: numberHasValue })),
    {
      change: 'rows.find(row => row.key === cell.row)?.columns → rows.find(row => row.key === cell.row).columns',
      reason: forTypes,
    },
    {
      change: 'cell.value < 0 → cell.value <= 0',
      reason: 'a 0 is a whole number and was let through before',
    },
  ),
  ...inFile('documentsInForce', { change: '!previous → false', reason: shortcut }),
  ...inFile(
    'jumps',
    { change: '!previous → false', reason: shortcut },
    {
      change: 'splitCellKey(cell)?.table → splitCellKey(cell).table',
      reason: forTypes,
    },
  ),
  ...inFile('lawmaking', { change: '/\\s+/g → /\\s/g', reason: 'all white space goes, one by one or together' }),
  ...inFile('regulationPower', {
    change: emptyList,
    line: "const cells = (tableOf(report, 'disclosure')?.cells ?? [])",
    reason: 'what is no cell stands in no row',
  }),
  ...inFile('sumFindings', { change: 'failed.length === 0 → false', reason: shortcut }),
  ...inFile(
    'sums',
    {
      change: emptyList,
      line: 'const columns = table.rows[0]?.columns.map(column => column.key) ?? []',
      reason: forTypes,
    },
    { change: 'table.rows[0]?.columns → table.rows[0].columns', reason: forTypes },
    { change: 'known.set(id, rules) → ;', reason: cache },
  ),
  ...inFile(
    'titleYear',
    { change: `'' → "Stryker was here!"`, reason: forTypes },
    { change: '/\\s+/g → /\\s/g', reason: 'all white space goes, one by one or together' },
    { change: 'only !== undefined → true', reason: forTypes },
  ),
]

/** Mutants of the room `checks` that change nothing, each with the reason. */
export const checks: readonly Equivalent[] = [...suspects, ...rest]
