// The process that `kill.ts` ends: imports and edits as fast as it can and says on standard output what was acknowledged.
import { writeSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Archive } from '../../src/main/archive/model.ts'
import { redoTarget, reverseOf, undoTarget } from '../../src/shared/current.ts'
import type { ArchiveRecord, RevisionAct } from '../../src/shared/record.ts'
import { never, open, recordOf, value, yearChange } from '../archive/samples.ts'

const [folder = '', inbox = '', round = '0'] = process.argv.slice(2)
const fixtures = join(import.meta.dirname, '../fixtures/reports')

/** Synchronous, so that whatever was said has left this process before it is ended. */
const say = (line: string) => writeSync(1, `${line}\n`)

async function importing(archive: Archive): Promise<void> {
  const names = (await readdir(fixtures)).filter(name => /\.(docx|doc|pdf|html|txt)$/.test(name))
  for (let count = 0; ; count++) {
    const name = names[count % names.length] ?? ''
    // The same reports with a few bytes more, so that every import is a new one.
    const path = join(inbox, `${round}-${count}-${name}`)
    await writeFile(path, Buffer.concat([await readFile(join(fixtures, name)), Buffer.from(`${round}/${count}`)]))
    const kept = value(await archive.keepSource(path, never()))
    say(`kept ${kept.sha256}`)
    const record = value(await archive.addRecord(recordOf(kept, name), 'archived'))
    say(`added ${record.id}`)
  }
}

/** An edit mostly, now and then an undo or redo. */
function nextAct(record: ArchiveRecord): RevisionAct {
  const dice = Math.random()
  if (dice < 0.2 && undoTarget(record.revisions)) return 'undo'
  return dice < 0.4 && redoTarget(record.revisions) ? 'redo' : 'edit'
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
    say(`revised ${id} ${last?.number} ${last?.hash}`)
  }
}

const archive = await open(folder)
if (archive.readOnly) throw new Error(archive.readOnly.code)
for (const note of archive.notes) say(`note ${note.code}`)
say('ready')
await Promise.all([importing(archive), editing(archive), editing(archive)])
