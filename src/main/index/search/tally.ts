import type { CataloguePage, CatalogueQuery } from '../../../shared/data/catalogue.ts'
import { type RecordStatus, recordStatuses } from '../../../shared/data/record.ts'

/** Counts of a search's results by year and by status. */

export type Conditions = Pick<CatalogueQuery, 'years' | 'statuses'>
type Judged = { readonly year: number | null; readonly status: RecordStatus }
/** Reports of one year and status, with their open findings. */
export type Group = Judged & { readonly reports: number; readonly open: number }

const fitsYear = ({ year }: Judged, { years }: Conditions) => years.length === 0 || years.includes(year)
const fitsStatus = ({ status }: Judged, { statuses }: Conditions) => statuses.length === 0 || statuses.includes(status)

/** Whether years and statuses are those asked for; an empty list asks for all. */
export const fits = (judged: Judged, conditions: Conditions): boolean =>
  fitsYear(judged, conditions) && fitsStatus(judged, conditions)

/** Counts per year (newest first, reports without a year last) and per status, each without its own condition. */
export function facetsOf(groups: readonly Group[], conditions: Conditions): CataloguePage['facets'] {
  const years = new Map<number | null, number>()
  const statuses = new Map<RecordStatus, number>()
  for (const group of groups) {
    const { year, status, reports } = group
    if (fitsStatus(group, conditions)) years.set(year, (years.get(year) ?? 0) + reports)
    if (fitsYear(group, conditions)) statuses.set(status, (statuses.get(status) ?? 0) + reports)
  }
  return {
    years: [...years]
      .map(([year, count]) => ({ year, count }))
      .sort((a, b) => (b.year ?? Number.NEGATIVE_INFINITY) - (a.year ?? Number.NEGATIVE_INFINITY)),
    statuses: recordStatuses.flatMap(status => {
      const count = statuses.get(status)
      return count === undefined ? [] : [{ status, count }]
    }),
  }
}
