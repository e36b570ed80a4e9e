import type { Report } from '../../data/report.ts'

/** The two dates of a report by which the checks of dates judge, and when they are too little known to be judged by. */

/** The date of publication; null where there is none, where it is no date, or where it was only guessed. */
export function publicationOf({ publishedOn, unsure }: Report): string | null {
  if (publishedOn === null || unsure?.includes('publishedOn')) return null
  return /^\d{4}-\d\d-\d\d$/.test(publishedOn) ? publishedOn : null
}

/** The last day of the time that the report is of: as it says itself, else the last of its year. */
export function periodEnd({ period, year, unsure }: Report): string | null {
  // Records made before the period was read have none.
  if (period && !unsure?.includes('period')) return period.to
  return year === null || unsure?.includes('year') ? null : `${year}-12-31`
}
