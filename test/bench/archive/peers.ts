/**
 * The same work on the same records done by stock lowdb in one file and by SQLite; a child process of run.ts:
 * `peers.ts FOLDER sqlite|lowdb make|ask COUNT EDITS`, making and asking each with a memory of its own. FOLDER is an archive made
 * by make.ts with at least COUNT records.
 */
import { constants } from 'node:buffer'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { searchedOf } from '../../../src/main/index/search/places.ts'
import type { ArchiveRecord } from '../../../src/shared/data/record.ts'
import { syntheticRecord } from './make.ts'
import { percentile, resident, round, timed } from './timing.ts'

type Figures = Readonly<Record<string, number | string>>

const [folder = '', what = '', step = '', count = '5000', edits = '50'] = process.argv.slice(2)
const path = `${folder}-peer.${what}`

async function* records(): AsyncIterable<ArchiveRecord> {
  let given = 0
  for (const part of await readdir(join(folder, 'records'))) {
    for (const name of await readdir(join(folder, 'records', part))) {
      if (given++ === Number(count)) return
      yield JSON.parse(await readFile(join(folder, 'records', part, name), 'utf8'))
    }
  }
}

const withCell = (record: ArchiveRecord, edit: number): ArchiveRecord => ({
  ...record,
  provenance: { ...record.provenance, name: `${edit}.txt` },
})

const saved = (times: readonly number[]) => ({
  saveP50Ms: round(percentile(times, 0.5)),
  saveP95Ms: round(percentile(times, 0.95)),
})

/** As JSONFilePreset makes it where NODE_ENV is not "test"; in a test it keeps everything in memory. */
const lowdbOf = (all: ArchiveRecord[]) => new Low<{ records: ArchiveRecord[] }>(new JSONFile(path), { records: all })

async function makeLowdb(): Promise<Figures> {
  const all: ArchiveRecord[] = []
  let length = 0
  for await (const record of records()) {
    length += JSON.stringify(record).length
    if (length > constants.MAX_STRING_LENGTH)
      return { failed: `one string cannot hold the first ${all.length + 1} records` }
    all.push(record)
  }
  try {
    await lowdbOf(all).write()
    return {}
  } catch (error) {
    return { failed: String(error) }
  }
}

async function askLowdb(): Promise<Figures> {
  const before = resident()
  const low = lowdbOf([])
  const [, listOpenMs] = await timed(async () => {
    await low.read()
    const rows = low.data.records.map(record => [record.extraction.report?.organization ?? '', record.id] as const)
    return rows.sort((a, b) => (a[0] < b[0] ? -1 : 1)).slice(0, 100)
  })
  const memory = resident() - before
  const times: number[] = []
  for (let edit = 0; edit < Number(edits); edit++) {
    const [, ms] = await timed(() =>
      low.update(data => {
        const at = (edit * 7919) % data.records.length
        const record = data.records[at]
        if (record) data.records[at] = withCell(record, edit)
      }),
    )
    times.push(ms)
  }
  const [, importMs] = await timed(() => low.update(data => void data.records.push(syntheticRecord(10_000_000).record)))
  return {
    listOpenMs: round(listOpenMs),
    ...saved(times),
    importsPerSecond: round(1000 / importMs),
    memoryMB: round(memory),
  }
}

const openSqlite = () => {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA synchronous = FULL')
  return database
}

function put(database: DatabaseSync, record: ArchiveRecord, source: Uint8Array | null): void {
  // No findings are counted, which only this application can do; to the peers that is time spared.
  const { organization = '', year = null } = record.extraction.report ?? {}
  database
    .prepare('INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?)')
    .run(record.id, organization, year, JSON.stringify(record), source)
}

/** One table of records with the columns that lists show, a journal, full text by SQLite's own trigrams; every commit flushed. */
async function makeSqlite(): Promise<Figures> {
  const make = new DatabaseSync(path)
  make.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE record (id TEXT PRIMARY KEY, name TEXT, year INTEGER, json TEXT, source BLOB);
    CREATE INDEX record_order ON record (name, year);
    CREATE TABLE log (id INTEGER PRIMARY KEY, json TEXT);`)
  make.exec('BEGIN')
  for await (const record of records()) put(make, record, null)
  make.exec('COMMIT')
  const [, indexBuildMs] = await timed(async () => {
    make.exec(`CREATE VIRTUAL TABLE text USING fts5(body, content='', tokenize='trigram'); BEGIN`)
    const insert = make.prepare('INSERT INTO text (body) VALUES (?)')
    for (const { json } of make.prepare('SELECT json FROM record').iterate()) {
      const record: ArchiveRecord = JSON.parse(String(json))
      insert.run(searchedOf(record, { organization: null, title: null }).text)
    }
    make.exec('COMMIT')
  })
  make.close()
  return { indexBuildMs: round(indexBuildMs) }
}

async function askSqlite(): Promise<Figures> {
  const before = resident()
  const [database, listOpenMs] = await timed(async () => {
    const opened = openSqlite()
    opened.prepare('SELECT id, name, year FROM record ORDER BY name, year LIMIT 100').all()
    opened.prepare('SELECT year, count(*) FROM record GROUP BY year').all()
    return opened
  })
  const ids = database.prepare('SELECT id FROM record').all()
  const read = database.prepare('SELECT json FROM record WHERE id = ?')
  const log = database.prepare('INSERT INTO log (json) VALUES (?)')
  const times: number[] = []
  for (let edit = 0; edit < Number(edits); edit++) {
    const id = String(ids[(edit * 7919) % ids.length]?.id)
    const [, ms] = await timed(async () => {
      const record: ArchiveRecord = JSON.parse(String(read.get(id)?.json))
      database.exec('BEGIN')
      put(database, withCell(record, edit), null)
      log.run(JSON.stringify({ id, edit }))
      database.exec('COMMIT')
    })
    times.push(ms)
  }
  const fresh = Array.from({ length: 50 }, (_, index) => syntheticRecord(10_000_000 + index))
  const [, importMs] = await timed(async () => {
    for (const { record, source } of fresh) put(database, record, source)
  })
  const memory = resident() - before
  const [, verifyMs] = await timed(async () => database.prepare('PRAGMA integrity_check').all())
  database.close()
  return {
    listOpenMs: round(listOpenMs),
    ...saved(times),
    importsPerSecond: round(50_000 / importMs),
    verifyMs: round(verifyMs),
    memoryMB: round(memory),
  }
}

const steps = {
  'lowdb-make': makeLowdb,
  'lowdb-ask': askLowdb,
  'sqlite-make': makeSqlite,
  'sqlite-ask': askSqlite,
}
const chosen = Object.entries(steps).find(([name]) => name === `${what}-${step}`)
if (!chosen) throw new Error('peers.ts FOLDER sqlite|lowdb make|ask COUNT EDITS')
const figures = await chosen[1]()
if (step === 'ask' || 'failed' in figures)
  for (const tail of ['', '-wal', '-shm']) await rm(`${path}${tail}`, { force: true })
console.log(JSON.stringify(figures))
process.exit(0)
