import { join } from 'node:path'
import { z } from 'zod'
import type { Message } from '../../shared/messages/index.ts'
import { message } from '../../shared/messages/index.ts'
import { durableWrite } from './durable.ts'
import { errorCode, type FileLayer, ifPresent } from './files.ts'
import { headProblem } from './head.ts'
import { logFolder, recordFile, recordPath, sourceFile } from './layout.ts'
import { detailOf, recordProblem } from './problems.ts'
import type { RecordStore } from './records.ts'
import { checkSeal, sealedJson } from './seal.ts'
import { hashFile, sourceNames } from './sourceList.ts'

/** A round over all objects is begun so many days after the last began; with idle hours in between every object is read within 90. */
const roundDays = 60
const day = 24 * 60 * 60 * 1000

const schema = z.object({
  round: z.object({ begunAt: z.string(), after: z.string() }).nullable(),
  lastBegunAt: z.string().nullable(),
})
type State = z.infer<typeof schema>

const stateFile = (folder: string) => join(logFolder(folder), 'verify-state.json')

async function readState(files: FileLayer, folder: string): Promise<State> {
  const bytes = await ifPresent(files.readFile(stateFile(folder)))
  const checked = bytes && checkSeal(bytes)
  const state = checked?.kind === 'whole' ? schema.safeParse(JSON.parse(checked.text)) : null
  // Derived: at worst a round begins anew.
  return state?.success ? state.data : { round: null, lastBegunAt: null }
}

/** What one call of the quiet verification did. */
export type VerifiedSome = {
  readonly looked: number
  readonly left: number
  /** Nothing is due: the last round began less than 60 days ago and is finished. */
  readonly idle: boolean
  readonly problems: readonly Message[]
}

export type SomeWork = {
  readonly files: FileLayer
  readonly folder: string
  readonly records: RecordStore
  readonly now: Date
  /** May the cursor be written? */
  readonly keep: boolean
  readonly signal: AbortSignal
}

/**
 * Looks at as many sources and records as fit into a time, going on where the last call ended, also after a restart: are the bytes
 * still those that were written? (Whether records and journal agree is for the whole verification.)
 */
export async function verifySome(work: SomeWork, milliseconds: number): Promise<VerifiedSome> {
  const { files, folder, records, now, signal } = work
  const until = performance.now() + milliseconds
  const state = await readState(files, folder)
  const fresh = state.lastBegunAt !== null && now.getTime() - Date.parse(state.lastBegunAt) < roundDays * day
  if (!state.round && fresh) return { looked: 0, left: 0, idle: true, problems: [] }
  const begunAt = state.round?.begunAt ?? now.toISOString()
  const objects = [...(await records.ids()), ...(await sourceNames(files, folder))].sort()
  let after = state.round?.after ?? ''
  const problems: Message[] = after === '' ? [...(await headProblem(files, folder))] : []
  const buffer = Buffer.alloc(256 * 1024)
  const first = objects.findIndex(name => name > after)
  const begin = first === -1 ? objects.length : first
  let next = begin
  // At least one, however short the time, or a call would never end a round.
  for (; next < objects.length && !signal.aborted && (next === begin || performance.now() < until); next++) {
    const name = objects[next] ?? ''
    const problem = name.length === 64 ? await lookAtSource(work, name, buffer) : await lookAtRecord(work, name)
    if (problem === 'cancelled') break
    if (problem) problems.push(problem)
    after = name
  }
  const left = objects.length - next
  const round = left > 0 ? { begunAt, after } : null
  if (work.keep) await durableWrite(files, stateFile(folder), sealedJson({ round, lastBegunAt: begunAt }).bytes)
  return { looked: next - begin, left, idle: false, problems }
}

async function lookAtRecord({ files, folder }: SomeWork, id: string): Promise<Message | null> {
  const damaged = (detail: string) => message('archive.damagedRecord', { file: recordPath(id) }, null, detail)
  try {
    const bytes = await ifPresent(files.readFile(recordFile(folder, id)))
    // Taken away meanwhile; the whole verification knows what must be there.
    return bytes === null || checkSeal(bytes).kind === 'whole' ? null : damaged('its seal does not fit its content')
  } catch (error) {
    return recordProblem(error, recordPath(id))
  }
}

async function lookAtSource(work: SomeWork, sha256: string, buffer: Buffer): Promise<Message | 'cancelled' | null> {
  const source = sha256.slice(0, 16)
  const read = await work.records.read(source)
  const name = read.ok && read.value ? read.value.record.provenance.name : source
  try {
    const found = await hashFile(work.files, sourceFile(work.folder, sha256), buffer, work.signal)
    if (found === null) return 'cancelled'
    return found === sha256 ? null : message('archive.sourceAltered', { name, source })
  } catch (error) {
    if (errorCode(error) === null) throw error
    return message('archive.sourceUnreadable', { name, source }, null, detailOf(error))
  }
}
