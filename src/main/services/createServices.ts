import { type Outcome, success } from '../../shared/outcome.ts'
import { diagnose } from './care/diagnosis.ts'
import type { Services, ServicesOptions } from './model.ts'
import { answerCalls } from './phases/calls.ts'
import { beIdle } from './phases/idle.ts'
import { ingest } from './phases/ingest.ts'
import { keep } from './phases/keep.ts'
import { open } from './phases/open.ts'

/**
 * Composes archive, index and ingest into what the window and the command line call, phase by phase: each knows only those before it,
 * and they close in the opposite order. Knows no Electron. Fails only when the archive cannot be opened at all; one held by another
 * process is opened for reading.
 */
export async function createServices(options: ServicesOptions): Promise<Outcome<Services>> {
  const found = await open(options)
  if (!found.ok) return found
  const opened = found.value
  const kept = await keep(opened)
  const ingesting = ingest(opened, kept)
  const calling = answerCalls(opened, kept, ingesting)
  const idle = beIdle(opened, kept, ingesting)

  let closing: Promise<void> | null = null
  const close = async (): Promise<void> => {
    for (const phase of [idle, calling, ingesting, kept, opened]) await phase.close()
  }
  const { keeper } = kept
  const { queue, onImport } = ingesting
  const { api, state, selected, inspecting, handOver, sourceFile } = calling
  return success({
    ...{ api, selected, inspecting, handOver, sourceFile },
    on: opened.emitter.on,
    notes: opened.store.notes,
    ready: keeper.ready,
    rebuild: keeper.rebuild,
    inspectingImports: onImport,
    diagnosis: () => diagnose(options.version, opened.log, state()),
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
