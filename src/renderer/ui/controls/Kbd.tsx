import type { ReactNode } from 'react'

/** A key as it is printed on the keyboard. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd>{children}</kbd>
}

/** A key and what it does, for foot lines. */
export function Hint({ keys, children }: { readonly keys: string; readonly children: ReactNode }) {
  return (
    <span className="hint">
      <Kbd>{keys}</Kbd>
      {children}
    </span>
  )
}
