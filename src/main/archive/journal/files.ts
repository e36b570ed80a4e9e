import { join } from 'node:path'
import { writeAll } from '../../disk/durable.ts'
import { type FileLayer, listFolder } from '../../disk/files.ts'
import { logFolder } from '../layout.ts'

/** The journal's files, one for each year: their names, and what is done to a file as a whole. */

const filePattern = /^(\d{4})\.jsonl$/

export const journalName = (year: number) => `log/${String(year).padStart(4, '0')}.jsonl`
export const journalFile = (folder: string, year: number) => join(folder, journalName(year))

/** The years that have a journal file, oldest first. */
export async function journalYears(files: FileLayer, folder: string): Promise<readonly number[]> {
  const names = (await listFolder(files, logFolder(folder))).map(entry => filePattern.exec(entry.name)?.[1])
  return names
    .filter(year => year !== undefined)
    .map(Number)
    .sort((a, b) => a - b)
}

/** Up to where the journal goes: in the last file, to this byte. */
export type JournalEnd = { readonly year: number; readonly length: number }

/** Cuts a file off and has that on disk. */
export async function truncateFile(files: FileLayer, path: string, length: number): Promise<void> {
  const file = await files.open(path, 'r+')
  try {
    await file.truncate(length)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Closes a last line that lost its line break. */
export async function closeLine(files: FileLayer, path: string): Promise<void> {
  const file = await files.open(path, 'a')
  try {
    await writeAll(file, Buffer.from('\n'))
    await file.sync()
  } finally {
    await file.close()
  }
}
