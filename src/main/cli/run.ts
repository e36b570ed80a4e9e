import { messageText } from '../../shared/messages/index.ts'
import { defaultArchiveFolder, ownFolder } from '../folders.ts'
import type { Pool } from '../ingest/pool.ts'
import { logFolder, noLog, openLog } from '../log/index.ts'
import { readersVersion } from '../readersVersion.ts'
import { type Command, readArguments, type Verb } from './arguments.ts'
import type { ExitStatus, Io } from './io.ts'
import { usage } from './usage.ts'

/** What differs between the sources and the built application. */
export type Surroundings = {
  readonly workerUrl: URL
  /** Workers that outlive the command line; if not given, some of its own. */
  readonly pool?: Pool
  readonly version: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly out: Io['out']
  readonly log: Io['log']
}

/** Verbs that write, and so need the archive's lock. Others look without disturbing an application that is running. */
const writing: ReadonlySet<Verb> = new Set(['import', 'verify', 'rebuild', 'export', 'backup', 'reread'])

async function runExtract(command: Command, around: Surroundings, io: Io): Promise<ExitStatus> {
  const [{ extract }, { createPool }] = await Promise.all([import('./extract.ts'), import('../ingest/pool.ts')])
  const pool = around.pool ?? createPool(around.workerUrl)
  try {
    return await extract(command.operands, pool, io)
  } finally {
    if (!around.pool) await pool.close()
  }
}

async function runExplain(command: Command, around: Surroundings, io: Io): Promise<ExitStatus> {
  const [{ explain }, { createPool }] = await Promise.all([import('./explain/verb.ts'), import('../ingest/pool.ts')])
  const pool = around.pool ?? createPool(around.workerUrl)
  try {
    return await explain(command, pool, io)
  } finally {
    if (!around.pool) await pool.close()
  }
}

async function runInArchive(command: Command, around: Surroundings, io: Io): Promise<ExitStatus> {
  const [verbs, care, { createServices }] = await Promise.all([
    import('./archiveVerbs.ts'),
    import('./careVerbs.ts'),
    import('../services.ts'),
  ])
  const { workerUrl, version } = around
  const log = command.verb === 'diagnose' ? openLog(logFolder(ownFolder())) : noLog
  const folder = command.archive ?? defaultArchiveFolder()
  if (command.verb === 'restore') return await care.restore(command.operands[0] ?? '', folder, version, io)
  const opened = await createServices({
    ...{ folder, workerUrl, version, samples: '', readOnly: !writing.has(command.verb) },
    readers: readersVersion(version),
    log,
    ...(around.pool ? { pool: around.pool } : {}),
    ...(command.verb === 'import' && !command.noInspect ? { inspectImports: 'atOnce' } : {}),
  })
  if (!opened.ok && command.verb === 'diagnose') {
    return await (await import('./diagnoseVerb.ts')).printUnopened(version, log, opened.problem, io)
  }
  if (!opened.ok) {
    io.log(messageText(opened.problem, io.language))
    return 1
  }
  const services = opened.value
  for (const note of services.notes) io.log(messageText(note, io.language))
  try {
    if (command.verb === 'list' || command.verb === 'search') await services.ready()
    switch (command.verb) {
      case 'import':
        return await verbs.importFiles(command, services, io)
      case 'list':
        return await verbs.list(command, services, io)
      case 'show':
        return await verbs.show(command, services, io)
      case 'search':
        return await verbs.search(command, services, io)
      case 'verify':
        return await verbs.verify(command, services, io)
      case 'rebuild':
        return await verbs.rebuild(command, services, io)
      case 'export':
        return await (await import('./exportVerb.ts')).exportRecords(command, services, io)
      case 'backup':
        return await care.backup(command, services, io)
      case 'reread':
        return await care.reread(command, services, io)
      case 'inspect':
        return await (await import('./inspectVerb.ts')).inspectRecords(command, services, io)
      case 'diagnose':
        return await (await import('./diagnoseVerb.ts')).printDiagnosis(services, io)
      case 'extract':
      case 'explain':
        return 2
    }
  } finally {
    await services.close()
  }
}

/** Runs one command line. Everything a verb needs is loaded only when it is asked for, so that `--help` is instant. */
export async function run(argv: readonly string[], around: Surroundings): Promise<ExitStatus> {
  const asked = readArguments(argv, around.environment)
  const { language } = asked
  switch (asked.kind) {
    case 'help':
      // Both languages: who asks for help may not read the one that was guessed.
      await around.out(`${usage.zh}\n\n${usage.en}`)
      return 0
    case 'version':
      await around.out(around.version)
      return 0
    case 'wrong':
      around.log(`${language === 'zh' ? asked.zh : asked.en}\n\n${usage[language]}`)
      return 2
    case 'run': {
      const io: Io = { out: around.out, log: around.log, language, json: asked.command.json }
      if (asked.command.verb === 'extract') return runExtract(asked.command, around, io)
      if (asked.command.verb === 'explain') return runExplain(asked.command, around, io)
      return runInArchive(asked.command, around, io)
    }
  }
}
