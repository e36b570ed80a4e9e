import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'

const kept = new Map<string, unknown>()

/** State that outlives its component until the window closes: a place looks as it was left. One name, one type. */
export function useRemembered<T>(name: string, initial: T): [T, Dispatch<SetStateAction<T>>] {
  // Only this component writes under this name, so what comes back is what it put in.
  const [value, setValue] = useState<T>(() => (kept.has(name) ? (kept.get(name) as T) : initial))
  useEffect(() => {
    kept.set(name, value)
  }, [name, value])
  return [value, setValue]
}
