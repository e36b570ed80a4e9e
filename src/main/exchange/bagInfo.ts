import { currentOf } from '../../shared/current/current.ts'
import type { ArchiveRecord } from '../../shared/data/record.ts'
import type { InfoElement } from './bag/tagFiles.ts'

/** Marks a bag of ours: its records can be restored with their history. The number is raised when that needs another reader. */
export const exchangeLabel = 'Kaijuan-Exchange-Schema'
export const exchangeSchema = '2'
/** Bags that can be taken in. 1: their records are of form 1, and name the folder they came from. */
export const exchangeSchemas: readonly string[] = ['1', exchangeSchema]
export const archiveLabel = 'Kaijuan-Archive'

/** Reports described one by one in bag-info.txt; a larger bag is told of by its years, bodies and dates. */
const mostDescribed = 50
const mostBodies = 200

type Described = Pick<ReturnType<typeof currentOf>['report'], 'organization' | 'year' | 'title' | 'publishedOn'>

export const described = (record: ArchiveRecord): Described => {
  const { organization, year, title, publishedOn } = currentOf(record).report
  return { organization, year, title, publishedOn }
}

const distinct = (values: readonly (string | number | null)[]): readonly string[] =>
  [...new Set(values.flatMap(value => (value === null ? [] : [String(value)])))].sort()

function summary(reports: readonly Described[]): readonly InfoElement[] {
  const bodies = distinct(reports.map(item => item.organization))
  const dates = distinct(reports.map(item => item.publishedOn))
  const [first] = dates
  const last = dates.at(-1)
  return [
    ...bodies.slice(0, mostBodies).map((body): InfoElement => ['机关', body]),
    ...(bodies.length > mostBodies ? [['机关', `等共 ${bodies.length} 个`] as const] : []),
    ...distinct(reports.map(item => item.year)).map((year): InfoElement => ['年度', year]),
    ...(first === undefined || last === undefined
      ? []
      : [['日期', first === last ? first : `${first}/${last}`] as const]),
  ]
}

/** One after the other, so that 机关, 年度, 题名 and 日期 of a report stand together; what it does not tell is 未著录. */
function each(reports: readonly Described[]): readonly InfoElement[] {
  return reports.flatMap((report): InfoElement[] => [
    ['机关', report.organization ?? '未著录'],
    ['年度', String(report.year ?? '未著录')],
    ['题名', report.title ?? '未著录'],
    ['日期', report.publishedOn ?? '未著录'],
  ])
}

/** What bag-info.txt says; size and Payload-Oxum are added by whoever counts them. */
export function bagInfo(
  reports: readonly Described[],
  about: { readonly archive: string; readonly who: string; readonly software: string; readonly now: Date },
): readonly InfoElement[] {
  return [
    ['Bagging-Date', about.now.toISOString().slice(0, 10)],
    ['Bag-Software-Agent', about.software],
    ['Contact-Name', about.who],
    ['External-Identifier', `${about.archive}/${about.now.toISOString()}`],
    ['External-Description', `政府信息公开工作年度报告 ${reports.length} 份：原件、记录、元数据与过程`],
    [exchangeLabel, exchangeSchema],
    [archiveLabel, about.archive],
    ...(reports.length <= mostDescribed ? each(reports) : summary(reports)),
  ]
}
