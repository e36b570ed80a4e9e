import type { Api, AppState } from '../../shared/api.ts'
import type { Message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import { openArchive } from '../archive/index.ts'
import { realFiles } from '../disk/files.ts'
import type { Accepting } from '../ingest/acceptFile.ts'
import { type Broken, createPool, standardLimits } from '../ingest/pool.ts'
import { createQueue } from '../ingest/queue.ts'
import { createIndexKeeper } from '../keeping/keeper.ts'
import { quietIndex } from '../keeping/quietComparison.ts'
import { noLog } from '../log/index.ts'
import { noteImport, noteWorker } from '../log/watch.ts'
import { backupCalls } from './backups.ts'
import { besideOthers } from './besideOthers.ts'
import { diagnose, diagnosisCalls } from './diagnosis.ts'
import { createEmitter } from './events.ts'
import { exportCalls } from './exports.ts'
import { followedArchive } from './followed.ts'
import { startIdleWork } from './idleWork.ts'
import { importCalls } from './imports.ts'
import { inspector } from './inspecting/calls.ts'
import { importInspector } from './inspecting/onImport.ts'
import { openReports } from './inspecting/reports.ts'
import { longWorks } from './longWork.ts'
import type { Services, ServicesOptions } from './model.ts'
import { recordCalls } from './records.ts'
import { bulkCalls } from './rereading/bulk.ts'
import { rereadingCalls } from './rereading/calls.ts'
import { tracingCalls } from './rereading/tracing.ts'
import { selecting } from './selecting.ts'
import { appState, paced } from './state.ts'
import { verifier } from './verifying.ts'

/** Counts on the rail may lag this far behind, so that an import of thousands does not flood the window. */
const statePace = 200

/**
 * Composes archive, index and ingest into what the window and the command line call. Knows no Electron. Fails only when the
 * archive cannot be opened at all; one held by another process is opened for reading.
 */
export async function createServices(options: ServicesOptions): Promise<Outcome<Services>> {
  const { files = realFiles, log = noLog } = options
  const readOnly = options.readOnly === undefined ? {} : { readOnly: options.readOnly }
  const opened = await openArchive(options.folder, { version: options.version, files, ...readOnly })
  if (!opened.ok) return failure(opened.problem)
  const store = opened.value
  const emitter = createEmitter()
  const stateChanged = paced(statePace, () => {
    const now = state()
    if (now.ok) emitter.emit('archive.changed', now.value)
  })
  const keeper = await createIndexKeeper(store, stateChanged.ask, id => emitter.emit('record.changed', { id }))
  const notes: Message[] = [...store.notes]
  const note = (said: Message): void => {
    notes.push(said)
    stateChanged.ask()
  }
  const { archive, addOfMany } = followedArchive(store, keeper, emitter, stateChanged.ask, note)
  const comparing = quietIndex({ archive, keeper, said: note })
  const readers = options.readers ?? options.version
  const works = longWorks(emitter)
  const onBroken = (broke: Broken) => noteWorker(log, broke)
  const pool = options.pool ?? createPool(options.workerUrl, { ...standardLimits, ...options.limits }, { onBroken })
  const accepting: Accepting = {
    ...{ archive, pool, version: readers, add: addOfMany },
    ended: (item, ms) => noteImport(log, item, ms),
    proved: (record, { bytes, sha256 }, at, { look, readOnly, at: opened }, missing) =>
      onImport?.proved(record, {
        ...{ source: { bytes, sha256, readOnly }, look },
        proved: { ...at, look: opened, missing },
      }),
  }
  const queue = createQueue(accepting, view => {
    emitter.emit('import.changed', view)
    stateChanged.ask()
    if (view.endedAt !== null) onImport?.look()
  })
  const state = (): Outcome<AppState> =>
    appState(store, keeper, {
      notes,
      why: others.why(),
      importing: queue.underWay(),
      version: options.version,
      inspection: onImport?.state() ?? null,
      index: comparing.last(),
    })
  const verifying = verifier({ archive, keeper, emitter, compared: comparing.compared, after: stateChanged.ask })
  const resting = () =>
    queue.underWay() === 0 &&
    !verifying.running() &&
    keeper.indexing() === null &&
    !works.running() &&
    !inspecting.running()
  const idleWork = options.idle ? startIdleWork(store, comparing, resting, stateChanged.ask, options.idle) : null
  const chooseFiles = options.chooseFiles ?? (async () => [])

  const chooseTarget = options.chooseTarget ?? (async () => null)
  const selected = selecting(keeper, queue.arrived)
  const handing = {
    ...{ archive, files, selected, emitter, version: options.version },
    chooseTarget,
    reveal: options.reveal ?? (() => undefined),
  }
  const { stop: stopExport, ...exporting } = exportCalls(handing)
  const reports = openReports(archive)
  const inspecting = inspector({ ...handing, pool, reports, changed: stateChanged.ask })
  const { version, inspectImports: how = null } = options
  const onImport =
    how === null || archive.readOnly
      ? null
      : importInspector({ archive, files, pool, reports, version, how, idle: resting, changed: stateChanged.ask })
  // What was left when the application was closed.
  onImport?.look()

  const takes = options.takesFiles ?? false
  const others = besideOthers({ archive, files, keeper, queue, emitter, changed: stateChanged.ask, takes })

  const sourceFile: Services['sourceFile'] = async id => {
    const found = await archive.record(id)
    if (!found.ok) return found
    return success({ path: archive.sourcePath(found.value.source.sha256), name: found.value.provenance.name })
  }

  let closing: Promise<void> | null = null
  const close = async (): Promise<void> => {
    stateChanged.stop()
    others.stop()
    verifying.stop()
    await stopExport()
    await works.close()
    await inspecting.stop()
    await onImport?.stop()
    await idleWork?.stop()
    await queue.close()
    if (!options.pool) await pool.close()
    await keeper.close()
    await archive.close()
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
      stateChanged.ask()
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
      version: options.version,
      changed: stateChanged.ask,
      chooseFolder: chooseTarget,
      useArchive: options.useArchive ?? (async () => success(null)),
    }),
    'work.stop': async ({ work }) => {
      works.stop(work)
      return success(null)
    },
    ...inspecting.calls,
    ...diagnosisCalls({ files, log, version, state, chooseTarget, reveal: handing.reveal }),
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

  return success({
    api,
    on: emitter.on,
    notes: store.notes,
    sourceFile,
    ready: keeper.ready,
    inspecting,
    inspectingImports: onImport,
    selected,
    handOver: others.handOver,
    diagnosis: () => diagnose(version, log, state()),
    rebuild: keeper.rebuild,
    imported: async () => {
      await queue.idle()
      await keeper.settled()
    },
    close: () => {
      closing ??= close()
      return closing
    },
  })
}
