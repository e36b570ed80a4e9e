/** What must be answered or read before going on. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
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
function takeKeys(dialog: HTMLElement): boolean {
  const target = dialog.querySelector<HTMLElement>(main) ?? dialog.querySelector<HTMLElement>(asked)
  ;(target ?? dialog.querySelector<HTMLElement>('.dialog-content'))?.focus()
  return target !== null
}

/** Gives the keys back to what had them; where that is gone, to the list of the place. */
function giveBack(before: Element | null): void {
  const there = before instanceof HTMLElement && before.isConnected && before !== document.body
  const target = there ? before : document.querySelector<HTMLElement>('.work [data-zone-focus]')
  target?.focus()
}

/**
 * A question or report that must be answered before going on. It keeps the keys inside and makes the rest inert, so that menus and tips
 * that belong to it, which lie beside it in the document, can still be reached (they could not from the browser's own `<dialog>`).
 */
export function Dialog(props: DialogProps) {
  const id = useId()
  const tone = props.tone ?? 'plain'
  const begun = useRef(false)
  // Before anything inside takes the keys.
  const [before] = useState(() => document.activeElement)
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen
      onOpenChange={open => {
        if (!open) props.onClose()
      }}
      // Pressed and let go beside it: who marks text and lets go outside does not want to leave.
      onPointerDown={event => {
        begun.current = event.target === event.currentTarget
      }}
      onClick={event => {
        if (tone === 'plain' && begun.current && event.target === event.currentTarget) props.onClose()
      }}
    >
      <Modal className="dialog-place">
        <AriaDialog
          className={`dialog ${tone}`}
          style={{ width: props.width ?? 470 }}
          role={tone === 'error' ? 'alertdialog' : 'dialog'}
          aria-labelledby={id}
        >
          <Body {...props} tone={tone} id={id} before={before} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

type BodyProps = DialogProps & {
  readonly tone: 'plain' | 'error'
  readonly id: string
  readonly before: Element | null
}

/** Inside the modal, so that it is taken away after what was inert can have the keys again. */
function Body(props: BodyProps) {
  const words = useWords().common
  const { tone, id, before } = props
  const element = useRef<HTMLDivElement | null>(null)
  const settled = useRef(false)
  const shape = props.shape ?? (tone === 'error' ? 'error' : null)
  useEffect(() => {
    const dialog = element.current
    if (!dialog) return
    settled.current = takeKeys(dialog)
    const leave = takeTop(dialog)
    return () => {
      leave()
      giveBack(before)
    }
  }, [before])
  // The button that was pressed is gone when work begins or ends, and a question may come late: the keys would be nowhere.
  useEffect(() => {
    const dialog = element.current
    if (!dialog || !isTop(dialog)) return
    if (!settled.current || !dialog.querySelector(':focus')) settled.current = takeKeys(dialog)
  })
  return (
    <div className="dialog-body" ref={element}>
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
  )
}
