import { basename, join } from 'node:path'
import { canonicalJson } from '../../shared/canonical.ts'
import { currentOf } from '../../shared/current/current.ts'
import { openCounts } from '../../shared/current/review.ts'
import type { ImportItem } from '../../shared/data/importing.ts'
import type { ArchiveRecord } from '../../shared/data/record.ts'
import { importEnd } from '../../shared/facts/importEnd.ts'
import { recordName } from '../../shared/facts/recordName.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { recordHash, upgraded } from '../archive/index.ts'
import type { Archive } from '../archive/model.ts'
import { type FileLayer, realFiles } from '../disk/files.ts'
import { type Bag, checkBag } from './bag/check.ts'
import { infoValue } from './bag/tagFiles.ts'
import { archiveLabel, exchangeLabel, exchangeSchemas } from './bagInfo.ts'
import { readBagged, recordsOf } from './record/read.ts'

/** Importing bags: each report as its sender's archive held it. */

/** What a line of the import queue becomes. */
type Became = Partial<ImportItem>
type Progress = (change: Became) => void

/** One file of a bag that is to be taken in: a report of anybody's, or a record of ours with its history. */
export type BagContent =
  | { readonly kind: 'file'; readonly path: string }
  | {
      readonly kind: 'record'
      readonly path: string
      readonly accept: (item: ImportItem, progress: Progress, signal: AbortSignal) => Promise<Became>
    }

export type OpenedBag = { readonly kind: 'opened'; readonly content: readonly BagContent[] } | Became

/** Names that no report has: the system's own, and lock files. */
const isReport = (path: string) => !/^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$/i.test(basename(path))

/** Checks a bag whole before anything of it is taken in, and says what is in it. A damaged one is refused. */
export async function openBag(
  item: ImportItem,
  archive: Archive,
  progress: Progress,
  signal: AbortSignal,
  files: FileLayer = realFiles,
): Promise<OpenedBag> {
  const refuse = async (problems: readonly Message[]): Promise<Became> => {
    const [problem] = problems
    if (!problem) return { state: 'failed' }
    const written = await archive.addJournal({ kind: 'refuse', fileName: item.name, problem })
    return { state: 'failed', messages: written.ok ? problems : [...problems, written.problem] }
  }
  progress({ step: 'check' })
  const counted = (done: number, of: number) => progress({ counted: { done, of } })
  const check = await checkBag(item.path, { files, signal, progress: counted })
  switch (check.kind) {
    case 'cancelled':
      return { state: 'cancelled' }
    case 'refused':
      return refuse(check.problems)
    case 'valid': {
      const ours = infoValue(check.bag.info, exchangeLabel)
      if (ours !== null && !exchangeSchemas.includes(ours))
        return refuse([message('bag.newer', { bag: check.bag.name, schema: ours })])
      const content = ours === null ? reportsIn(check.bag) : recordsIn(check.bag, archive, files)
      return content.length > 0
        ? { kind: 'opened', content }
        : refuse([message('bag.nothingInside', { bag: check.bag.name })])
    }
  }
}

function reportsIn(bag: Bag): readonly BagContent[] {
  return [...bag.payload.keys()]
    .filter(isReport)
    .sort()
    .map(path => ({ kind: 'file', path: join(bag.folder, path) }))
}

function recordsIn(bag: Bag, archive: Archive, files: FileLayer): readonly BagContent[] {
  return recordsOf(bag).map(paths => ({
    kind: 'record',
    path: join(bag.folder, paths.sources[0] ?? paths.record),
    accept: (_item, progress, signal) => acceptRecord(bag, paths, { archive, files, progress, signal }),
  }))
}

type Accepting = {
  readonly archive: Archive
  readonly files: FileLayer
  readonly progress: Progress
  readonly signal: AbortSignal
}

function describe(record: ArchiveRecord): Became {
  const current = currentOf(record)
  const { report } = record.extraction
  return {
    record: record.id,
    recordName: recordName(record),
    year: current.report.year,
    format: record.source.format,
    errors: report ? openCounts(current).errors : 0,
  }
}

/**
 * What the archive's own record means for one that comes in with the same source. Histories are never merged: either one is a part of
 * the other, or a person has to compare them.
 */
export function compareHistories(here: ArchiveRecord, there: ArchiveRecord): 'same' | 'ahead' | 'behind' | 'apart' {
  if (recordHash(here) !== recordHash(there)) return 'apart'
  const shared = Math.min(here.revisions.length, there.revisions.length)
  const same = canonicalJson(here.revisions.slice(0, shared)) === canonicalJson(there.revisions.slice(0, shared))
  if (!same) return 'apart'
  if (here.revisions.length === there.revisions.length) return 'same'
  return here.revisions.length > there.revisions.length ? 'ahead' : 'behind'
}

function alreadyHere(here: ArchiveRecord, there: ArchiveRecord, bag: string): Became {
  const params = { name: recordName(here), bag, here: here.revisions.length, there: there.revisions.length }
  switch (compareHistories(here, there)) {
    case 'same':
      return { ...describe(here), state: 'duplicate' }
    case 'ahead':
      return { ...describe(here), state: 'duplicate', messages: [message('bag.recordOlder', params)] }
    case 'behind':
      return { ...describe(here), state: 'failed', messages: [message('bag.recordNewer', params)] }
    case 'apart':
      return { ...describe(here), state: 'failed', messages: [message('bag.recordDiffers', params)] }
  }
}

async function acceptRecord(
  bag: Bag,
  paths: Parameters<typeof readBagged>[2],
  { archive, files, progress, signal }: Accepting,
): Promise<Became> {
  progress({ step: 'check' })
  const read = await readBagged(files, bag, paths)
  if (!read.ok) return { state: 'failed', messages: [read.problem] }
  const { entries, source } = read.value
  // Proved as it was handed over; from here on in the form of this archive. The path in an old one is another computer's.
  const { record } = upgraded(read.value.record)
  // Counted once: the checks of a report that comes with its history run here, not in a worker.
  const about = describe(record)
  progress({ ...about, bytes: record.source.bytes })
  const ids = await archive.record(record.id)
  if (ids.ok) return alreadyHere(ids.value, record, bag.name)
  if (ids.problem.code !== 'archive.recordUnknown') return { ...about, state: 'failed', messages: [ids.problem] }
  progress({ step: 'keep' })
  const kept = await archive.keepSource(source, signal)
  if (signal.aborted) return { state: 'cancelled' }
  if (!kept.ok) return { ...about, state: 'failed', messages: [kept.problem] }
  if (kept.value.sha256 !== record.source.sha256)
    return { state: 'failed', messages: [message('bag.recordNotProved', { bag: bag.name, file: basename(source) })] }
  const restored = await archive.restore(record, {
    bag: bag.name,
    digest: bag.digest,
    archive: infoValue(bag.info, archiveLabel),
    entries: entries.filter(entry => entry.event.kind !== 'revise'),
  })
  if (!restored.ok) return { ...about, state: 'failed', messages: [restored.problem] }
  const told = message('bag.recordRestored', { bag: bag.name, revisions: record.revisions.length })
  return {
    ...about,
    state: importEnd(record.extraction),
    messages: [...record.extraction.messages, told],
  }
}
