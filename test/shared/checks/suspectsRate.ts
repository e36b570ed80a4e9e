import { suspectsRate } from './plantedErrors.ts'
import { judgements, manyRate } from './plantedMany.ts'
import { slipKinds, slipRate } from './plantedSlips.ts'

/** Prints how often what was misread is named first, over reports that add up: `npm run bench:suspects [-- CASES]`, 20,000 of one cell unless told otherwise. */
const cases = Number(process.argv[2] ?? 20_000)
const started = performance.now()
const rate = suspectsRate(cases, 'rate')
const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(2)} %`
const list = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([table, count]) => `${table} ${count}`)
    .join(', ') || 'none'
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, count) => all + count, 0)

console.log(`${rate.cases} reports with one misread cell, ${Math.round(performance.now() - started)} ms`)
console.log(`decidable: ${rate.decidable} (${percent(rate.decidable, rate.cases)})`)
console.log(`  named first and alone: ${rate.first} (${percent(rate.first, rate.decidable)})`)
for (const [table, count] of Object.entries(rate.decidableIn))
  console.log(`  ${table}: ${rate.firstIn[table] ?? 0} of ${count} (${percent(rate.firstIn[table] ?? 0, count)})`)
console.log(`undecidable: ${rate.cases - rate.decidable}`)
console.log(`  ${sum(rate.unseen)} break no sum that can be judged: ${list(rate.unseen)}`)
console.log(`  ${sum(rate.ambiguous)} could be a misreading of another cell just as well: ${list(rate.ambiguous)}`)
for (const { cell, right, read, sets } of rate.missed.slice(0, 10)) {
  const named = sets
    .slice(0, 3)
    .map(set => `${set.changes.map(item => `${item.cell}=${item.value}`).join('+')}:${set.cost}`)
  console.log(`missed: ${cell} ${right} read as ${read}; named ${named.join(' | ') || 'nothing'}`)
}

const slips = Math.ceil(cases / 20)
console.log(
  `${slips} tables 三 of each edition with a slip of several cells: first and alone, first with others, another first`,
)
for (const kind of slipKinds)
  for (const edition of ['2021', '2019'] as const) {
    const { first, tied, other } = slipRate(kind, edition, slips)
    console.log(`  ${kind}, ${edition}: ${first}, ${tied}, ${other}`)
  }

const many = Math.ceil(cases / 50)
console.log(`${many} tables 三 each with several misreadings: digits, neighbours, swaps, splits, shifts`)
for (const count of [1, 2, 3, 4, 5]) {
  const { judged, namedOfDecidable, named, wronglyNamed, stopped, ms } = manyRate(count, many, 'rate')
  const sorted = ms.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
  console.log(`${count} misread: ${judgements.map(one => `${one} ${judged[one]}`).join(', ')}`)
  console.log(
    `  named first and alone: ${namedOfDecidable} of ${judged.decidable} (${percent(namedOfDecidable, judged.decidable)}), ${named} of all`,
  )
  console.log(
    `  a group for which something else was named alone: in ${wronglyNamed}; the bound on steps reached: in ${stopped}`,
  )
  console.log(
    `  ms of processor a search: median ${at(0.5)}, 9 of 10 ${at(0.9)}, 99 of 100 ${at(0.99)}, longest ${at(1)}`,
  )
}
