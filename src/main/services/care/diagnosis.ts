import { arch, availableParallelism, platform, release, totalmem } from 'node:os'
import type { Api, AppState } from '../../../shared/api.ts'
import type { DiagnosisView } from '../../../shared/data/diagnosis.ts'
import type { Message } from '../../../shared/messages/index.ts'
import { type Outcome, success } from '../../../shared/outcome.ts'
import type { FileLayer } from '../../disk/files.ts'
import { writeOut } from '../../exchange/writeOut.ts'
import { clean } from '../../log/clean.ts'
import { framesOf } from '../../log/entries.ts'
import type { Log, LogLine } from '../../log/index.ts'
import { freePath } from '../exporting/exports.ts'

/** What a diagnosis holds and where it is written. */

export type DiagnosisCalls = Pick<Api, 'diagnosis.look' | 'diagnosis.save' | 'app.uncaught'>

export type DiagnosisNeeds = {
  readonly files: FileLayer
  readonly log: Log
  readonly version: string
  readonly state: () => Outcome<AppState>
  /** The system's dialog for a folder; null when none was chosen. */
  readonly chooseTarget: () => Promise<string | null>
  readonly reveal: (path: string) => void
}

/** A diagnosis: the facts, and the log line by line. */
export type Diagnosis = { readonly facts: object; readonly log: readonly LogLine[] }

const codes = (messages: readonly Message[]): readonly string[] => messages.map(({ code }) => code)

/** The archive in numbers and codes; its folder, the person's name and the reports' stay here. */
function archiveFacts({ archive, open, importing, inspection, indexing }: AppState) {
  const { id, writable, why, notes, records, verified, backup, index, quiet } = archive
  return {
    ...{ id, writable, records, open, importing, verified, quiet },
    why: why?.code ?? null,
    notes: codes(notes),
    backup: backup && { at: backup.at, whole: backup.whole },
    index: index && { at: index.at, ...index.agreement, problems: codes(index.agreement.problems) },
    indexing: indexing ?? null,
    inspection: {
      ...{ due: inspection.due, done: inspection.done, failed: inspection.failed, unopened: inspection.unopened },
      problem: inspection.problem?.code ?? null,
    },
  }
}

/**
 * Puts a diagnosis together: versions, system, settings without the name, counts, log.
 * @param state what is known of the archive, or why it could not be opened.
 */
export async function diagnose(version: string, log: Log, state: Outcome<AppState>): Promise<Diagnosis> {
  const { node, v8, electron = null, chrome = null } = process.versions
  const settings = state.ok ? state.value.settings : null
  const facts = {
    schema: 1,
    madeAt: new Date().toISOString(),
    versions: { application: version, node, v8, electron, chrome },
    system: {
      ...{ platform: platform(), release: release(), arch: arch() },
      cores: availableParallelism(),
      megabytes: Math.round(totalmem() / 2 ** 20),
    },
    settings: settings && { language: settings.language, theme: settings.theme, signed: settings.who !== '' },
    archive: state.ok ? archiveFacts(state.value) : { problem: state.problem.code },
  }
  return { facts: Object(clean(facts)), log: await log.read() }
}

/**
 * A diagnosis as JSON that people can read: the facts one a line, then one log entry a line.
 * @param most so many log entries, the newest.
 */
export function diagnosisText({ facts, log }: Diagnosis, most = Number.POSITIVE_INFINITY): string {
  const entries = log.slice(Math.max(0, log.length - most)).map(entry => `    ${JSON.stringify(entry)}`)
  const before = JSON.stringify(facts, null, 2).replace(/\n\}$/, '')
  return `${before},\n  "log": [${entries.length === 0 ? '' : `\n${entries.join(',\n')}\n  `}]\n}\n`
}

/** So many of the newest log entries are shown before saving. */
const mostShown = 200
/** An error thrown over and over says nothing new. */
const mostUncaught = 100

/** The calls about looking for a fault. */
export function diagnosisCalls(needs: DiagnosisNeeds): DiagnosisCalls {
  const { files, log, version } = needs
  let uncaught = 0
  const make = () => diagnose(version, log, needs.state())

  const look = async (): Promise<DiagnosisView> => {
    const made = await make()
    const [oldest] = made.log
    return {
      text: diagnosisText(made, mostShown),
      entries: made.log.length,
      shown: Math.min(made.log.length, mostShown),
      since: typeof oldest?.at === 'string' ? oldest.at : null,
      bytes: Buffer.byteLength(diagnosisText(made)),
    }
  }

  return {
    'diagnosis.look': async () => success(await look()),
    'diagnosis.save': async () => {
      const folder = await needs.chooseTarget()
      if (folder === null) return success(null)
      const path = await freePath(folder, '开卷诊断', '.json')
      const written = await writeOut(files, [{ path, text: diagnosisText(await make()) }])
      if (!written.ok) return written
      needs.reveal(path)
      return success(path)
    },
    'app.uncaught': async ({ name, stack }) => {
      if (uncaught++ < mostUncaught) {
        log.note({ kind: 'uncaught', where: 'window', name, code: null, frames: framesOf(stack) })
      }
      return success(null)
    },
  }
}
