import { Button } from '../ui/controls/Button.tsx'
import { Icon } from '../ui/controls/icons.tsx'
import { useWords } from '../words/index.ts'
import { type Conditions, noConditions } from './rows.ts'

/** Every report. */
export const unfiltered = { text: noConditions.text, years: noConditions.years, statuses: noConditions.statuses }

type ChipsProps = { readonly conditions: Conditions; readonly onChange: (conditions: Conditions) => void }

/** The conditions in force; pressing one drops it. */
export function Chips({ conditions, onChange }: ChipsProps) {
  const words = useWords()
  const chips = [
    ...(conditions.text
      ? [{ text: words.catalogue.nameChip(conditions.text), without: { ...conditions, text: '' } }]
      : []),
    ...conditions.years.map(year => ({
      text: words.catalogue.yearChip(year === null ? words.common.noYear : String(year)),
      without: { ...conditions, years: conditions.years.filter(item => item !== year) },
    })),
    ...conditions.statuses.map(status => ({
      text: words.status[status],
      without: { ...conditions, statuses: conditions.statuses.filter(item => item !== status) },
    })),
  ]
  return (
    <div className="chips">
      {chips.map(chip => (
        <button key={chip.text} type="button" className="chip" onClick={() => onChange(chip.without)}>
          {chip.text}
          <Icon name="cross" />
          <span className="hidden-words">{words.common.clear}</span>
        </button>
      ))}
      {chips.length > 0 ? (
        <Button kind="quiet" size="small" onPress={() => onChange({ ...conditions, ...unfiltered })}>
          {words.common.clearAll}
        </Button>
      ) : null}
      <span className="grow" />
      <span className="dim">{words.catalogue.sortedBy(conditions.sort, conditions.descending)}</span>
    </div>
  )
}
