import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Inspection } from '../../../shared/data/inspection.ts'
import type { Message } from '../../../shared/messages/index.ts'
import { inspectionsFile } from '../../archive/index.ts'
import type { Archive } from '../../archive/model.ts'
import { durableWrite, makeFolder, withFile, writeAll } from '../../disk/durable.ts'
import { type FileLayer, ifPresent } from '../../disk/files.ts'

/** What was found of one record that came in with a journal entry. */
export type DueResult = {
  readonly entry: number
  readonly found: { readonly inspection: Inspection } | { readonly problem: Message }
}

/**
 * Which imports still have to be inspected, and what was found of those whose report is not finished: `inspections/unfinished.jsonl`.
 * Derived: where it is missing or damaged, the journal's last report of this kind says from where on.
 */
export type DueStore = {
  /** Imports up to this entry are covered by reports. */
  readonly after: () => number
  readonly results: () => readonly DueResult[]
  readonly add: (results: readonly DueResult[]) => Promise<void>
  /** A report was kept: everything up to here is covered. */
  readonly covered: (upTo: number) => Promise<void>
}

const head = z.object({ after: z.number().int().min(0) })
const line = z.object({ entry: z.number().int(), found: z.looseObject({}) })

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
/** Each line bears its digest, so that one cut off or altered is not believed. */
const sealed = (value: unknown): string => {
  const text = JSON.stringify(value)
  return `${digest(text)} ${text}\n`
}
function unsealed(text: string): unknown {
  const body = text.slice(text.indexOf(' ') + 1)
  // Cut off or altered: as if it were not there.
  return text.startsWith(`${digest(body)} `) ? JSON.parse(body) : null
}

async function fromJournal(archive: Archive): Promise<number> {
  const query = { before: null, limit: 100, who: [], since: null, record: null, text: '' }
  const page = await archive.journal({ ...query, kinds: ['inspect'] })
  const last = page.entries.flatMap(({ event }) => (event.kind === 'inspect' ? (event.upTo ?? []) : []))
  return last[0] ?? archive.lastEntry()
}

/**
 * Its lines are not flushed to the disk one by one: what a power cut takes is inspected again. What cannot be written is thrown, and
 * ends the quiet work of this session.
 */
export async function openDue(files: FileLayer, archive: Archive): Promise<DueStore> {
  const file = inspectionsFile(archive.folder, 'unfinished.jsonl')
  let results: DueResult[] = []
  let after = -1
  const write = async (): Promise<void> => {
    await makeFolder(files, dirname(file))
    await durableWrite(files, file, Buffer.from([{ after }, ...results].map(sealed).join('')))
  }
  const text = (await ifPresent(files.readFile(file)))?.toString('utf8') ?? ''
  const [first = '', ...lines] = text.split('\n')
  const begun = head.safeParse(unsealed(first))
  if (begun.success) {
    after = begun.data.after
    // Written by us from typed values, and each line proved.
    results = lines.map(unsealed).filter(item => line.safeParse(item).success) as DueResult[]
  } else after = await fromJournal(archive)
  // Cut off or not there: nothing is added behind half a line.
  if (!begun.success || lines.pop() !== '' || results.length !== lines.length) await write()
  return {
    after: () => after,
    results: () => results,
    add: async found => {
      results.push(...found)
      const lines = Buffer.from(found.map(sealed).join(''))
      await withFile(files.open(file, 'a'), opened => writeAll(opened, lines))
    },
    covered: async upTo => {
      after = upTo
      results = []
      await write()
    },
  }
}
