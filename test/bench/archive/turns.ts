// A child process of run.ts: saves cells in two archives in turns, so that whatever else the disk is doing falls on both alike.
import { openArchive } from '../../../src/main/archive/index.ts'
import { createServices } from '../../../src/main/services.ts'
import { value } from '../../archive/samples.ts'
import { archiveSaves, type SaveCell, windowSaves } from './saves.ts'
import { percentile, round } from './timing.ts'

const [small = '', large = '', edits = '400'] = process.argv.slice(2)
const workerUrl = new URL('../../../src/main/ingest/worker.ts', import.meta.url)
/** Not counted: code that is still being compiled. */
const warmUp = 20

async function inTurns(one: SaveCell, other: SaveCell): Promise<readonly [readonly number[], readonly number[]]> {
  const times: readonly [number[], number[]] = [[], []]
  for (let edit = 0; edit < warmUp + Number(edits); edit++) {
    const both = [await one(edit), await other(edit)] as const
    if (edit >= warmUp) for (const at of [0, 1] as const) times[at].push(both[at])
  }
  return times
}

function figures(name: string, [a, b]: readonly [readonly number[], readonly number[]]): Record<string, number> {
  const of = (part: number) => [percentile(a, part), percentile(b, part)] as const
  const [[p50, largeP50], [p95, largeP95]] = [of(0.5), of(0.95)]
  return {
    [`${name}P50Ms`]: round(p50),
    [`${name}LargeP50Ms`]: round(largeP50),
    [`${name}P50Ratio`]: round(largeP50 / p50),
    [`${name}P95Ms`]: round(p95),
    [`${name}LargeP95Ms`]: round(largeP95),
    [`${name}P95Ratio`]: round(largeP95 / p95),
  }
}

async function archives(): Promise<Record<string, number>> {
  const open = async (folder: string) => value(await openArchive(folder, { version: 'bench' }))
  const [one, other] = [await open(small), await open(large)]
  const times = await inTurns(await archiveSaves(one), await archiveSaves(other))
  await one.close()
  await other.close()
  return figures('save', times)
}

async function windows(): Promise<Record<string, number>> {
  const open = async (folder: string) =>
    value(await createServices({ folder, workerUrl, version: 'bench', samples: folder }))
  const [one, other] = [await open(small), await open(large)]
  await Promise.all([one.ready(), other.ready()])
  const times = await inTurns(await windowSaves(one.api), await windowSaves(other.api))
  await one.close()
  await other.close()
  return figures('windowSave', times)
}

console.log(JSON.stringify({ ...(await archives()), ...(await windows()) }))
process.exit(0)
