/** Verbs to press. */
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Icon, type IconName } from './icons.tsx'
import { Kbd } from './Kbd.tsx'
import { Tip } from './Tip.tsx'
import './controls.css'

export type ButtonProps = {
  /** main: the one main act of a screen. quiet: without a border. */
  readonly kind?: 'main' | 'plain' | 'quiet'
  readonly size?: 'normal' | 'small'
  readonly icon?: IconName
  /** The key that does the same, shown on the button: `Ctrl O`. The button does not bind it. */
  readonly keys?: string
  readonly disabled?: boolean
  /** Its name where it shows a picture only; also told to who points at it or comes by key. */
  readonly label?: string
  readonly autoFocus?: boolean
  /** Left out by Tab: the list it stands in has a key for it. */
  readonly tabIndex?: -1
  readonly onPress: () => void
  readonly children?: ReactNode
}

const kinds = { main: ' main-act', plain: '', quiet: ' quiet' } as const

/** A verb to press. What lies under it (a row, a line) does not hear the press. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', size = 'normal', icon, keys, label } = props
  const button = (
    <AriaButton
      className={`btn${kinds[kind]}${size === 'small' ? ' small' : ''}`}
      isDisabled={props.disabled ?? false}
      autoFocus={props.autoFocus ?? false}
      excludeFromTabOrder={props.tabIndex === -1}
      onPress={props.onPress}
      {...(label ? { 'aria-label': label } : {})}
    >
      {icon ? <Icon name={icon} /> : null}
      {props.children}
      {keys ? <Kbd>{keys}</Kbd> : null}
    </AriaButton>
  )
  return label ? <Tip words={label}>{button}</Tip> : button
}
