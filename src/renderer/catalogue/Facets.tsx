import type { CataloguePage } from '../../shared/data/catalogue.ts'
import { YearStatusFacets } from '../ui/lists/YearStatusFacets.tsx'
import { useWords } from '../words/index.ts'
import type { Conditions } from './rows.ts'

type FacetsProps = {
  readonly page: CataloguePage | null
  readonly conditions: Conditions
  readonly onChange: (conditions: Conditions) => void
}

export function Facets({ page, conditions, onChange }: FacetsProps) {
  const words = useWords().catalogue
  return (
    <aside className="facets" aria-label={words.facets} data-zone="facets">
      <YearStatusFacets
        facets={page?.facets ?? null}
        chosen={conditions}
        onChange={chosen => onChange({ ...conditions, ...chosen })}
        years="bars"
      />
    </aside>
  )
}
