import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Inspection } from '../../../shared/inspection.ts'
import type { Message } from '../../../shared/messages/index.ts'
import type { Archive } from '../../archive/model.ts'

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
  readonly add: (result: DueResult) => void
  /** A report was kept: everything up to here is covered. */
  readonly covered: (upTo: number) => void
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
  const [hash, ...rest] = text.split(' ')
  const body = rest.join(' ')
  if (digest(body) !== hash) throw new Error('not what was written')
  return JSON.parse(body)
}

async function fromJournal(archive: Archive): Promise<number> {
  const query = { before: null, limit: 100, kinds: ['inspect'], who: [], since: null, record: null, text: '' } as const
  const page = await archive.journal({ ...query, kinds: ['inspect'], who: [] })
  const last = page.entries.flatMap(({ event }) => (event.kind === 'inspect' ? (event.upTo ?? []) : []))
  return last[0] ?? archive.lastEntry()
}

export async function openDue(archive: Archive): Promise<DueStore> {
  const file = join(archive.folder, 'inspections', 'unfinished.jsonl')
  let results: DueResult[] = []
  let after = -1
  const begin = (upTo: number): void => {
    after = upTo
    results = []
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, sealed({ after }))
    renameSync(`${file}.new`, file)
  }
  try {
    const [first = '', ...lines] = readFileSync(file, 'utf8').split('\n').filter(Boolean)
    after = head.parse(unsealed(first)).after
    // Written by us from typed values, and each line proved.
    for (const text of lines) results.push(line.parse(unsealed(text)) as unknown as DueResult)
  } catch {
    // Not there, or cut off: what follows the last whole line is inspected once more.
    if (after < 0) begin(await fromJournal(archive))
  }
  return {
    after: () => after,
    results: () => results,
    add: result => {
      results.push(result)
      appendFileSync(file, sealed(result))
    },
    covered: begin,
  }
}
