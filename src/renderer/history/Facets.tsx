import { type JournalPage, journalKinds } from '../../shared/data/journal.ts'
import { Icon } from '../ui/controls/icons.tsx'
import { Shape } from '../ui/controls/Status.tsx'
import { count } from '../ui/format.ts'
import { useWords } from '../words/index.ts'
import '../ui/lists/facets.css'
import { kindShapes } from './journal/kindShapes.ts'
import type { Span, Wanted } from './journal/wanted.ts'

type FacetsProps = {
  readonly page: JournalPage | null
  readonly wanted: Wanted
  readonly onChange: (wanted: Wanted) => void
  readonly onlyRecord: boolean
  readonly onAllRecords: () => void
}

const spans: readonly Span[] = ['today', 'week', 'month', 'all']
const toggle = <T,>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list.filter(other => other !== item) : [...list, item]

/** What was done, by whom, when. */
export function Facets({ page, wanted, onChange, onlyRecord, onAllRecords }: FacetsProps) {
  const words = useWords().history
  return (
    <aside className="facets" aria-label={words.facets} data-zone="facets">
      {onlyRecord ? (
        <section className="facet">
          <button type="button" className="chip only" onClick={onAllRecords}>
            {words.onlyRecord}
            <Icon name="cross" />
          </button>
        </section>
      ) : null}
      <section className="facet" aria-label={words.what}>
        <h2>{words.what}</h2>
        <ul>
          {journalKinds.map(kind => (
            <li key={kind}>
              <button
                type="button"
                aria-pressed={wanted.kinds.includes(kind)}
                onClick={() => onChange({ ...wanted, kinds: toggle(wanted.kinds, kind) })}
              >
                <Shape name={kindShapes[kind]} />
                {words.kinds[kind]}
                <span className="c">{page ? count(page.byKind[kind]) : ''}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="facet" aria-label={words.who}>
        <h2>{words.who}</h2>
        <ul>
          {(page?.byWho ?? []).slice(0, 12).map(item => (
            <li key={item.who}>
              <button
                type="button"
                aria-pressed={wanted.who.includes(item.who)}
                onClick={() => onChange({ ...wanted, who: toggle(wanted.who, item.who) })}
              >
                {item.who}
                <span className="c">{count(item.count)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="facet" aria-label={words.when}>
        <h2>{words.when}</h2>
        <ul>
          {spans.map(span => (
            <li key={span}>
              <button type="button" aria-pressed={wanted.span === span} onClick={() => onChange({ ...wanted, span })}>
                {words.spans[span]}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  )
}
