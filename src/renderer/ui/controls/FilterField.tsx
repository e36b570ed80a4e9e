import { Input, type InputRef } from 'antd'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { Icon } from './icons.tsx'
import { Kbd } from './Kbd.tsx'

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
  const take = (input: InputRef | null) => {
    ref.current = input?.input ?? null
  }
  return (
    <Input
      ref={take}
      className="filterfield"
      style={{ width }}
      type="text"
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={200}
      prefix={<Icon name="search" />}
      suffix={<Kbd>{keys}</Kbd>}
      onChange={event => setText(event.target.value)}
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={event => {
        composing.current = false
        latest.current(event.currentTarget.value.slice(0, 200))
      }}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') {
          setText('')
          latest.current('')
        }
        if (event.key === 'ArrowDown' || event.key === 'Enter') {
          document.querySelector<HTMLElement>('.work [data-zone-focus]')?.focus()
          event.preventDefault()
        }
      }}
    />
  )
}
