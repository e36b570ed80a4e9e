/**
 * `npm run bench:guards`: what costs too much is a way to hold a reader up, so the cost of each work is measured at one size and at four
 * times as much, or beside a named peer, in one run. Prints the ratios; ends with 1 when a goal is missed. Figures of one machine: no test
 * asserts them.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inTurns, steepest } from './guard.ts'
import { beside, growing } from './works.ts'

type Result = {
  readonly name: string
  readonly milliseconds: readonly [number, number]
  readonly ratio: number
  readonly goal: number
}
const results: Result[] = []

function tell(
  name: string,
  milliseconds: readonly [number, number],
  ratio: number,
  goal: number,
  against: string,
): void {
  const met = ratio <= goal
  const [one, other] = milliseconds.map(item => item.toFixed(2))
  console.log(
    `${met ? 'met   ' : 'MISSED'} ${name}: ${one} ms, ${against} ${other} ms; ratio ${ratio.toFixed(2)}, goal at most ${goal}`,
  )
  results.push({ name, milliseconds, ratio, goal })
  if (!met) process.exitCode = 1
}

const [only] = process.argv.slice(2)
const wanted = ({ name }: { readonly name: string }) => only === undefined || name.includes(only)

for (const { name, size, prepare } of growing.filter(wanted)) {
  const milliseconds = await inTurns(prepare(size), prepare(4 * size))
  tell(`${name}, ${size}`, milliseconds, milliseconds[1] / milliseconds[0], steepest, 'four times as many')
}
for (const { name, ours, peer, goal } of beside.filter(wanted)) {
  const milliseconds = await inTurns(ours, peer.work)
  tell(name, milliseconds, milliseconds[0] / milliseconds[1], goal, peer.name)
}
const folder = join(import.meta.dirname, '../../../test-results')
mkdirSync(folder, { recursive: true })
writeFileSync(
  join(folder, 'guards.json'),
  `${JSON.stringify({ schema: 1, node: process.version, results }, null, 1)}\n`,
)
