import type { CatalogueRow } from '../../shared/data/catalogue.ts'
import type { RecordId } from '../../shared/data/record.ts'
import { bodyKin, bodyName, nameDistance } from '../../shared/facts/bodyName.ts'
import type { Database } from './database.ts'

/** Who and when of a record. */
export type Who = Pick<CatalogueRow, 'id' | 'organization' | 'year' | 'status' | 'importedAt'>

/** One name that reports of a year bear. */
export type Named = { readonly organization: string; readonly year: number }

/** Which record is whose report of which year, known before the rows themselves are counted. */
export type Known = {
  /** Answers with the record's number, which row, body and tokens share. */
  readonly put: (who: Who) => number
  /** The same, and the names whose year before is another report by it, or is this very one. */
  readonly putAmong: (who: Who) => readonly Named[]
  /**
   * The report of an organization for the year before `year`, the one imported last. Where nobody has its very name, that of the one body
   * that could be the same under another name (某县人民政府办公室, 某县人民政府), unless a body of `year` has a nearer name. Null for none.
   */
  readonly yearBefore: (organization: string, year: number) => RecordId | null
  /** The reports that bear a name. */
  readonly reportsOf: (named: Named) => readonly RecordId[]
  /** All records, those of one body one after the other, by year: whoever walks them has just met the year before. */
  readonly byBody: () => readonly RecordId[]
  readonly clear: () => void
}

/** What the names of one body have in common. One without organization or year, or of which nothing was read, is nobody's year before. */
export function kinOf({ organization, year, status }: Pick<Who, 'organization' | 'year' | 'status'>): string | null {
  return organization === null || year === null || status === 'unread' ? null : bodyKin(organization)
}

export function openKnown(database: Database): Known {
  /** The names of a kin in a year. One step a name, however many reports bear it: a body may have handed in its report a hundred times. */
  const names = (kin: string, year: number): readonly string[] => {
    const found: string[] = []
    for (let last = ''; ; last = found.at(-1) ?? '') {
      const next = database.first(
        'SELECT organization FROM known WHERE kin = ? AND year = ? AND organization > ? ORDER BY organization LIMIT 1',
        ...[kin, year, last],
      )
      if (!next) return found
      found.push(String(next.organization))
    }
  }

  /** The report imported last of those that bear one of these names. */
  const latest = (kin: string, year: number, of: readonly string[]): RecordId | null => {
    let last: { readonly id: RecordId; readonly at: string; readonly number: number } | null = null
    for (const name of of) {
      const found = database.first(
        `SELECT id, number, importedAt FROM known WHERE kin = ? AND year = ? AND organization = ?
         ORDER BY importedAt DESC, number DESC LIMIT 1`,
        ...[kin, year, name],
      )
      if (!found) continue
      const one = { id: String(found.id), at: String(found.importedAt), number: Number(found.number) }
      if (!last || one.at > last.at || (one.at === last.at && one.number > last.number)) last = one
    }
    return last?.id ?? null
  }

  const yearBefore = (organization: string, year: number): RecordId | null => {
    const kin = bodyKin(organization)
    const found = names(kin, year - 1)
    const here = found.length === 0 ? [] : names(kin, year)
    const near = found.flatMap(name => {
      const distance = nameDistance(organization, name)
      // Another body of this year is nearer to it: then it is that one's.
      const taken = here.some(other => nameDistance(other, name) < distance)
      return taken ? [] : [{ name, distance }]
    })
    const least = Math.min(...near.map(item => item.distance))
    const nearest = near.flatMap(item => (item.distance === least ? item.name : []))
    return new Set(nearest.map(bodyName)).size === 1 ? latest(kin, year - 1, nearest) : null
  }

  const put: Known['put'] = ({ id, organization, year, status, importedAt }) => {
    const body = kinOf({ organization, year, status })
    database.run(
      `INSERT INTO known (id, kin, year, organization, importedAt) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET kin = excluded.kin, year = excluded.year, organization = excluded.organization,
       importedAt = excluded.importedAt`,
      ...[id, body, year, organization, importedAt],
    )
    return Number(database.first('SELECT number FROM known WHERE id = ?', id)?.number)
  }

  type Kin = { readonly kin: string; readonly year: number }

  /** The names of the year and of the next, which look back on the year, each with its year before. */
  const standing = (kins: readonly Kin[]): ReadonlyMap<string, Named & { readonly before: RecordId | null }> =>
    new Map(
      kins.flatMap(({ kin, year }) =>
        [year, year + 1].flatMap(each =>
          names(kin, each).map(
            organization =>
              [
                `${each} ${organization}`,
                { organization, year: each, before: yearBefore(organization, each) },
              ] as const,
          ),
        ),
      ),
    )

  return {
    put,
    putAmong: who => {
      const was = database.first('SELECT kin, year FROM known WHERE id = ?', who.id)
      const kin = kinOf(who)
      const around: readonly Kin[] = [
        ...(typeof was?.kin === 'string' ? [{ kin: was.kin, year: Number(was.year) }] : []),
        ...(kin !== null && who.year !== null ? [{ kin, year: who.year }] : []),
      ]
      const before = standing(around)
      put(who)
      return [...standing(around)].flatMap(([name, { organization, year, before: now }]) => {
        const old = before.get(name)
        // A new name is this record's alone, and whoever puts it counts it.
        return old && (now === who.id || now !== old.before) ? [{ organization, year }] : []
      })
    },
    yearBefore,
    reportsOf: ({ organization, year }) =>
      database
        .all(
          'SELECT id FROM known WHERE kin = ? AND year = ? AND organization = ?',
          bodyKin(organization),
          year,
          organization,
        )
        .map(({ id }) => String(id)),
    byBody: () => database.all('SELECT id FROM known ORDER BY kin, year, importedAt').map(({ id }) => String(id)),
    clear: () => database.run('DELETE FROM known'),
  }
}
