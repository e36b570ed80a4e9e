import { readdir, rm, stat } from 'node:fs/promises'
import { openArchive, restoreBackup } from '../../../src/main/archive/index.ts'
import type { Archive } from '../../../src/main/archive/model.ts'
import { never, value } from '../../archive/samples.ts'

/** What one archive's processes have said that they had done. */
export type Acknowledged = {
  readonly sources: Set<string>
  readonly records: Set<string>
  readonly revisions: string[][]
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
