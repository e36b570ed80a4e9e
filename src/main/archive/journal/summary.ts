import { join } from 'node:path'
import { z } from 'zod'
import { durableWrite } from '../../disk/durable.ts'
import { errorCode, type FileLayer, ifPresent } from '../../disk/files.ts'
import { logFolder } from '../layout.ts'
import { checkSeal, sealedJson } from '../seal.ts'
import { journalFile } from './files.ts'
import { parseEntry } from './lines.ts'
import { type Line, readLinesBackwards, sizeOf } from './reading.ts'

/**
 * What an opening wants to know of all the journal's lines up to one of them, so that it need not read them. Derived: a missing one
 * costs reading the journal once. A whole one that does not fit the journal proves that lines were lost.
 */

const schema = z.object({
  year: z.number().int(),
  /** Bytes of that year's file up to and with the entry. */
  length: z.number().int().positive(),
  number: z.number().int().positive(),
  hash: z.string(),
  verified: z.object({ since: z.string(), at: z.string(), whole: z.boolean() }).nullable(),
})
export type Summary = Readonly<z.infer<typeof schema>>

export const summaryFile = (folder: string) => join(logFolder(folder), 'summary.json')

/** Null where there is none or it is damaged. */
export async function readSummary(files: FileLayer, folder: string): Promise<Summary | null> {
  const bytes = await ifPresent(files.readFile(summaryFile(folder)))
  if (bytes === null) return null
  const checked = checkSeal(bytes)
  if (checked.kind !== 'whole') return null
  const summary = schema.safeParse(JSON.parse(checked.text))
  return summary.success ? summary.data : null
}

/** A failure only costs time at the next opening. */
export async function writeSummary(files: FileLayer, folder: string, summary: Summary): Promise<void> {
  try {
    await durableWrite(files, summaryFile(folder), sealedJson(summary).bytes)
  } catch (error) {
    if (errorCode(error) === null) throw error
  }
}

/** The line that ends at a byte of a year's file, null where none does. */
export async function lineEndingAt(
  files: FileLayer,
  folder: string,
  year: number,
  length: number,
): Promise<{ readonly text: string; readonly start: number } | null> {
  const path = journalFile(folder, year)
  const size = await sizeOf(files, path)
  if (size === null || size < length) return null
  const found: { text: string; start: number }[] = []
  await readLinesBackwards(files, path, length, (line: Line) => {
    if (line.ended) found.push({ text: line.bytes.toString('utf8'), start: line.start })
    return 'enough'
  })
  return found[0] ?? null
}

/** The entry a summary speaks of, null where the journal no longer has it there. */
export async function summedEntry(files: FileLayer, folder: string, summary: Summary) {
  const line = await lineEndingAt(files, folder, summary.year, summary.length)
  const entry = line && parseEntry(line.text)
  return line && entry?.number === summary.number && entry.hash === summary.hash ? { entry, start: line.start } : null
}
