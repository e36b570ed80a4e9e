/** One condition of a list: its values, each counted, to choose by pressing. */
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import './facets.css'

export type FacetValue<Value> = {
  readonly value: Value
  /** Spoken instead of what is drawn. */
  readonly label?: string
  readonly face: ReactNode
}

type FacetListProps<Value> = {
  readonly label: string
  /** Beside the heading. */
  readonly note?: string
  readonly values: readonly FacetValue<Value>[]
  readonly chosen: readonly Value[]
  readonly onChange: (chosen: readonly Value[]) => void
  /** one: pressing another takes the place of the one before. */
  readonly mode?: 'one' | 'several'
  /** bars: columns side by side instead of lines. */
  readonly look?: 'lines' | 'bars'
}

/** Arrows go from one value to the next; Tab goes on to the next condition. */
export function FacetList<Value>(props: FacetListProps<Value>) {
  const { label, values, chosen, mode = 'several', look = 'lines' } = props
  return (
    <section className="facet" aria-label={label} hidden={values.length === 0}>
      <h2>
        {label} {props.note ? <span className="dim">{props.note}</span> : null}
      </h2>
      <ToggleButtonGroup
        className={look}
        aria-label={label}
        orientation={look === 'bars' ? 'horizontal' : 'vertical'}
        selectionMode={mode === 'one' ? 'single' : 'multiple'}
        disallowEmptySelection={mode === 'one'}
        selectedKeys={chosen.map(String)}
        onSelectionChange={keys => {
          const kept = chosen.filter(value => keys.has(String(value)))
          const added = values
            .map(item => item.value)
            .filter(value => keys.has(String(value)) && !chosen.includes(value))
          props.onChange([...kept, ...added])
        }}
      >
        {values.map(item => (
          <ToggleButton
            key={String(item.value)}
            id={String(item.value)}
            {...(item.label ? { 'aria-label': item.label } : {})}
          >
            {item.face}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </section>
  )
}
