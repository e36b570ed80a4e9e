import type { ReactNode } from 'react'
import type { ShapeName, Tone } from './looks.ts'

export type { ShapeName, Tone } from './looks.ts'

/** The shapes of STYLE.md, 12 px. A shape never stands without its word. */
const shapes: Readonly<Record<ShapeName, ReactNode>> = {
  pending: <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  reviewing: (
    <>
      <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M6 1.6a4.4 4.4 0 0 1 0 8.8z" fill="currentColor" />
    </>
  ),
  reviewed: (
    <>
      <circle cx="6" cy="6" r="5.1" fill="currentColor" />
      <path d="m3.6 6.2 1.7 1.7 3.2-3.5" fill="none" stroke="var(--sheet)" strokeWidth="1.5" />
    </>
  ),
  unread: <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="1.8" />,
  error: <path d="M6 .8 11.2 6 6 11.2.8 6z" fill="currentColor" />,
  doubt: <path d="M6 1.2 11.4 10.8H.6z" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />,
  hint: <circle cx="6" cy="6" r="2.2" fill="currentColor" />,
  sourceError: (
    <>
      <path d="M1.5 1.5h9v9h-9z" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M4 6h4" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  agrees: <path d="M2 4h8M2 8h8" stroke="currentColor" strokeWidth="1.6" />,
  duplicate: <path d="M1.5 3.5h6v7h-6zM4 3.5v-2h6.5v7h-3" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  waiting: <path d="M2 6h.2M6 6h.2M10 6h.2" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />,
  cancelled: <path d="M1.5 6h9" stroke="currentColor" strokeWidth="1.8" />,
  working: <path d="M3 1.8 10 6l-7 4.2z" fill="currentColor" />,
}

export function Shape({ name }: { readonly name: ShapeName }) {
  return (
    <svg className="s" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {shapes[name]}
    </svg>
  )
}

/** A shape, its word, and only then a colour. */
export function Status(props: { readonly shape: ShapeName; readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className={`st ${props.tone ?? 'plain'}`}>
      <Shape name={props.shape} />
      {props.children}
    </span>
  )
}
