import { cp, rm } from 'node:fs/promises'
import { expect } from 'vitest'
import type { FileLayer } from '../../src/main/disk/files.ts'
import { messageLines } from '../../src/shared/messages/index.ts'
import type { Outcome } from '../../src/shared/outcome.ts'
import { type Fault, faultyFiles } from './faults.ts'
import { tempFolder } from './temp.ts'

/** One thing done through the file layer, of which any one call may fail. */
export type Operation = {
  /** Lays out, in an empty folder, what is there before. */
  readonly before: (folder: string) => Promise<void>
  /** Does it; calls fail from the moment at which it says `ready`, so that an opening before it is not tried again for each. */
  readonly run: (folder: string, files: FileLayer, ready: () => void) => Promise<Outcome<unknown>>
  /** What must hold afterwards, whether it said that it was done or not. */
  readonly after: (folder: string, done: boolean) => Promise<void>
}

/** The codes at any call; a write that takes half and goes on; one that takes half before the disk is full. */
const troubles = ['ENOSPC', 'EIO', 'EPERM', 'EBUSY', 'short', 'full'] as const
type Trouble = (typeof troubles)[number]

const faultOf = (trouble: Trouble): Fault =>
  trouble === 'short' || trouble === 'full' ? { kind: trouble } : { kind: 'error', code: trouble }

/** Whether every call is tried (npm run soak:faults) or one for each trouble. */
export const everyOne = process.env.KAIJUAN_EVERY_CALL === '1'

/** Each trouble at another place, so that between them they come near all. */
function chosen(all: readonly number[], trouble: Trouble): readonly number[] {
  if (everyOne) return all
  const turn = (troubles.indexOf(trouble) + 0.5) / troubles.length
  return all.slice(Math.floor(all.length * turn)).slice(0, 1)
}

async function attempt(
  operation: Operation,
  prepared: string,
  plan: (call: { at: number; name: string }) => Fault | null,
) {
  const folder = await tempFolder()
  await cp(prepared, folder, { recursive: true })
  const names: string[] = []
  let armed = false
  const files = faultyFiles(({ name }) => (armed ? plan({ at: names.push(name) - 1, name }) : null))
  const outcome = await operation.run(folder, files, () => {
    armed = true
  })
  armed = false
  return { folder, outcome, names }
}

/** A person reads what happened, what is unharmed and what to do, in whole Chinese sentences. */
function mustTell(outcome: Outcome<unknown>): void {
  if (outcome.ok) return
  const lines = Object.values(messageLines(outcome.problem, 'zh'))
  expect([outcome.problem.code, outcome.problem.severity]).toEqual([outcome.problem.code, 'error'])
  for (const line of lines)
    expect([outcome.problem.code, line]).toEqual([outcome.problem.code, expect.stringMatching(/^[^{}]+。$/)])
}

export type Tried = { readonly tried: number; readonly refused: number }

/** Does an operation again and again, each time with one of the troubles at another of its calls. */
export async function meetsEveryTrouble(operation: Operation): Promise<Tried> {
  const prepared = await tempFolder()
  await operation.before(prepared)
  const dry = await attempt(operation, prepared, () => null)
  expect(dry.outcome).toMatchObject({ ok: true })
  expect(dry.names.length).toBeGreaterThan(5)
  await operation.after(dry.folder, true)
  let tried = 0
  let refused = 0
  for (const trouble of troubles) {
    const short = trouble === 'short' || trouble === 'full'
    const all = dry.names.flatMap((name, at) => (!short || name === 'write' ? [at] : []))
    for (const place of chosen(all, trouble)) {
      const plan = ({ at }: { at: number }) => (at === place ? faultOf(trouble) : null)
      const { folder, outcome } = await attempt(operation, prepared, plan)
      const where = `${trouble} at call ${place} (${dry.names[place]})`
      mustTell(outcome)
      tried++
      if (!outcome.ok) refused++
      if (trouble === 'short') expect([where, outcome.ok]).toEqual([where, true])
      const said = outcome.ok ? 'done' : `refused: ${outcome.problem.code}`
      await operation.after(folder, outcome.ok).catch(cause => {
        throw new Error(`${where}, which was ${said}`, { cause })
      })
      await rm(folder, { recursive: true })
    }
  }
  return { tried, refused }
}
