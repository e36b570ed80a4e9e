/** The field over a list that leaves in it what fits. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { Input } from 'react-aria-components/Input'
import { SearchField } from 'react-aria-components/SearchField'
import { Icon } from './icons.tsx'
import { Kbd } from './Kbd.tsx'
import './controls.css'

type FilterFieldProps = {
  readonly label: string
  /** The key that leads here. */
  readonly keys: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly width?: number
  readonly ref: RefObject<HTMLInputElement | null>
}

/** Filters what is below while one types; Escape clears. Waits for the input method to finish a word. */
export function FilterField({ label, keys, value, onChange, width = 220, ref }: FilterFieldProps) {
  const [text, setText] = useState(value)
  const composing = useRef(false)
  const latest = useRef(onChange)
  latest.current = onChange
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => {
      if (!composing.current) latest.current(text.slice(0, 200))
    }, 150)
    return () => clearTimeout(timer)
  }, [text, value])
  return (
    <SearchField
      className="field filterfield"
      style={{ width }}
      aria-label={label}
      // Not `search`: Chromium itself empties such a field at Escape, also while a word is being composed.
      type="text"
      value={text}
      maxLength={200}
      onChange={setText}
      onClear={() => latest.current('')}
      onClick={() => ref.current?.focus()}
    >
      <Icon name="search" />
      <Input
        ref={ref}
        placeholder={label}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={event => {
          composing.current = false
          latest.current(event.currentTarget.value.slice(0, 200))
        }}
        onKeyDown={event => {
          // 229 is what Chromium sends before isComposing is set.
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            document.querySelector<HTMLElement>('.work [data-zone-focus]')?.focus()
            event.preventDefault()
          }
        }}
      />
      <Kbd>{keys}</Kbd>
    </SearchField>
  )
}
