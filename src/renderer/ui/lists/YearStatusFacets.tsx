/** The conditions that the catalogue and the search share. */
import type { CataloguePage } from '../../../shared/data/catalogue.ts'
import type { RecordStatus } from '../../../shared/data/record.ts'
import { useWords } from '../../words/index.ts'
import { Shape } from '../controls/Status.tsx'
import { count } from '../format.ts'
import { FacetList } from './FacetList.tsx'

type Chosen = { readonly years: readonly (number | null)[]; readonly statuses: readonly RecordStatus[] }

type FacetsProps = {
  readonly facets: CataloguePage['facets'] | null
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
  /** bars: counts drawn as columns; list: one line a year. */
  readonly years: 'bars' | 'list'
}

/** Year and status, each counted with the other condition applied. Several of each may be chosen. */
export function YearStatusFacets({ facets, chosen, onChange, years }: FacetsProps) {
  const words = useWords()
  const counts = facets?.years ?? []
  const most = Math.max(1, ...counts.map(item => item.count))
  const yearWord = (year: number | null) => (year === null ? words.common.noYear : String(year))
  // Bars run with time, a list starts with the newest; reports without a year come last in both.
  const turn = years === 'bars' ? 1 : -1
  const list = [...counts].sort((a, b) => turn * ((a.year ?? turn * 9999) - (b.year ?? turn * 9999)))
  return (
    <>
      <FacetList
        label={words.catalogue.years}
        note={words.catalogue.several}
        look={years === 'bars' ? 'bars' : 'lines'}
        chosen={chosen.years}
        onChange={wanted => onChange({ ...chosen, years: wanted })}
        values={list.map(item => ({
          value: item.year,
          label: `${yearWord(item.year)}，${count(item.count)}`,
          face:
            years === 'bars' ? (
              <>
                <span className="c">{count(item.count)}</span>
                <i style={{ height: Math.max(1, Math.round((item.count / most) * 30)) }} />
                <b>{item.year ?? words.common.noYearShort}</b>
              </>
            ) : (
              <>
                {yearWord(item.year)}
                <span className="c">{count(item.count)}</span>
              </>
            ),
        }))}
      />
      <FacetList
        label={words.catalogue.statuses}
        chosen={chosen.statuses}
        onChange={wanted => onChange({ ...chosen, statuses: wanted })}
        values={(facets?.statuses ?? []).map(item => ({
          value: item.status,
          face: (
            <>
              <Shape name={item.status} />
              {words.status[item.status]}
              <span className="c">{count(item.count)}</span>
            </>
          ),
        }))}
      />
    </>
  )
}
