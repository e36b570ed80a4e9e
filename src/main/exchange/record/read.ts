import { dirname, join } from 'node:path'
import type { JournalEntry } from '../../../shared/data/journal.ts'
import type { ArchiveRecord } from '../../../shared/data/record.ts'
import { message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import { brokenRevision, checkSeal, differences, hashHolds, parseEntry } from '../../archive/index.ts'
import type { FileLayer } from '../../disk/files.ts'
import { detailOf } from '../../disk/problems.ts'
import type { Bag } from '../bag/check.ts'
import { recordParts } from './layout.ts'
import { parseRecord } from './schema.ts'

/** A record out of a bag of ours, proved by its own chain and by the journal lines that came with it. */
export type BaggedRecord = {
  readonly record: ArchiveRecord
  readonly entries: readonly JournalEntry[]
  /** Where its original lies. */
  readonly source: string
}

const mostBytes = 300 * 1024 * 1024
const parts: ReadonlySet<string> = new Set(Object.values(recordParts))

/** Paths of the records of a bag, and of the one original beside each. */
export function recordsOf(bag: Bag): readonly { readonly record: string; readonly sources: readonly string[] }[] {
  const folders = new Map<string, string[]>()
  for (const path of bag.payload.keys()) {
    const known = folders.get(dirname(path))
    if (known) known.push(path)
    else folders.set(dirname(path), [path])
  }
  return [...folders].flatMap(([folder, paths]) => {
    const record = `${folder}/${recordParts.record}`
    if (!bag.payload.has(record)) return []
    return [{ record, sources: paths.filter(path => !parts.has(path.slice(folder.length + 1))) }]
  })
}

function parseJournal(text: string, id: string): readonly JournalEntry[] | null {
  const entries = text
    .split('\n')
    .slice(0, -1)
    .map(line => {
      const entry = parseEntry(line)
      const own = entry && hashHolds(entry) && 'record' in entry.event && entry.event.record === id
      return own ? entry : null
    })
  const whole = entries.flatMap(entry => entry ?? [])
  const ordered = whole.every((entry, at) => at === 0 || entry.number > (whole[at - 1]?.number ?? 0))
  return whole.length === entries.length && ordered ? whole : null
}

/** Reads one record of a valid bag and proves it: seal, shape, revisions, journal. Nothing about it is believed otherwise. */
export async function readBagged(
  files: FileLayer,
  bag: Bag,
  paths: { readonly record: string; readonly sources: readonly string[] },
): Promise<Outcome<BaggedRecord>> {
  const wrong = (file: string, detail: string) =>
    failure(message('bag.recordNotProved', { bag: bag.name, file }, null, detail))
  const [source] = paths.sources
  if (source === undefined || paths.sources.length > 1) return wrong(paths.record, 'no single original beside it')
  const journalPath = `${dirname(paths.record)}/${recordParts.journal}`
  for (const path of [paths.record, journalPath])
    if ((bag.payload.get(path) ?? mostBytes + 1) > mostBytes) return wrong(path, 'missing or too large')
  try {
    const sealed = checkSeal(await files.readFile(join(bag.folder, paths.record)))
    if (sealed.kind !== 'whole') return wrong(paths.record, 'its seal does not fit its content')
    const record = parseRecord(sealed.text)
    if (typeof record === 'string') return wrong(paths.record, record)
    const { sha256, bytes } = record.source
    if (!sha256.startsWith(record.id)) return wrong(paths.record, 'id and source differ')
    if (bag.payload.get(source) !== bytes) return wrong(source, 'not as long as the record says')
    const broken = brokenRevision(record)
    if (broken !== null) return wrong(paths.record, `revision ${broken} is not what was written`)
    const journal = (await files.readFile(join(bag.folder, journalPath))).toString('utf8')
    const entries = parseJournal(journal, record.id)
    if (!entries) return wrong(journalPath, 'a line is not what was written')
    const [difference] = differences(record, sealed.seal, entries)
    if (difference) return wrong(journalPath, difference.code)
    return success({ record, entries, source: join(bag.folder, source) })
  } catch (error) {
    return wrong(paths.record, detailOf(error))
  }
}
