import { heldOutHeads, heads as written } from '../corpus/heads/index.ts'
import { type FactOutcome, type Judged, judgeHead } from '../corpus/heads/measure.ts'

/** Reads all heads and prints per fact how many are right, wrong, doubted, missing; `--list` names those that are not right. */
const heads = process.argv.includes('--held-out') ? heldOutHeads : written
const judged: readonly Judged[] = (await Promise.all(heads.map(judgeHead))).flat()
const outcomes: readonly FactOutcome[] = ['right', 'wrong', 'doubted', 'missing', 'unmarked', 'overdone']

console.log(`${heads.length} heads`)
console.log(['fact', ...outcomes].map(word => word.padEnd(15)).join(''))
for (const fact of new Set(judged.map(item => item.fact))) {
  const of = judged.filter(item => item.fact === fact)
  const counts = outcomes.map(outcome => String(of.filter(item => item.outcome === outcome).length))
  console.log([fact, ...counts].map(word => word.padEnd(15)).join(''))
}
if (process.argv.includes('--list'))
  for (const item of judged.filter(item => item.outcome !== 'right'))
    console.log(`${item.fact} ${item.outcome}: ${item.head}\n    got ${item.got ?? '-'}\n    due ${item.due}`)
