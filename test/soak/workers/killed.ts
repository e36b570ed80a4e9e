// The process that the kill run ends: does its work as fast as it can and says on standard output what was acknowledged.
import { writeSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Archive } from '../../../src/main/archive/model.ts'
import { redoTarget, reverseOf, undoTarget } from '../../../src/shared/current.ts'
import type { ArchiveRecord, RevisionAct } from '../../../src/shared/record.ts'
import { never, open, recordOf, value, yearChange } from '../../archive/samples.ts'

/** `work` imports, edits and takes back; `backup` also backs up, again and again; `migration` opens an archive of the first version. */
const [life = 'work', folder = '', reports = '', round = '0'] = process.argv.slice(2)
const place = (name: string) => join(folder, name)

/** Synchronous, so that whatever was said has left this process before it is ended. */
const say = (line: string) => writeSync(1, `${line}\n`)

async function importing(archive: Archive): Promise<void> {
  const names = (await readdir(reports)).filter(name => /\.(html|txt)$/.test(name))
  for (let count = 0; ; count++) {
    const name = names[count % names.length] ?? ''
    // The same reports with a few bytes more, so that every import is a new one.
    const path = place(`inbox/${round}-${count}-${name}`)
    await writeFile(path, Buffer.concat([await readFile(join(reports, name)), Buffer.from(`${round}/${count}`)]))
    const kept = value(await archive.keepSource(path, never()))
    say(`kept ${kept.sha256}`)
    const record = value(await archive.addRecord(recordOf(kept, name), 'archived'))
    say(`import ${record.id}`)
  }
}

/** An edit mostly, now and then an undo or redo. */
function nextAct(record: ArchiveRecord): RevisionAct {
  const dice = Math.random()
  if (dice < 0.3 && undoTarget(record.revisions)) return 'undo'
  return dice < 0.5 && redoTarget(record.revisions) ? 'redo' : 'edit'
}

async function editing(archive: Archive): Promise<void> {
  for (;;) {
    const ids = await archive.recordIds()
    const id = ids[Math.floor(Math.random() * ids.length)]
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
const archive = await open(place(life === 'migration' ? 'old' : 'archive'))
if (archive.readOnly) throw new Error(archive.readOnly.code)
if (life === 'migration') say('migration')
switch (life) {
  case 'backup':
    await Promise.all([importing(archive), editing(archive), backingUp(archive)])
    break
  default:
    await Promise.all([importing(archive), editing(archive), editing(archive)])
}
