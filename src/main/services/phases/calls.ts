import type { Api, AppState } from '../../../shared/api.ts'
import { type Outcome, success } from '../../../shared/outcome.ts'
import { backupCalls } from '../care/backups.ts'
import { diagnosisCalls } from '../care/diagnosis.ts'
import { verifier } from '../care/verifying.ts'
import { exportCalls } from '../exporting/exports.ts'
import { type Select, selecting } from '../exporting/selecting.ts'
import { besideOthers } from '../importing/besideOthers.ts'
import { importCalls } from '../importing/imports.ts'
import { type Inspector, inspector } from '../inspecting/calls.ts'
import type { Services } from '../model.ts'
import { recordCalls } from '../records/records.ts'
import { bulkCalls } from '../rereading/bulk.ts'
import { rereadingCalls } from '../rereading/calls.ts'
import { tracingCalls } from '../rereading/tracing.ts'
import { appState } from '../state/appState.ts'
import { paced } from '../state/changed.ts'
import { longWorks } from '../work/longWork.ts'
import type { Ingesting } from './ingest.ts'
import type { Kept } from './keep.ts'
import type { OpenArchive } from './open.ts'

/** The fourth phase: what window, command line and other processes ask is answered. */
export type Calling = {
  readonly api: Api
  readonly state: () => Outcome<AppState>
  readonly selected: Select
  readonly inspecting: Pick<Inspector, 'each' | 'report'>
  readonly handOver: Services['handOver']
  readonly sourceFile: Services['sourceFile']
  readonly close: () => Promise<void>
}

/** Counts on the rail may lag this far behind, so that an import of thousands does not flood the window. */
const statePace = 200

export function answerCalls(
  opened: OpenArchive,
  kept: Kept,
  { pool, readers, queue, reports, onImport }: Ingesting,
): Calling {
  const { options, files, log, store, emitter, changed, busy, notes } = opened
  const { keeper, archive, comparing } = kept
  const { version, takesFiles: takes = false, reveal = () => undefined } = options
  const { chooseFiles = async () => [], chooseTarget = async () => null } = options

  const others = besideOthers({ archive, files, keeper, queue, emitter, changed: changed.ask, takes })
  const works = longWorks(emitter)
  const verifying = verifier({ archive, keeper, emitter, compared: comparing.compared, after: changed.ask })
  const selected = selecting(keeper, queue.arrived)
  const handing = { archive, files, selected, emitter, version, chooseTarget, reveal }
  const { stop: stopExport, ...exporting } = exportCalls(handing)
  const inspecting = inspector({ ...handing, pool, reports, changed: changed.ask })
  for (const work of [verifying, works, inspecting]) busy.enter(work.running)

  const state = (): Outcome<AppState> =>
    appState(store, keeper, {
      ...{ notes, version, why: others.why(), importing: queue.underWay() },
      inspection: onImport?.state() ?? null,
      index: comparing.last(),
    })
  const telling = paced(statePace, () => {
    const now = state()
    if (now.ok) emitter.emit('archive.changed', now.value)
  })
  changed.listen(telling.ask)

  const sourceFile: Services['sourceFile'] = async id => {
    const found = await archive.record(id)
    if (!found.ok) return found
    return success({ path: archive.sourcePath(found.value.source.sha256), name: found.value.provenance.name })
  }

  const api: Api = {
    'app.state': async () => state(),
    'app.saveSettings': async ({ language, theme, who }) => {
      const change = {
        ...(language === undefined ? {} : { language }),
        ...(theme === undefined ? {} : { theme }),
        ...(who === undefined ? {} : { who }),
      }
      const saved = await archive.saveSettings(change)
      changed.ask()
      return saved.ok ? state() : saved
    },
    ...importCalls({ archive, files, queue, samples: options.samples, chooseFiles, handOver: others.handOver }),
    ...recordCalls(archive, keeper.previousOf),
    ...exporting,
    ...rereadingCalls({ archive, pool, readers }),
    ...tracingCalls({ archive, pool, readers }),
    ...bulkCalls({ archive, files, pool, readers, works }),
    ...backupCalls({
      archive,
      files,
      works,
      version,
      changed: changed.ask,
      chooseFolder: chooseTarget,
      useArchive: options.useArchive ?? (async () => success(null)),
    }),
    'work.stop': async ({ work }) => {
      works.stop(work)
      return success(null)
    },
    ...inspecting.calls,
    ...diagnosisCalls({ files, log, version, state, chooseTarget, reveal }),
    'catalogue.list': async query => keeper.ask(index => index.list(query)),
    'catalogue.nextOpen': async ({ after }) => keeper.ask(index => index.nextOpen(after)),
    'search.run': async query => keeper.ask(index => index.search(query)),
    'record.showSource': async ({ id, how }) => {
      const source = await sourceFile(id)
      if (!source.ok) return source
      return options.showSource ? options.showSource(source.value.path, source.value.name, how) : success(null)
    },
    'journal.list': async query => success(await archive.journal(query)),
    'archive.verify': () => verifying.verify(),
    'archive.stopVerify': async () => {
      verifying.stop()
      return success(null)
    },
  }
  return {
    ...{ api, state, selected, inspecting, handOver: others.handOver, sourceFile },
    close: async () => {
      telling.stop()
      others.stop()
      verifying.stop()
      await stopExport()
      await works.close()
      await inspecting.stop()
    },
  }
}
