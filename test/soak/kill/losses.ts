import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openArchive, restoreBackup } from '../../../src/main/archive/index.ts'
import type { Archive } from '../../../src/main/archive/model.ts'
import { clearAbandoned } from '../../../src/main/disk/abandoned.ts'
import { realFiles } from '../../../src/main/disk/files.ts'
import { checkBag } from '../../../src/main/exchange/bag/check.ts'
import { exportBag } from '../../../src/main/exchange/exportBag.ts'
import { never, value } from '../../archive/samples.ts'

/** What one archive's processes have said that they had done. */
export type Acknowledged = {
  readonly sources: Set<string>
  readonly records: Set<string>
  readonly revisions: string[][]
  /** Number of the reading that each record was last given. */
  readonly readings: Map<string, number>
  /** Entries the journal had when the last finished backup began; null before the first. */
  backup: number | null
}

export type Look = { readonly losses: readonly string[]; readonly repaired: boolean }

const quiet = () => undefined

async function wrongIn(archive: Archive): Promise<readonly string[]> {
  const report = value(await archive.verify(quiet, never()))
  return report.problems
    .filter(problem => problem.severity === 'error')
    .map(problem => `verify: ${problem.code} ${JSON.stringify(problem.params)}`)
}

async function leftIn(folder: string): Promise<readonly string[]> {
  const paths = await readdir(folder, { recursive: true })
  return paths.filter(path => /\.kaijuan-tmp-|\.next$|incoming/.test(path)).map(path => `left lying: ${path}`)
}

async function opened(folder: string, look: (archive: Archive) => Promise<readonly string[]>): Promise<Look> {
  const opening = await openArchive(folder, { version: 'soak' })
  if (!opening.ok)
    return { losses: [`does not open: ${opening.problem.code} ${opening.problem.detail}`], repaired: false }
  const archive = opening.value
  const held = archive.readOnly ? [`opens for reading only: ${archive.readOnly.code}`] : []
  // What a window does first where files are handed to it.
  await clearAbandoned(realFiles, join(folder, 'handoff'))
  const losses = [...held, ...(await look(archive)), ...(await wrongIn(archive)), ...(await leftIn(folder))]
  await archive.close()
  return { losses, repaired: archive.notes.length > 0 }
}

/** What is missing or wrong in the archive after a kill. */
export function lossesIn(folder: string, all: Acknowledged): Promise<Look> {
  return opened(folder, async archive => {
    const losses: string[] = []
    for (const id of all.records) if (!(await archive.record(id)).ok) losses.push(`record ${id}`)
    for (const [id = '', number = '', hash = ''] of all.revisions) {
      const record = await archive.record(id)
      if (!record.ok || record.value.revisions[Number(number) - 1]?.hash !== hash)
        losses.push(`revision ${id} ${number}`)
    }
    for (const [id, reading] of all.readings) {
      const record = await archive.record(id)
      if (!record.ok || !(Number(record.value.extraction.reader) >= reading)) losses.push(`reading ${id} ${reading}`)
    }
    for (const sha256 of all.sources)
      if (!(await stat(archive.sourcePath(sha256)).catch(() => null))) losses.push(`source ${sha256}`)
    return losses
  })
}

/** What a finished backup lacks after a later one was killed: it must restore to what it was, or to something newer. */
export async function lossesInBackup(backup: string, all: Acknowledged, archive: string): Promise<readonly string[]> {
  const restored = `${backup}-restored`
  const work = { version: 'soak', progress: quiet, signal: never() }
  if (all.backup !== null) {
    const outcome = await restoreBackup(backup, restored, work)
    if (!outcome.ok) return [`backup does not restore: ${outcome.problem.code} ${outcome.problem.detail}`]
    const wrong = outcome.value.problems.filter(problem => problem.severity === 'error').map(problem => problem.code)
    const reader = value(await openArchive(restored, { version: 'soak', readOnly: true }))
    const entries = reader.lastEntry()
    await rm(restored, { recursive: true })
    if (wrong.length > 0 || entries < all.backup)
      return [`backup: ${entries} of ${all.backup} entries, ${wrong.join()}`]
  }
  const from = value(await openArchive(archive, { version: 'soak', readOnly: true }))
  const again = await from.backup(backup, quiet, never())
  if (!again.ok) return [`backup does not go on: ${again.problem.code} ${again.problem.detail}`]
  return await leftIn(backup)
}

/** A migrated archive must show what the old one does. */
export function lossesInMigrated(folder: string, shown: string): Promise<Look> {
  return opened(folder, async archive =>
    (await shownIn(archive)) === shown ? [] : ['the migrated archive shows something else'],
  )
}

export async function shownIn(archive: Archive): Promise<string> {
  const records = await Promise.all((await archive.recordIds()).map(async id => value(await archive.record(id))))
  // A life goes on to work once it has migrated; what it added stands at the end.
  const old = records.filter(record => record.provenance.name === 'report.txt')
  return JSON.stringify([archive.settings(), old.map(record => [record.id, record.revisions.slice(0, 1)])])
}

/** Under its name an export stands whole or not at all, and the next one clears away what a killed one left. */
export async function lossesInExports(
  out: string,
  said: readonly string[],
  archive: string,
): Promise<readonly string[]> {
  const losses: string[] = []
  await mkdir(out, { recursive: true })
  const reader = value(await openArchive(archive, { version: 'soak', readOnly: true }))
  const ids = (await reader.recordIds()).slice(0, 1)
  if (ids.length > 0)
    value(await exportBag(ids, join(out, 'next'), { archive: reader, version: 'soak', signal: never() }))
  const names = await readdir(out)
  for (const name of said.map(path => path.slice('out/'.length)))
    if (!names.includes(name)) losses.push(`export ${name} is gone`)
  for (const name of names) {
    if (name.endsWith('.csv')) continue
    if (ids.length > 0 && name.startsWith('.')) losses.push(`left lying: ${name}`)
    else if (!name.startsWith('.')) {
      const check = await checkBag(join(out, name), { files: realFiles, signal: never() })
      if (check.kind !== 'valid') losses.push(`export ${name} is ${check.kind}`)
    }
  }
  if (losses.length === 0 && ids.length > 0) for (const name of names) await rm(join(out, name), { recursive: true })
  return losses
}

/** What was restored shows what the backup holds; what was cut off is no archive yet, and restoring goes on there. */
export async function lossesInRestored(folder: string, said: readonly string[], backup: string, shown: string) {
  const losses: string[] = []
  for (const name of await readdir(folder).catch(() => [])) {
    const home = join(folder, name)
    if (!said.includes(`restored/${name}`)) {
      const half = await openArchive(home, { version: 'soak', readOnly: true })
      const whole = half.ok && (await shownIn(half.value)) === shown
      if (half.ok && !whole) losses.push(`half of ${name} opens`)
      const again = await restoreBackup(backup, home, { version: 'soak', progress: quiet, signal: never() })
      if (!again.ok && !(whole && again.problem.code === 'archive.restoreNotEmpty'))
        losses.push(`restoring does not go on: ${again.problem.code} ${again.problem.detail}`)
    }
    const found = await lossesInMigrated(home, shown)
    losses.push(...found.losses.map(loss => `${name}: ${loss}`))
  }
  await rm(folder, { recursive: true, force: true })
  return losses
}
