import { join } from 'node:path'
import { z } from 'zod'
import type { Message } from '../../../shared/messages/index.ts'
import { durableWrite } from '../../disk/durable.ts'
import { errorCode, type FileLayer, ifPresent } from '../../disk/files.ts'
import { logFolder } from '../layout.ts'
import { checkSeal, sealedJson } from '../seal.ts'

/** How far the quiet verification has come, kept from one start to the next. */

/** A round over all objects is begun so many days after the last began; with idle hours in between every object is read within 90. */
const roundDays = 60
const day = 24 * 60 * 60 * 1000

/** More problems than anybody reads one by one are counted. */
const mostProblems = 200

const round = z.object({
  begunAt: z.string(),
  /** Number of the last journal entry then: what came in or changed since is looked at last. */
  entry: z.number(),
  phase: z.enum(['all', 'since']),
  /** The last object that was looked at in this phase. */
  after: z.string(),
  looked: z.number(),
  of: z.number(),
  sources: z.number(),
  records: z.number(),
  milliseconds: z.number(),
  // Written by us from typed values, and sealed.
  problems: z.array(z.custom<Message>(value => typeof value === 'object' && value !== null)),
  more: z.number(),
})
export type Round = Readonly<z.infer<typeof round>>

const schema = z.object({ round: round.nullable(), lastBegunAt: z.string().nullable() })
/** How far the quiet verification is: `log/verify-state.json`. */
export type RoundState = Readonly<z.infer<typeof schema>>

const stateFile = (folder: string) => join(logFolder(folder), 'verify-state.json')

export async function readRoundState(files: FileLayer, folder: string): Promise<RoundState> {
  try {
    const bytes = await ifPresent(files.readFile(stateFile(folder)))
    const checked = bytes && checkSeal(bytes)
    const state = checked?.kind === 'whole' ? schema.safeParse(JSON.parse(checked.text)) : null
    // Derived: at worst a round begins anew.
    if (state?.success) return state.data
  } catch (error) {
    if (errorCode(error) === null) throw error
  }
  return { round: null, lastBegunAt: null }
}

export function writeRoundState(files: FileLayer, folder: string, state: RoundState): Promise<void> {
  return durableWrite(files, stateFile(folder), sealedJson(state).bytes)
}

/** Whether nothing has to be looked at yet: the last round is over and began less than 60 days ago. */
export function rests({ round, lastBegunAt }: RoundState, now: Date): boolean {
  return round === null && lastBegunAt !== null && now.getTime() - Date.parse(lastBegunAt) < roundDays * day
}

const nameOf = ({ code, params }: Message) => `${code} ${JSON.stringify(params)}`

/** The round with more problems. One that was seen before, perhaps in an earlier session, is told once. */
export function withProblems(round: Round, found: readonly Message[]): Round {
  const known = new Map([...round.problems, ...found].map(item => [nameOf(item), item]))
  const all = [...known.values()]
  const more = round.more + Math.max(0, all.length - mostProblems)
  return { ...round, problems: all.slice(0, mostProblems), more }
}

export const damagedIn = ({ problems, more }: Pick<Round, 'problems' | 'more'>): number =>
  problems.filter(item => item.severity === 'error').length + more
