import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Api, Selection } from '../../../shared/api.ts'
import type { Exported, ExportFormat } from '../../../shared/data/exchange.ts'
import { message } from '../../../shared/messages/index.ts'
import { type Outcome, success } from '../../../shared/outcome.ts'
import type { Archive } from '../../archive/model.ts'
import type { FileLayer } from '../../disk/files.ts'
import { exportBag } from '../../exchange/exportBag.ts'
import { exportCsv } from '../../exchange/exportCsv.ts'
import type { Emitter } from '../state/events.ts'
import { oneAtATime, progressPace } from '../work/oneAtATime.ts'
import type { Select } from './selecting.ts'

/** Exports and inspections of what a person selected. */

export type ExportCalls = Pick<Api, 'export.choose' | 'export.run' | 'export.cancel' | 'export.show'>

export type ExportNeeds = {
  readonly archive: Archive
  readonly files: FileLayer
  readonly selected: Select
  readonly emitter: Emitter
  readonly version: string
  /** The system's dialog for a folder to write into; null when none was chosen. */
  readonly chooseTarget: () => Promise<string | null>
  readonly reveal: (path: string) => void
}

/** A name that is free in a folder: 开卷导出-2026-11-25, 开卷导出-2026-11-25-2, … */
export async function freePath(folder: string, name: string, ending: string): Promise<string> {
  const stem = `${name}-${new Date().toISOString().slice(0, 10)}`
  for (let number = 1; ; number++) {
    const path = join(folder, `${stem}${number === 1 ? '' : `-${number}`}${ending}`)
    const taken = await stat(path).then(
      () => true,
      () => false,
    )
    if (!taken) return path
  }
}

/** The calls about handing over. One export at a time; it reads only, so an archive held by another process can be exported too. */
export function exportCalls(needs: ExportNeeds): ExportCalls & { readonly stop: () => Promise<void> } {
  const { archive, files, selected, emitter, version } = needs
  const exporting = oneAtATime(() => message('export.busy'))
  let last: string | null = null
  const due = progressPace()

  const progress = (step: 'write' | 'check', done: number, of: number): void => {
    if (due(done, of)) emitter.emit('export.progress', { step, done, of })
  }

  async function run(
    selection: Selection,
    format: ExportFormat,
    to: string,
    signal: AbortSignal,
  ): Promise<Outcome<Exported>> {
    const ids = await selected(selection)
    if (!ids.ok) return ids
    const write = format === 'bag' ? exportBag : exportCsv
    const written = await write(ids.value, to, { archive, version, files, progress, signal })
    if (!written.ok) return written
    const { folder: path, records, bytes, problems } = written.value
    last = path
    const counts = { format, records, files: written.value.files, bytes }
    const exported = { ...counts, path }
    // An archive that may only be read can be exported all the same; then nobody can write it down.
    if (archive.readOnly) return success({ ...exported, problems })
    const noted = await archive.addJournal({ kind: 'export', name: basename(path), ...counts })
    return success({ ...exported, problems: noted.ok ? problems : [...problems, noted.problem] })
  }

  return {
    'export.choose': async ({ format }) => {
      const folder = await needs.chooseTarget()
      return success(folder === null ? null : await freePath(folder, '开卷导出', format === 'csv' ? '.csv' : ''))
    },
    'export.run': ({ selection, format, to }) => exporting.run(signal => run(selection, format, to, signal)),
    'export.cancel': async () => {
      exporting.stop()
      return success(null)
    },
    'export.show': async () => {
      if (last !== null) needs.reveal(last)
      return success(null)
    },
    stop: exporting.close,
  }
}
