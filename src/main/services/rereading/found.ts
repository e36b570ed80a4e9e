import { join } from 'node:path'
import { z } from 'zod'
import type { ArchiveRecord, RecordId } from '../../../shared/data/record.ts'
import type { RereadRow } from '../../../shared/data/rereading.ts'
import type { Message } from '../../../shared/messages/index.ts'
import type { Archive } from '../../archive/model.ts'
import { durableWrite, withFile, writeAll } from '../../disk/durable.ts'
import { errorCode, type FileLayer, ifPresent } from '../../disk/files.ts'
import { writeProblem } from '../../disk/problems.ts'
import { makeQueue } from '../../disk/queue.ts'

/** What a look at one record found, and what it looked at: a record that moved on is looked at again. */
export type Found = {
  readonly id: RecordId
  readonly stamp: string
  readonly kind: 'same' | 'places' | 'changed' | 'worse'
  readonly row: RereadRow | null
}

const head = z.object({ readers: z.string() })
const line = z.looseObject({ id: z.string(), stamp: z.string(), kind: z.enum(['same', 'places', 'changed', 'worse']) })

/** What a look depends on: the reading that is there, and what a person made of it. */
export const stampOf = ({ extraction, revisions }: ArchiveRecord) =>
  `${extraction.reader} ${extraction.at} ${revisions.length}`

/** What was found so far, so that a look that was stopped, also by closing the application, goes on where it was. */
export type FoundStore = {
  readonly known: (record: ArchiveRecord) => Found | null
  /** Never fails: what cannot be written is known until the application is closed. */
  readonly add: (found: Found) => Promise<void>
  /** Why what was found could not be written; null when it was. */
  readonly problem: () => Message | null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Cut off in the middle of a line: that one is looked at again.
    return null
  }
}

/** What the lines of a file hold; `whole` false when some of them hold nothing. */
function readLines(text: string, readers: string): { readonly found: readonly Found[]; readonly whole: boolean } {
  const [first = '', ...lines] = text.split('\n')
  if (head.safeParse(parsed(first)).data?.readers !== readers) return { found: [], whole: false }
  const rest = lines.pop()
  const found = lines.map(parsed).filter(item => line.safeParse(item).success)
  // The rows were written by us from typed values.
  return { found: found as Found[], whole: rest === '' && found.length === lines.length }
}

/**
 * `rereading.jsonl` in the archive's folder: derived, thrown away when the readers change. An archive that may only be read is looked at
 * without it. Its lines are not flushed to the disk one by one: what a power cut takes is looked at again.
 */
export async function openFound(files: FileLayer, archive: Archive, readers: string): Promise<FoundStore> {
  const path = join(archive.folder, 'rereading.jsonl')
  const queue = makeQueue()
  let problem: Message | null = null

  /** After a failure the end of the file is unknown: nothing more is added to it. */
  const writing = async (work: () => Promise<void>): Promise<void> => {
    if (archive.readOnly || problem) return
    try {
      await work()
    } catch (error) {
      problem = writeProblem(error, archive.folder)
    }
  }

  let text = ''
  try {
    text = (await ifPresent(files.readFile(path)))?.toString('utf8') ?? ''
  } catch (error) {
    if (errorCode(error) === null) throw error
    // What cannot be read at the moment is not replaced.
    problem = writeProblem(error, archive.folder)
  }
  const { found, whole } = readLines(text, readers)
  const all = new Map(found.map(item => [item.id, item]))
  if (!whole) {
    const kept = [{ readers }, ...all.values()].map(item => `${JSON.stringify(item)}\n`).join('')
    await writing(() => durableWrite(files, path, Buffer.from(kept)))
  }
  return {
    known: record => {
      const item = all.get(record.id)
      return item?.stamp === stampOf(record) ? item : null
    },
    add: item => {
      all.set(item.id, item)
      const bytes = Buffer.from(`${JSON.stringify(item)}\n`)
      return queue.run(() => writing(() => withFile(files.open(path, 'a'), file => writeAll(file, bytes))))
    },
    problem: () => problem,
  }
}
