import { findSuspects } from '../../../src/shared/checks/index.ts'
import { type Settled, settle } from '../../../src/shared/checks/suspects/settling.ts'
import { failedSums, sumSystem } from '../../../src/shared/checks/suspects/sumSystem.ts'
import type { ReportTable } from '../../../src/shared/data/report.ts'
import { type CellKey, cellKey, type Edition } from '../../../src/shared/form/index.ts'
import { makeNumbers } from '../../corpus/numbers.ts'
import { makeRandom } from '../../corpus/random.ts'
import { numberTable } from '../reports.ts'
import {
  type Grid,
  type MisreadingKind,
  makeGrid,
  misread,
  misreadingKinds,
  misreadingsFor,
  type Values,
} from './misreadings.ts'

/** Reports that add up with one to five misreadings planted, and whether they are named. */

type PlantedMany = {
  readonly table: ReportTable
  readonly grid: Grid
  readonly right: Values
  readonly read: Values
  readonly kinds: readonly MisreadingKind[]
  /** Cells that say something else than they should. */
  readonly wrong: readonly CellKey[]
}

/** One case of `count` misreadings in table 三; the same for the same seed. */
function plantMany(count: number, seed: string): PlantedMany {
  const random = makeRandom(seed)
  const edition: Edition = random.chance(0.8) ? '2021' : '2019'
  const numbers = makeNumbers({ disclosure: edition, requests: edition, proceedings: edition }, random)
  const grid = makeGrid('requests', edition)
  const right = new Map(grid.cells.map((cell): [CellKey, number] => [cell, numbers.get(cell) ?? 0]))
  const read = new Map(right)
  const taken = new Set<CellKey>()
  const kinds: MisreadingKind[] = []
  while (kinds.length < count) {
    const kind = random.pick(misreadingKinds)
    const changes = misread(kind, grid, right, taken, random)
    if (!changes) continue
    kinds.push(kind)
    for (const [cell, value] of changes) {
      read.set(cell, value)
      taken.add(cell)
    }
  }
  const table = numberTable('requests', edition, (row, column) => read.get(cellKey('requests', row, column)) ?? 0)
  return { table, grid, right, read, kinds, wrong: grid.cells.filter(cell => right.get(cell) !== read.get(cell)) }
}

/** How many steps the judge may take, who is in no hurry. */
const judgesSteps = 400_000

/** All smallest answers, ranked by nothing but how few of the planted kinds of misreadings explain them. */
function judged({ table, grid, read }: PlantedMany): readonly Settled[] {
  const system = sumSystem(table, new Set())
  const costOf = (changes: readonly { readonly cell: CellKey; readonly value: number }[]) => {
    const right = new Map(read)
    for (const { cell, value } of changes) right.set(cell, value)
    return misreadingsFor(
      changes.map(item => item.cell),
      grid,
      right,
      read,
    )
  }
  return settle(system, failedSums(system), { known: new Set(), whole: [], costOf }, { left: judgesSteps })
}

/** Whether what was planted falls into parts of at most five cells, each of which settles its sums by itself. */
function isWithinReach({ table, wrong, right, read }: PlantedMany): boolean {
  const shares = sumSystem(table, new Set()).plan.cells
  const changeOf = (cells: readonly CellKey[]) => {
    const by = new Map<number, number>()
    for (const cell of cells)
      for (const { sum, sign } of shares.get(cell) ?? [])
        by.set(sum, (by.get(sum) ?? 0) + sign * ((right.get(cell) ?? 0) - (read.get(cell) ?? 0)))
    return by
  }
  const fallsApart = (cells: readonly CellKey[]): boolean => {
    if (cells.length <= 5) return true
    const whole = changeOf(cells)
    for (let bits = 1; bits < 2 ** cells.length - 1; bits += 2) {
      const some = cells.filter((_, at) => bits & (1 << at))
      if (some.length > 5 || [...changeOf(some)].some(([sum, by]) => by !== 0 && by !== whole.get(sum))) continue
      if (fallsApart(cells.filter((_, at) => !(bits & (1 << at))))) return true
    }
    return false
  }
  return fallsApart(wrong)
}

export const judgements = [
  'decidable',
  'unseen',
  'ambiguous',
  'hanging together in more than five cells',
  'not judged',
] as const
type Judgement = (typeof judgements)[number]

/**
 * Whether anybody could know: no other set of at most as many cells, to be explained by at most as many misreadings, settles all failed sums.
 * Where there is a smaller set that no misreadings explain, sets between the two are not looked at: then it counts as decidable.
 */
function judge(planted: PlantedMany): Judgement {
  const { wrong, right, grid, read } = planted
  if (failedSums(sumSystem(planted.table, new Set())).length === 0) return 'unseen'
  if (!isWithinReach(planted)) return 'hanging together in more than five cells'
  const groups = judged(planted)
  if (groups.some(group => group.stopped)) return 'not judged'
  const size = groups.reduce((all, group) => all + (group.sets[0]?.changes.length ?? 0), 0)
  const fewest = groups.reduce((all, group) => all + (group.sets[0]?.cost ?? 1e6), 0)
  if (size < wrong.length) return fewest <= misreadingsFor(wrong, grid, right, read) ? 'ambiguous' : 'decidable'
  const unique = groups.every(({ sets: [best, second] }) => best && (!second || second.cost > best.cost))
  return unique &&
    isPlanted(
      groups.flatMap(group => group.sets[0]?.changes ?? []),
      planted,
    )
    ? 'decidable'
    : 'ambiguous'
}

function isPlanted(
  changes: readonly { readonly cell: CellKey; readonly value: number }[],
  { wrong, right }: PlantedMany,
) {
  return (
    changes.length === wrong.length &&
    changes.every(({ cell, value }) => wrong.includes(cell) && right.get(cell) === value)
  )
}

type Naming = { readonly named: boolean; readonly wrongly: boolean; readonly stopped: boolean; readonly ms: number }

/** Named: the likeliest sets of all groups, each likelier than any other of its group, are what was planted. Wrongly: one of them is not. */
function namingOf(planted: PlantedMany): Naming {
  const started = process.threadCpuUsage().user
  const groups = findSuspects(planted.table)
  const ms = (process.threadCpuUsage().user - started) / 1000
  const alone = groups.flatMap(({ sets: [best, second] }) =>
    best && (!second || second.cost > best.cost) ? [best.changes] : [],
  )
  const named = alone.length === groups.length && isPlanted(alone.flat(), planted)
  const isRight = (cell: CellKey, value: number) => planted.wrong.includes(cell) && planted.right.get(cell) === value
  const wrongly = alone.some(changes => !changes.every(({ cell, value }) => isRight(cell, value)))
  return { named, wrongly, stopped: groups.some(group => group.stopped), ms }
}

type ManyRate = {
  cases: number
  named: number
  wronglyNamed: number
  stopped: number
  readonly judged: Record<Judgement, number>
  /** Of the decidable ones. */
  namedOfDecidable: number
  readonly ms: number[]
}

export function manyRate(count: number, cases: number, seed: string): ManyRate {
  const rate: ManyRate = {
    ...{ cases, named: 0, wronglyNamed: 0, stopped: 0, namedOfDecidable: 0, ms: [] },
    judged: { decidable: 0, unseen: 0, ambiguous: 0, 'hanging together in more than five cells': 0, 'not judged': 0 },
  }
  for (let at = 0; at < cases; at++) {
    const planted = plantMany(count, `${seed}${count}/${at}`)
    const { named, wrongly, stopped, ms } = namingOf(planted)
    const judgement = judge(planted)
    rate.ms.push(ms)
    rate.judged[judgement]++
    if (named) rate.named++
    if (wrongly) rate.wronglyNamed++
    if (stopped) rate.stopped++
    if (judgement !== 'decidable') continue
    if (named) rate.namedOfDecidable++
  }
  return rate
}
