import { type JournalPage, journalKinds } from '../../shared/data/journal.ts'
import { Icon } from '../ui/controls/icons.tsx'
import { Shape } from '../ui/controls/Status.tsx'
import { count } from '../ui/format.ts'
import { FacetList } from '../ui/lists/FacetList.tsx'
import { useWords } from '../words/index.ts'
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
      <FacetList
        label={words.what}
        chosen={wanted.kinds}
        onChange={kinds => onChange({ ...wanted, kinds })}
        values={journalKinds.map(kind => ({
          value: kind,
          face: (
            <>
              <Shape name={kindShapes[kind]} />
              {words.kinds[kind]}
              <span className="c">{page ? count(page.byKind[kind]) : ''}</span>
            </>
          ),
        }))}
      />
      <FacetList
        label={words.who}
        chosen={wanted.who}
        onChange={who => onChange({ ...wanted, who })}
        values={(page?.byWho ?? []).slice(0, 12).map(item => ({
          value: item.who,
          face: (
            <>
              {item.who}
              <span className="c">{count(item.count)}</span>
            </>
          ),
        }))}
      />
      <FacetList
        label={words.when}
        mode="one"
        chosen={[wanted.span]}
        onChange={([span]) => span && onChange({ ...wanted, span })}
        values={spans.map(span => ({ value: span, face: words.spans[span] }))}
      />
    </aside>
  )
}
