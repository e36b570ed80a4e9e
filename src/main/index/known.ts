import { bodyKin, bodyName, nameDistance } from '../../shared/bodyName.ts'
import type { CatalogueRow } from '../../shared/catalogue.ts'
import type { RecordId } from '../../shared/record.ts'
import type { Database } from './database.ts'

/** Who and when of a record. */
export type Who = Pick<CatalogueRow, 'id' | 'organization' | 'year' | 'status' | 'importedAt'>

/** Which record is whose report of which year, known before the rows themselves are counted. */
export type Known = {
  /** Answers with the record's number, which row, body and tokens share. */
  readonly put: (who: Who) => number
  /**
   * The records of an organization in `year`, the one imported last first; `from` is the year that asks. Where nobody has its very name,
   * the one body that could be the same under another name (某县人民政府办公室, 某县人民政府), unless a body of `from` has a nearer name.
   */
  readonly ofYear: (organization: string, year: number, from: number) => readonly RecordId[]
  /** The records of a year that are of the organization, or of a body that could be the same. */
  readonly kinOfYear: (organization: string, year: number) => readonly RecordId[]
  /** All records, those of one body one after the other, by year: whoever walks them has just met the year before. */
  readonly byBody: () => readonly RecordId[]
  readonly clear: () => void
}

type Named = { readonly id: RecordId; readonly name: string }

/** What the names of one body have in common. One without organization or year, or of which nothing was read, is nobody's year before. */
export function kinOf({ organization, year, status }: Pick<Who, 'organization' | 'year' | 'status'>): string | null {
  return organization === null || year === null || status === 'unread' ? null : bodyKin(organization)
}

export function openKnown(database: Database): Known {
  /** The one imported last first. */
  const kin = (organization: string, year: number): readonly Named[] =>
    database
      .all(
        'SELECT id, organization FROM known WHERE kin = ? AND year = ? ORDER BY importedAt DESC',
        bodyKin(organization),
        year,
      )
      .map(({ id, organization: name }) => ({ id: String(id), name: String(name) }))

  return {
    put: ({ id, organization, year, status, importedAt }) => {
      const body = kinOf({ organization, year, status })
      database.run(
        `INSERT INTO known (id, kin, year, organization, importedAt) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET kin = excluded.kin, year = excluded.year, organization = excluded.organization,
         importedAt = excluded.importedAt`,
        ...[id, body, year, organization, importedAt],
      )
      return Number(database.first('SELECT number FROM known WHERE id = ?', id)?.number)
    },
    ofYear: (organization, year, from) => {
      const found = kin(organization, year)
      const here = found.length === 0 ? [] : kin(organization, from)
      const near = found.flatMap(({ id, name }) => {
        const distance = nameDistance(organization, name)
        // Another body of this year is nearer to it: then it is that one's.
        const taken = here.some(other => nameDistance(other.name, name) < distance)
        return taken ? [] : [{ id, name, distance }]
      })
      const least = Math.min(...near.map(item => item.distance))
      const nearest = near.filter(item => item.distance === least)
      return new Set(nearest.map(item => bodyName(item.name))).size === 1 ? nearest.map(item => item.id) : []
    },
    kinOfYear: (organization, year) => kin(organization, year).map(item => item.id),
    byBody: () => database.all('SELECT id FROM known ORDER BY kin, year, importedAt').map(({ id }) => String(id)),
    clear: () => database.run('DELETE FROM known'),
  }
}
