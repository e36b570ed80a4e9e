// The process that the kill run ends: does its work as fast as it can and says on standard output what was acknowledged.
import { writeSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { restoreBackup } from '../../../src/main/archive/index.ts'
import type { Archive } from '../../../src/main/archive/model.ts'
import { realFiles } from '../../../src/main/disk/files.ts'
import { exportBag } from '../../../src/main/exchange/exportBag.ts'
import { exportCsv } from '../../../src/main/exchange/exportCsv.ts'
import { handOver, receiveHandOffs } from '../../../src/main/services/importing/handOff.ts'
import { openFound, stampOf } from '../../../src/main/services/rereading/found.ts'
import { redoTarget, reverseOf, undoTarget } from '../../../src/shared/current/current.ts'
import type { ArchiveRecord, RevisionAct } from '../../../src/shared/data/record.ts'
import { itemFor, never, open, recordOf, value, yearChange } from '../../archive/samples.ts'
import { makeRandom } from '../../corpus/random.ts'

/**
 * `work` imports, edits, takes back, reads anew and hands files over; `backup` also backs up, `export` hands records over, again and
 * again; `restore` brings one backup back; `migration` opens an archive of the first version.
 */
const [life = 'work', folder = '', reports = '', round = '0', backup = '', seed = ''] = process.argv.slice(2)
const random = makeRandom(`${seed}/${round}/work`)
const place = (name: string) => join(folder, name)

/** Synchronous, so that whatever was said has left this process before it is ended. */
const say = (line: string) => writeSync(1, `${line}\n`)

let written = 0

/** A file to import: the same reports with a few bytes more, so that every import is a new one. */
async function nextFile(): Promise<string> {
  const names = (await readdir(reports)).filter(name => /\.(html|txt)$/.test(name))
  const count = written++
  const name = names[count % names.length] ?? ''
  const path = place(`inbox/${round}-${count}-${name}`)
  await writeFile(path, Buffer.concat([await readFile(join(reports, name)), Buffer.from(`${round}/${count}`)]))
  return path
}

async function take(archive: Archive, path: string): Promise<void> {
  const kept = value(await archive.keepSource(path, never()))
  say(`kept ${kept.sha256}`)
  // Handed over, taken and not answered before the process ended: taken once more.
  if (kept.record) return
  const record = value(await archive.addRecord(recordOf(kept, basename(path)), 'archived'))
  say(`import ${record.id}`)
}

async function importing(archive: Archive): Promise<void> {
  for (;;) await take(archive, await nextFile())
}

/** Both sides of handing over in one process: what matters is what lies in `handoff/` when it ends. */
async function handing(archive: Archive): Promise<void> {
  const taking = async (paths: readonly string[]) => {
    for (const path of paths) await take(archive, path)
    return paths.map(itemFor)
  }
  receiveHandOffs(realFiles, archive.folder, { take: taking }, 10)
  for (;;) {
    const given = await handOver(realFiles, archive.folder, [await nextFile()], async () => true)
    // The folder is made by the receiver, in its first moments.
    if (given.ok) await given.value.results
    else await wait(5)
    if (given.ok) say('handover')
  }
}

/** Reads one record after the other anew and notes that, as a look at all of them does. */
async function rereading(archive: Archive): Promise<void> {
  const store = await openFound(realFiles, archive, 'newer')
  for (let count = 0; ; count++) {
    const ids = await archive.recordIds()
    const id = ids[count % Math.max(1, ids.length)]
    if (!id) {
      await wait(1)
      continue
    }
    const { extraction } = value(await archive.record(id))
    const reader = String(Number(round) * 100_000 + count)
    const put = value(await archive.replaceExtraction(id, { ...extraction, reader }))
    say(`reread ${id} ${reader}`)
    await store.add({ id, stamp: stampOf(put.record), kind: 'same', row: null })
  }
}

async function exporting(archive: Archive): Promise<void> {
  for (let count = 0; ; count++) {
    const ids = (await archive.recordIds()).slice(-3)
    const by = { archive, version: 'soak', signal: never() }
    const name = `out/${round}-${count}`
    if (ids.length === 0) await wait(1)
    else if (count % 4 === 3) value(await exportCsv(ids, place(`${name}.csv`), by))
    else value(await exportBag(ids, place(name), by))
    if (ids.length > 0) say(`export ${name}${count % 4 === 3 ? '.csv' : ''}`)
  }
}

async function restoring(): Promise<void> {
  for (let count = 0; ; count++) {
    const name = `restored/${round}-${count}`
    const work = { version: 'soak', progress: () => undefined, signal: never() }
    value(await restoreBackup(backup, place(name), work))
    say(`restore ${name}`)
  }
}

/** An edit mostly, now and then an undo or redo. */
function nextAct(record: ArchiveRecord): RevisionAct {
  const dice = random.next()
  if (dice < 0.3 && undoTarget(record.revisions)) return 'undo'
  return dice < 0.5 && redoTarget(record.revisions) ? 'redo' : 'edit'
}

async function editing(archive: Archive): Promise<void> {
  for (;;) {
    const ids = await archive.recordIds()
    const id = ids[Math.floor(random.next() * ids.length)]
    if (!id) {
      await archive.addJournal({ kind: 'verify', sources: 0, records: 0, damaged: 0, milliseconds: 0 })
      continue
    }
    const record = value(await archive.record(id))
    const act = nextAct(record)
    const reversed =
      act === 'undo' ? undoTarget(record.revisions) : act === 'redo' ? redoTarget(record.revisions) : null
    const base = record.revisions.length
    const change = reversed ? reverseOf(reversed.change) : yearChange(2023, 2000 + (base % 20))
    const revised = await archive.revise({ id, base, act, reverses: reversed?.number ?? null, why: '', change })
    // Two editors may have chosen the same record: the slower is told so and looks again.
    if (!revised.ok && revised.problem.code === 'archive.recordMovedOn') continue
    const last = value(revised).revisions.at(-1)
    say(`${act === 'edit' ? 'edit' : 'undo'} ${id} ${last?.number} ${last?.hash}`)
  }
}

async function backingUp(archive: Archive): Promise<void> {
  for (;;) {
    const entries = archive.lastEntry()
    value(await archive.backup(place('backup'), () => undefined, never()))
    say(`backup ${entries}`)
  }
}

say('begins')
if (life === 'restore') await restoring()
const archive = await open(place(life === 'migration' ? 'old' : 'archive'))
if (archive.readOnly) throw new Error(archive.readOnly.code)
if (life === 'migration') say('migration')
switch (life) {
  case 'backup':
    await Promise.all([importing(archive), editing(archive), backingUp(archive)])
    break
  case 'export':
    await Promise.all([importing(archive), editing(archive), exporting(archive)])
    break
  default:
    await Promise.all([importing(archive), editing(archive), editing(archive), rereading(archive), handing(archive)])
}
