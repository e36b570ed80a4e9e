import type { Database } from './database.ts'

/** The tables of the index, and whether a file holds them in this layout and for this archive. */

/** Raise when tables, the folding of text or what is counted of a report change: an index of another number is thrown away and built anew. */
const layout = 4

/**
 * known: who and when of every record, also of those whose row is still to come while an index is filled. report: the catalogue's columns;
 * `sortKey` and `yearOrder` (a year, 9999 for none) are catalogue order, `folded` is the name as it is searched. tally: reports and open findings
 * per year and status, so that the first list costs the same however many rows there are. body: folded text of a report, one line a place,
 * and (deflated JSON) the places themselves; `outside` is how many of them, the first, stand outside the source.
 * token: contentless full text, one row a report; it only proposes candidates, `body` decides. word: every ASCII word there is,
 * so that a part of a word or number finds the whole.
 */
const tables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE known (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kin TEXT, year INTEGER, organization TEXT, importedAt TEXT NOT NULL);
CREATE INDEX known_kin ON known (kin, year, organization, importedAt);
CREATE TABLE report (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sortKey TEXT NOT NULL, yearOrder INTEGER NOT NULL, folded TEXT NOT NULL,
  name TEXT NOT NULL, title TEXT, organization TEXT, year INTEGER,
  publishedOn TEXT, status TEXT NOT NULL, errors INTEGER NOT NULL, warnings INTEGER NOT NULL, hints INTEGER NOT NULL,
  format TEXT NOT NULL, bytes INTEGER NOT NULL, fileName TEXT NOT NULL, importedAt TEXT NOT NULL, reviewer TEXT,
  newRequests REAL, concluded REAL, carriedForward REAL
);
CREATE INDEX report_order ON report (sortKey, yearOrder, id, status);
CREATE INDEX report_open ON report (sortKey, yearOrder, id) WHERE status <> 'reviewed' AND errors + warnings + hints > 0;
CREATE TABLE tally (yearOrder INTEGER NOT NULL, status TEXT NOT NULL, reports INTEGER NOT NULL, open INTEGER NOT NULL,
  PRIMARY KEY (yearOrder, status)) WITHOUT ROWID;
CREATE TABLE body (number INTEGER PRIMARY KEY, stamp TEXT NOT NULL, text TEXT NOT NULL, outside INTEGER NOT NULL,
  places BLOB NOT NULL);
CREATE VIRTUAL TABLE token USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');
CREATE TABLE word (text TEXT PRIMARY KEY) WITHOUT ROWID;
`

/** Makes the tables, or throws when the file is no index of this layout and this archive. `stamp` names the archive. */
export function prepareTables(database: Database, stamp: string): void {
  // The index can be rebuilt: a lost last commit is found by its journal number, so no fsync per commit is paid for.
  database.script('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;')
  if (!database.first("SELECT 1 FROM sqlite_schema WHERE name = 'meta'")) {
    database.transaction(() => {
      database.script(tables)
      database.run("INSERT INTO meta VALUES ('stamp', ?), ('lastEntry', '0')", `${layout}/${stamp}`)
    })
    return
  }
  checkStamp(database, stamp)
}

/** Throws when the file is no index of this layout and this archive. */
export function checkStamp(database: Database, stamp: string): void {
  const found = database.first("SELECT value FROM meta WHERE key = 'stamp'")
  if (found?.value !== `${layout}/${stamp}`)
    throw new Error(`index of another layout or archive: ${String(found?.value)}`)
}
