// The same work done by stock lowdb in one file and by SQLite; a child process of run.ts.
import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import type { ArchiveRecord } from '../../../src/shared/record.ts'
import { syntheticRecord } from './make.ts'

const [path = '', what = 'sqlite', count = '5000', edits = '50'] = process.argv.slice(2)

let records = Number(count)

function withCell(record: ArchiveRecord, edit: number): ArchiveRecord {
  return { ...record, provenance: { ...record.provenance, name: `${edit}.txt` } }
}

/** At 5,000 real-sized records stock lowdb ends with “Invalid string length”; then half as many are tried, and half of that. */
async function lowdb(): Promise<readonly number[]> {
  for (;;) {
    try {
      return await lowdbWith(records)
    } catch (error) {
      if (!(error instanceof RangeError) || records < 100) throw error
      records = Math.floor(records / 2)
    }
  }
}

async function lowdbWith(length: number): Promise<readonly number[]> {
  // JSONFilePreset keeps everything in memory when NODE_ENV is "test"; this is what it makes otherwise.
  const records = Array.from({ length }, (_, index) => syntheticRecord(index + 1).record)
  const low = new Low<{ records: ArchiveRecord[] }>(new JSONFile(path), { records })
  const times: number[] = []
  for (let edit = 0; edit < Number(edits); edit++) {
    const began = performance.now()
    await low.update(data => {
      const at = (edit * 7919) % data.records.length
      const record = data.records[at]
      if (record) data.records[at] = withCell(record, edit)
    })
    times.push(performance.now() - began)
  }
  return times
}

function sqlite(): readonly number[] {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  database.exec(
    'CREATE TABLE record (id INTEGER PRIMARY KEY, json TEXT); CREATE TABLE log (id INTEGER PRIMARY KEY, json TEXT)',
  )
  const insert = database.prepare('INSERT INTO record VALUES (?, ?)')
  database.exec('BEGIN')
  for (let number = 1; number <= Number(count); number++)
    insert.run(number, JSON.stringify(syntheticRecord(number).record))
  database.exec('COMMIT')
  const read = database.prepare('SELECT json FROM record WHERE id = ?')
  const update = database.prepare('UPDATE record SET json = ? WHERE id = ?')
  const log = database.prepare('INSERT INTO log (json) VALUES (?)')
  const times: number[] = []
  for (let edit = 0; edit < Number(edits); edit++) {
    const id = 1 + ((edit * 7919) % Number(count))
    const began = performance.now()
    const record: ArchiveRecord = JSON.parse(String(read.get(id)?.json))
    database.exec('BEGIN')
    update.run(JSON.stringify(withCell(record, edit)), id)
    log.run(JSON.stringify({ id, edit }))
    database.exec('COMMIT')
    times.push(performance.now() - began)
  }
  database.close()
  return times
}

const times = (what === 'lowdb' ? await lowdb() : sqlite()).toSorted((a, b) => a - b)
const at = (part: number) =>
  Math.round((times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0) * 100) / 100
console.log(JSON.stringify({ records, saveP50Ms: at(0.5), saveP95Ms: at(0.95) }))
for (const tail of ['', '-wal', '-shm']) rmSync(`${path}${tail}`, { force: true })
