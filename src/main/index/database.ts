import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

/** The one place that knows the SQLite driver. */

type SqlValue = null | number | string | Uint8Array
export type SqlRow = Readonly<Record<string, unknown>>

/** All that the index asks of a SQLite driver: another one (better-sqlite3) takes its place by writing this file anew. */
export type Database = {
  readonly script: (sql: string) => void
  readonly run: (sql: string, ...values: readonly SqlValue[]) => void
  readonly first: (sql: string, ...values: readonly SqlValue[]) => SqlRow | null
  readonly all: (sql: string, ...values: readonly SqlValue[]) => readonly SqlRow[]
  /** One row after the other, so that a long answer is never held whole. */
  readonly each: (sql: string, ...values: readonly SqlValue[]) => Iterable<SqlRow>
  /** All of `work` or nothing of it. A call inside another joins it. */
  readonly transaction: (work: () => void) => void
  readonly close: () => void
}

/** How long a statement waits for another process, in milliseconds. */
const patience = 5000

/** Opens a database file, or one in memory for null. Throws what SQLite throws when the file is none. */
export function openDatabase(file: string | null, use: 'write' | 'read' = 'write'): Database {
  const database = new DatabaseSync(file ?? ':memory:', { readOnly: use === 'read', timeout: patience })
  const prepared = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  const bind = (values: readonly SqlValue[]): SQLInputValue[] => [...values]
  let depth = 0
  return {
    script: sql => database.exec(sql),
    run: (sql, ...values) => {
      statement(sql).run(...bind(values))
    },
    first: (sql, ...values) => statement(sql).get(...bind(values)) ?? null,
    all: (sql, ...values) => statement(sql).all(...bind(values)),
    // Its own statement: two walks over the same SQL must not share a cursor.
    each: (sql, ...values) => database.prepare(sql).iterate(...bind(values)),
    transaction: work => {
      if (depth > 0) return work()
      database.exec('BEGIN IMMEDIATE')
      depth++
      try {
        work()
        database.exec('COMMIT')
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      } finally {
        depth--
      }
    },
    close: () => database.close(),
  }
}
