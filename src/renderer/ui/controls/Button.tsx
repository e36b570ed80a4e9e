import { Button as AntButton } from 'antd'
import type { ReactNode, Ref } from 'react'
import { Icon, type IconName } from './icons.tsx'
import { Kbd } from './Kbd.tsx'

export type ButtonProps = {
  /** main: the one main act of a screen. quiet: without a border. */
  readonly kind?: 'main' | 'plain' | 'quiet'
  readonly size?: 'normal' | 'small'
  readonly icon?: IconName
  /** The key that does the same, shown on the button: `Ctrl O`. The button does not bind it. */
  readonly keys?: string
  readonly disabled?: boolean
  readonly label?: string
  readonly autoFocus?: boolean
  readonly tabIndex?: number
  readonly ref?: Ref<HTMLButtonElement | HTMLAnchorElement>
  readonly onPress: () => void
  readonly children?: ReactNode
}

const types = { main: 'primary', plain: 'default', quiet: 'text' } as const
const classes = { main: 'main-act', plain: '', quiet: 'quiet' } as const

/** A verb to press. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', size = 'normal', icon, keys, label } = props
  return (
    <AntButton
      {...(props.ref ? { ref: props.ref } : {})}
      type={types[kind]}
      size={size === 'small' ? 'small' : 'middle'}
      className={classes[kind]}
      disabled={props.disabled ?? false}
      autoFocus={props.autoFocus ?? false}
      onClick={event => {
        event.stopPropagation()
        props.onPress()
      }}
      {...(props.tabIndex === undefined ? {} : { tabIndex: props.tabIndex })}
      {...(label ? { 'aria-label': label, title: label } : {})}
    >
      {icon ? <Icon name={icon} /> : null}
      {props.children}
      {keys ? <Kbd>{keys}</Kbd> : null}
    </AntButton>
  )
}
