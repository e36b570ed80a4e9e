import type { Selection } from '../../shared/api.ts'
import { currentOf } from '../../shared/current/current.ts'
import type { RecordId } from '../../shared/data/record.ts'
import { nameAndYear, reportName } from '../../shared/facts/recordName.ts'
import { useCall } from '../ui/data.ts'
import { useWords } from '../words/index.ts'

/** The catalogue's conditions as far as they choose reports. */
export type Filter = Omit<Extract<Selection, { kind: 'filter' }>, 'kind'>

export type Scope = {
  readonly key: 'one' | 'arrived' | 'listed' | 'all'
  readonly label: string
  readonly count: number
  readonly selection: Selection
}

const everything: Filter = { text: '', years: [], statuses: [] }
const chooses = ({ text, years, statuses }: Filter) => text !== '' || years.length > 0 || statuses.length > 0

/** What an act can be about: the report under the cursor, those just imported, those the catalogue lists, all. Only what differs is offered. */
export function useScopes(record: RecordId | null, filter: Filter): readonly Scope[] {
  const words = useWords().exchange
  const { text, years, statuses } = filter
  const conditions = { text, years: [...years], statuses: [...statuses] }
  const listed = useCall('catalogue.list', { ...conditions, sort: 'name', descending: false, offset: 0, limit: 1 })
  const opened = useCall('record.open', record === null ? undefined : { id: record })
  const arrived = useCall('import.arrived', null).value ?? 0
  const scopes: Scope[] = []
  if (opened.value) {
    const { report } = currentOf(opened.value.record)
    const name = reportName(report, opened.value.record.provenance.name)
    const label = words.one(nameAndYear(name, report.year))
    scopes.push({ key: 'one', label, count: 1, selection: { kind: 'records', ids: [opened.value.record.id] } })
  }
  if (arrived > 0)
    scopes.push({ key: 'arrived', label: words.arrived(arrived), count: arrived, selection: { kind: 'arrived' } })
  if (listed.value && chooses(filter) && listed.value.matching > 0) {
    const { matching: count } = listed.value
    scopes.push({ key: 'listed', label: words.listed(count), count, selection: { kind: 'filter', ...conditions } })
  }
  if (listed.value) {
    const { total: count } = listed.value
    const all = { kind: 'filter', ...everything, years: [], statuses: [] } as const
    scopes.push({ key: 'all', label: words.all(count), count, selection: { ...all, years: [], statuses: [] } })
  }
  return scopes
}
