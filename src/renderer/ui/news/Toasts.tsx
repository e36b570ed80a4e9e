import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useWords } from '../../words/index.ts'
import { Button } from '../controls/Button.tsx'
import { Shape } from '../controls/Status.tsx'
import { useTop } from '../dialogs/topLayer.ts'
import './toasts.css'

export type ToastInput = {
  readonly kind: 'done' | 'warn' | 'error'
  readonly text: ReactNode
  /** 撤销, 重试: what can be done about it, and the key that does the same. */
  readonly action?: { readonly label: string; readonly keys?: string; readonly run: () => void }
}
type Toast = ToastInput & { readonly id: number }

/** How long a toast stays; while pointed at or focused it stays on. Long enough to reach 撤销 by keyboard. */
const lifetime = 10_000
const shapes = { done: 'reviewed', warn: 'doubt', error: 'error' } as const

export function useToasts(): {
  readonly toasts: readonly Toast[]
  readonly toast: (toast: ToastInput) => void
  readonly close: (id: number) => void
} {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const next = useRef(1)
  const toast = useCallback((input: ToastInput) => {
    const id = next.current
    next.current += 1
    setToasts(old => [...old.slice(-2), { ...input, id }])
  }, [])
  const close = useCallback((id: number) => setToasts(old => old.filter(item => item.id !== id)), [])
  return { toasts, toast, close }
}

function ToastLine({ toast, close }: { readonly toast: Toast; readonly close: (id: number) => void }) {
  const words = useWords()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    // What went wrong stays until it is closed.
    if (held || toast.kind === 'error') return
    const timer = setTimeout(() => close(toast.id), lifetime)
    return () => clearTimeout(timer)
  }, [held, toast.id, toast.kind, close])
  const { action } = toast
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the toast while somebody reads it
    <div
      className={`toast ${toast.kind}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Shape name={shapes[toast.kind]} />
      <span className="words">{toast.text}</span>
      {action ? (
        <Button
          kind="quiet"
          size="small"
          {...(action.keys ? { keys: action.keys } : {})}
          onPress={() => {
            close(toast.id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <Button kind="quiet" size="small" icon="cross" label={words.common.close} onPress={() => close(toast.id)} />
    </div>
  )
}

/** Short news at the foot of the window. Nothing here is the only place where something is said. */
export function Toasts(props: { readonly toasts: readonly Toast[]; readonly close: (id: number) => void }) {
  const top = useTop()
  const list = (
    <div className="toasts" role="status" aria-live="polite">
      {props.toasts.map(toast => (
        <ToastLine key={toast.id} toast={toast} close={props.close} />
      ))}
    </div>
  )
  return top ? createPortal(list, top) : list
}
