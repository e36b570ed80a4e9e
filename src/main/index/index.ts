import { rmSync } from 'node:fs'
import type { CatalogueRow } from '../../shared/data/catalogue.ts'
import type { ArchiveRecord } from '../../shared/data/record.ts'
import { brokenTables, checkLines, differingParts } from './agreement.ts'
import { countRows, listRows, nextOpenRow } from './catalogue.ts'
import { type Database, openDatabase } from './database.ts'
import { type Named, openKnown } from './known.ts'
import type { Index } from './model.ts'
import { catalogueRow, whoOf } from './row.ts'
import { openRows } from './rows.ts'
import { checkStamp, prepareTables } from './schema.ts'
import { searchReports } from './search/search.ts'
import { bears, type Searchable, searchableOf } from './text/searchable.ts'

/** The index of an archive, put together: catalogue, full text, and the checks that both are sound. */

function putText(
  database: Database,
  number: number,
  record: ArchiveRecord,
  row: CatalogueRow,
  ready?: Searchable,
): void {
  // Text and places change only with the extraction and the names, not with every corrected cell.
  const stamp = JSON.stringify([record.extraction.at, row.organization, row.title, row.fileName])
  if (database.first('SELECT stamp FROM body WHERE number = ?', number)?.stamp === stamp) return
  const { text, outside, places, words, tokens } =
    ready && bears(ready, record, row) ? ready : searchableOf(record, row)
  database.run('INSERT OR REPLACE INTO body VALUES (?, ?, ?, ?, ?)', number, stamp, text, outside, places)
  database.run('DELETE FROM token WHERE rowid = ?', number)
  database.run('INSERT INTO token (rowid, tokens) VALUES (?, ?)', number, tokens)
  for (const word of words) database.run('INSERT OR IGNORE INTO word VALUES (?)', word)
}

function overDatabase(database: Database, use: 'write' | 'read'): Index {
  const rows = openRows(database)
  const known = openKnown(database)
  const lastEntry = () => Number(database.first("SELECT value FROM meta WHERE key = 'lastEntry'")?.value ?? 0)
  const setLastEntry = (entry: number) =>
    database.run("UPDATE meta SET value = ? WHERE key = 'lastEntry'", String(entry))
  return {
    announce: record => void known.put(whoOf(record)),
    announceAmong: record => {
      let among: readonly Named[] = []
      database.transaction(() => {
        among = known.putAmong(whoOf(record))
      })
      return among
    },
    put: (record, entry, previous = null, ready) =>
      database.transaction(() => {
        const row = catalogueRow(record, previous, ready?.open)
        const number = known.put(row)
        rows.put(number, row, ready?.sorted)
        putText(database, number, record, row, ready?.searchable)
        if (entry > lastEntry()) setLastEntry(entry)
      }),
    batch: work => database.transaction(work),
    row: rows.get,
    compare: (record, previous) =>
      differingParts(database, record, rows.get(record.id), catalogueRow(record, previous)),
    check: () => brokenTables(database, use === 'write'),
    checkLines: after => checkLines(database, after),
    comparison: () => {
      const found = database.first("SELECT value FROM meta WHERE key = 'comparison'")?.value
      return typeof found === 'string' ? found : null
    },
    setComparison: text => database.run("INSERT OR REPLACE INTO meta VALUES ('comparison', ?)", text),
    yearBefore: known.yearBefore,
    reportsOf: known.reportsOf,
    byBody: known.byBody,
    list: query => listRows(database, query),
    search: query => searchReports(database, rows, query),
    nextOpen: after => nextOpenRow(database, after),
    lastEntry,
    setLastEntry,
    counts: () => countRows(database),
    clear: () =>
      database.transaction(() => {
        rows.clear()
        known.clear()
        database.run('DELETE FROM body')
        database.run("INSERT INTO token (token) VALUES ('delete-all')")
        database.run('DELETE FROM word')
        setLastEntry(0)
      }),
    close: () => database.close(),
  }
}

function open(file: string | null, stamp: string, use: 'write' | 'read' = 'write'): Index {
  const database = openDatabase(file, use)
  try {
    if (use === 'write') prepareTables(database, stamp)
    else checkStamp(database, stamp)
    return overDatabase(database, use)
  } catch (error) {
    database.close()
    throw error
  }
}

/** Throws an index file away, with what SQLite keeps beside it. */
export function removeIndex(file: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${part}`, { force: true, recursive: true })
}

/** Opens an index file only to ask it, as another process left it. Null where that is not possible; it must not be put to. */
export function openStoredIndex(file: string, stamp: string): Index | null {
  try {
    return open(file, stamp, 'read')
  } catch {
    return null
  }
}

/**
 * Opens the index of an archive (`stamp` is the archive's id), in memory for null. A file that is damaged, of another archive or of
 * an older layout is thrown away and an empty index is given: it can always be rebuilt. Where not even that works (no
 * room, no permission), the index is kept in memory.
 */
export function openIndex(file: string | null, stamp: string): Index {
  if (file === null) return open(null, stamp)
  try {
    return open(file, stamp)
  } catch {
    try {
      removeIndex(file)
      return open(file, stamp)
    } catch {
      return open(null, stamp)
    }
  }
}
