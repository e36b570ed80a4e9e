import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../words/index.ts'
import { Button } from './Button.tsx'
import { Shape, type ShapeName } from './Status.tsx'
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

/**
 * A question or report that must be answered before going on. The browser's own dialog: it keeps the focus inside, makes the rest
 * inert and gives the focus back. (Antd's writes style elements without the nonce, which the policy of the window refuses.)
 */
export function Dialog(props: DialogProps) {
  const words = useWords().common
  const id = useId()
  const element = useRef<HTMLDialogElement | null>(null)
  const tone = props.tone ?? 'plain'
  const shape = props.shape ?? (tone === 'error' ? 'error' : null)
  useEffect(() => {
    const dialog = element.current
    // React sets autofocus by calling focus(), which the dialog undoes as it opens: the marked button is focused again.
    const before = document.activeElement
    if (dialog && !dialog.open) dialog.showModal()
    dialog?.querySelector<HTMLElement>('.dialog-acts .main-act')?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
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
        {props.children}
        {props.actions ? <footer className="dialog-acts">{props.actions}</footer> : null}
      </div>
    </dialog>
  )
}
