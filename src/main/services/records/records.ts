import type { Api, WantedChange } from '../../../shared/api.ts'
import { canonicalJson } from '../../../shared/canonical.ts'
import { redoTarget, reverseOf, undoTarget } from '../../../shared/current/current.ts'
import type { ArchiveRecord, Change, Revision } from '../../../shared/data/record.ts'
import type { Report } from '../../../shared/data/report.ts'
import { recordName } from '../../../shared/facts/recordName.ts'
import { message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import type { Archive, Revise } from '../../archive/model.ts'
import { wholeChange } from './changes.ts'

/** Where the file of a record lay, as far as this computer knows. A record of form 1 still tells it itself. */
export async function pathOf(archive: Pick<Archive, 'local'>, record: ArchiveRecord): Promise<string | null> {
  return (await archive.local(record.id))?.path ?? record.provenance.path ?? null
}

type RecordCalls = Pick<Api, 'record.open' | 'record.revise' | 'record.undo' | 'record.redo'>

function changesNothing(change: Change): boolean {
  if (change.kind === 'confirm') return change.cells.length === 0
  return canonicalJson(change.before) === canonicalJson(change.after)
}

/** The calls that read and change one record. `archive.revise` also brings index and window up to date. */
export function recordCalls(
  archive: Archive,
  previousOf: (record: ArchiveRecord) => Promise<Report | null>,
): RecordCalls {
  const step = async (
    { id, base }: { id: string; base: number },
    act: 'undo' | 'redo',
    target: (revisions: readonly Revision[]) => Revision | null,
  ): Promise<Outcome<ArchiveRecord>> => {
    const found = await archive.record(id)
    if (!found.ok) return found
    const aim = target(found.value.revisions)
    if (!aim) return failure(message(act === 'undo' ? 'record.nothingToUndo' : 'record.nothingToRedo'))
    const wanted: Revise = { id, base, act, reverses: aim.number, why: '', change: reverseOf(aim.change) }
    return archive.revise(wanted)
  }

  const revise = async (
    record: ArchiveRecord,
    asked: { base: number; act: 'edit' | 'restore'; why: string; change: WantedChange },
  ): Promise<Outcome<ArchiveRecord>> => {
    const change = wholeChange(record, asked.change)
    if (!change) return failure(message('record.changeDoesNotFit', { name: recordName(record) }))
    if (changesNothing(change)) return success(record)
    const { base, act, why } = asked
    return archive.revise({ id: record.id, base, act, reverses: null, why, change })
  }

  return {
    'record.open': async ({ id }) => {
      const found = await archive.record(id)
      if (!found.ok) return found
      const source = await archive.readSource(found.value.source.sha256)
      const previous = await previousOf(found.value)
      const path = await pathOf(archive, found.value)
      return success({ record: found.value, path, sourceIntact: source.ok && source.value.intact, previous })
    },
    'record.revise': async asked => {
      const found = await archive.record(asked.id)
      return found.ok ? revise(found.value, asked) : found
    },
    'record.undo': asked => step(asked, 'undo', undoTarget),
    'record.redo': asked => step(asked, 'redo', redoTarget),
  }
}
