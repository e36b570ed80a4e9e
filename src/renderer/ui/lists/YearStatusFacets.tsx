import type { CataloguePage } from '../../../shared/data/catalogue.ts'
import type { RecordStatus } from '../../../shared/data/record.ts'
import { useWords } from '../../words/index.ts'
import { Shape } from '../controls/Status.tsx'
import { count } from '../format.ts'
import './facets.css'

type Chosen = { readonly years: readonly (number | null)[]; readonly statuses: readonly RecordStatus[] }

type FacetsProps = {
  readonly facets: CataloguePage['facets'] | null
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
  /** bars: counts drawn as columns; list: one line a year. */
  readonly years: 'bars' | 'list'
}

const toggle = <T,>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list.filter(other => other !== item) : [...list, item]

/** Year and status, each counted with the other condition applied. Several of each may be chosen. */
export function YearStatusFacets({ facets, chosen, onChange, years }: FacetsProps) {
  const words = useWords()
  const counts = facets?.years ?? []
  const most = Math.max(1, ...counts.map(item => item.count))
  const yearWord = (year: number | null) => (year === null ? words.common.noYear : String(year))
  const pressYear = (year: number | null) => onChange({ ...chosen, years: toggle(chosen.years, year) })
  // Bars run with time, a list starts with the newest; reports without a year come last in both.
  const turn = years === 'bars' ? 1 : -1
  const list = [...counts].sort((a, b) => turn * ((a.year ?? turn * 9999) - (b.year ?? turn * 9999)))
  return (
    <>
      <section className="facet" aria-label={words.catalogue.years} hidden={list.length === 0}>
        <h2>
          {words.catalogue.years} <span className="dim">{words.catalogue.several}</span>
        </h2>
        <ul className={years === 'bars' ? 'bars' : ''}>
          {list.map(item => (
            <li key={String(item.year)}>
              <button
                type="button"
                aria-pressed={chosen.years.includes(item.year)}
                aria-label={`${yearWord(item.year)}，${count(item.count)}`}
                onClick={() => pressYear(item.year)}
              >
                {years === 'bars' ? (
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
                )}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="facet" aria-label={words.catalogue.statuses} hidden={!facets?.statuses.length}>
        <h2>{words.catalogue.statuses}</h2>
        <ul>
          {(facets?.statuses ?? []).map(item => (
            <li key={item.status}>
              <button
                type="button"
                aria-pressed={chosen.statuses.includes(item.status)}
                onClick={() => onChange({ ...chosen, statuses: toggle(chosen.statuses, item.status) })}
              >
                <Shape name={item.status} />
                {words.status[item.status]}
                <span className="c">{count(item.count)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
