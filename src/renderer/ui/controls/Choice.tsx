/** One of a few, all in view. */
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import './controls.css'

type Option<Value extends string> = { readonly value: Value; readonly label: string }

type ChoiceProps<Value extends string> = {
  readonly label: string
  readonly options: readonly Option<Value>[]
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
  readonly disabled?: boolean
  /** One under the other. */
  readonly column?: boolean
}

/** Radio buttons. Arrows go from one to the next and take it. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, options, value, onChange, disabled = false, column = false } = props
  return (
    <RadioGroup
      className={column ? 'choice column' : 'choice'}
      aria-label={label}
      orientation={column ? 'vertical' : 'horizontal'}
      isDisabled={disabled}
      value={value ?? null}
      onChange={chosen => {
        const option = options.find(item => item.value === chosen)
        if (option) onChange(option.value)
      }}
    >
      {options.map(option => (
        <Radio key={option.value} className="radio" value={option.value}>
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  )
}

type SegProps<Value extends string> = Pick<ChoiceProps<Value>, 'label' | 'value' | 'onChange'> & {
  readonly options: readonly (Option<Value> & { readonly disabled?: boolean })[]
}

/** The same as one bar, for views of one thing. Left and right go along it, Enter or the space bar takes. */
export function Seg<Value extends string>({ label, options, value, onChange }: SegProps<Value>) {
  return (
    <ToggleButtonGroup
      className="seg"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={value === undefined ? [] : [value]}
      onSelectionChange={keys => {
        const option = options.find(item => keys.has(item.value))
        if (option) onChange(option.value)
      }}
    >
      {options.map(option => (
        <ToggleButton key={option.value} id={option.value} isDisabled={option.disabled ?? false}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
