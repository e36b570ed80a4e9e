/** A word beside what is pointed at or has come to by key. */
import type { ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import './controls.css'

type TipProps = {
  readonly words: string
  readonly side?: 'top' | 'right'
  /** A button of ours, or an element in `Focusable`. */
  readonly children: ReactElement
}

/** Names its child, without taking the keys; Escape puts it away. Nothing is said only here. */
export function Tip({ words, side = 'top', children }: TipProps) {
  return (
    <TooltipTrigger delay={700} closeDelay={100}>
      {children}
      <Tooltip className="tip" placement={side} offset={5}>
        {words}
      </Tooltip>
    </TooltipTrigger>
  )
}
