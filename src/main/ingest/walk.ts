import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'

/** All files that given paths lead to, folders with what is in them. */

/** More than any year of reports; a whole disk dropped in by mistake is stopped here. */
const mostFiles = 50_000
const deepest = 64

/**
 * What is passed over inside folders, because no report is ever named so: hidden files (a dot first), lock files that Word and WPS
 * leave beside an open document (~$, .~), and what Windows and macOS put into folders by themselves. A file that a person names
 * outright is never passed over.
 */
function isPassedOver(name: string): boolean {
  return /^(?:\.|~\$)/.test(name) || /^(?:thumbs\.db|desktop\.ini|__macosx)$/i.test(name)
}

export type Walk = {
  readonly files: readonly string[]
  /** Folders with a bagit.txt: each is one thing and is taken in whole or not at all. */
  readonly bags: readonly string[]
  /** Files and folders that were passed over, and links that were not followed. */
  readonly passedOver: number
}

type Found = { files: string[]; bags: string[]; passedOver: number }

/** @returns false when there are too many files. */
async function walkFolder(folder: string, depth: number, found: Found): Promise<boolean> {
  // A folder that may not be listed is an entry of the queue itself: its failure is then told by name.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null)
  if (entries === null) {
    found.files.push(folder)
    return true
  }
  if (entries.some(entry => entry.name === 'bagit.txt' && entry.isFile())) {
    found.bags.push(folder)
    return true
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (isPassedOver(entry.name) || entry.isSymbolicLink()) found.passedOver++
    else if (entry.isFile()) found.files.push(path)
    else if (!entry.isDirectory() || depth >= deepest) found.passedOver++
    else if (!(await walkFolder(path, depth + 1, found))) return false
    if (found.files.length > mostFiles) return false
  }
  return true
}

/**
 * Turns what was dropped into files: folders are walked with their sub-folders in name order, links in them are not followed, a link
 * named outright is. A path that does not exist stays in the list, so that it fails by name.
 */
export async function walkPaths(paths: readonly string[]): Promise<Outcome<Walk>> {
  const found: Found = { files: [], bags: [], passedOver: 0 }
  for (const path of paths) {
    const entry = await stat(path).catch(() => lstat(path).catch(() => null))
    if (!entry?.isDirectory()) found.files.push(path)
    else if (!(await walkFolder(path, 0, found)))
      return failure(message('ingest.tooManyFiles', { name: basename(path), count: mostFiles }))
  }
  const [first = ''] = paths
  if (found.files.length + found.bags.length === 0)
    return failure(message('ingest.nothingFound', { name: basename(first) || first }))
  return success({ files: [...new Set(found.files)], bags: [...new Set(found.bags)], passedOver: found.passedOver })
}
