import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../../words/index.ts'
import { Button } from '../controls/Button.tsx'
import { Shape, type ShapeName } from '../controls/Status.tsx'
import { isTop, takeTop } from './topLayer.ts'
import './dialog.css'

export type DialogProps = {
  readonly title: string
  /** error: red head line and diamond, spoken at once; can only be left by its own buttons or Escape. */
  readonly tone?: 'plain' | 'error'
  readonly shape?: ShapeName
  readonly width?: number
  /** Escape, the veil, the cross. */
  readonly onClose: () => void
  readonly actions?: ReactNode
  readonly children: ReactNode
}

const main = '.dialog-acts .main-act:not(:disabled)'
/**
 * What asks for an answer, before the cross: Enter on a dialog just opened must not close it. Of several choices the one that is taken:
 * the keys on another one would take that.
 */
const asked = '.dialog-content :is(input:not(:disabled, [type="radio"]:not(:checked)), button:not(:disabled))'

/**
 * Where the keys belong: the main act, else the first question, else the text itself (work under way has nothing to press).
 * @returns whether there was something to press
 */
function takeKeys(dialog: HTMLDialogElement): boolean {
  const target = dialog.querySelector<HTMLElement>(main) ?? dialog.querySelector<HTMLElement>(asked)
  ;(target ?? dialog.querySelector<HTMLElement>('.dialog-content'))?.focus()
  return target !== null
}

/**
 * A question or report that must be answered before going on. The browser's own dialog: it keeps the focus inside, makes the rest
 * inert and gives the focus back. (Antd's writes style elements without the nonce, which the policy of the window refuses.)
 */
export function Dialog(props: DialogProps) {
  const words = useWords().common
  const id = useId()
  const element = useRef<HTMLDialogElement | null>(null)
  const settled = useRef(false)
  const tone = props.tone ?? 'plain'
  const shape = props.shape ?? (tone === 'error' ? 'error' : null)
  useEffect(() => {
    const dialog = element.current
    // React sets autofocus by calling focus(), which the dialog undoes as it opens: the marked button is focused again.
    const before = document.activeElement
    if (dialog && !dialog.open) dialog.showModal()
    if (dialog) settled.current = takeKeys(dialog)
    const leave = dialog ? takeTop(dialog) : () => undefined
    return () => {
      leave()
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  // The button that was pressed is gone when work begins or ends, and a question may come late: the keys would be nowhere.
  useEffect(() => {
    const dialog = element.current
    if (!dialog || !isTop(dialog)) return
    if (!settled.current || !dialog.querySelector(':focus')) settled.current = takeKeys(dialog)
  })
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same
    <dialog
      ref={element}
      className={`dialog ${tone}`}
      style={{ width: props.width ?? 470 }}
      role={tone === 'error' ? 'alertdialog' : 'dialog'}
      aria-modal="true"
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault()
        props.onClose()
      }}
      onClick={event => {
        if (event.target === element.current && tone === 'plain') props.onClose()
      }}
    >
      <div className="dialog-body">
        <header>
          {shape ? <Shape name={shape} /> : null}
          <h2 id={id}>{props.title}</h2>
          {tone === 'plain' ? (
            <Button kind="quiet" size="small" icon="cross" label={words.close} onPress={props.onClose} />
          ) : null}
        </header>
        <div className="dialog-content" tabIndex={-1}>
          {props.children}
        </div>
        {props.actions ? <footer className="dialog-acts">{props.actions}</footer> : null}
      </div>
    </dialog>
  )
}
