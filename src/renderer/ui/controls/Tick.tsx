/** A box to tick. */
import { Checkbox } from 'react-aria-components/Checkbox'
import './controls.css'

type TickProps = {
  readonly label: string
  readonly ticked: boolean
  readonly onChange: (ticked: boolean) => void
}

/** A box without words beside it: the row it stands in says what it is. */
export function Tick({ label, ticked, onChange }: TickProps) {
  return (
    <Checkbox className="tick" aria-label={label} isSelected={ticked} onChange={onChange}>
      <svg className="box" viewBox="0 0 14 14" aria-hidden="true">
        <path d="M3.2 7.3l2.6 2.6 5-5.6" />
      </svg>
    </Checkbox>
  )
}
