import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'

/** Pure part: which rows of a list of fixed rows (one of them followed by `extra` px) are in view, with some to spare. */
export function rowsInView(view: {
  readonly count: number
  readonly rowHeight: number
  readonly top: number
  readonly height: number
  readonly extraAfter: number | null
  readonly extra: number
}): { readonly first: number; readonly last: number } {
  const spare = 8
  const before = view.extraAfter !== null && view.top > (view.extraAfter + 1) * view.rowHeight ? view.extra : 0
  const first = Math.max(0, Math.floor((view.top - before) / view.rowHeight) - spare)
  const last = Math.min(view.count - 1, Math.ceil((view.top + view.height) / view.rowHeight) + spare)
  return { first, last }
}

export type Virtual = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly onScroll: () => void
  readonly first: number
  readonly last: number
  readonly total: number
  readonly rowHeight: number
  /** How many rows fit the view: what PgUp and PgDn move by. */
  readonly page: number
  readonly topOf: (index: number) => number
  readonly reveal: (index: number) => void
}

/** Only the rows in view are in the document. The height of a row is the token `--row`. */
export function useVirtual(count: number, extraAfter: number | null = null, extra = 0): Virtual {
  const scroller = useRef<HTMLDivElement | null>(null)
  const [size, setSize] = useState({ top: 0, height: 800, rowHeight: 32 })
  const measure = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const rowHeight = Number.parseFloat(getComputedStyle(element).getPropertyValue('--row')) || 32
    const next = { top: element.scrollTop, height: element.clientHeight, rowHeight }
    setSize(old => (old.top === next.top && old.height === next.height && old.rowHeight === rowHeight ? old : next))
  }, [])
  useLayoutEffect(() => {
    measure()
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [measure])
  const { rowHeight } = size
  const topOf = useCallback(
    (index: number) => index * rowHeight + (extraAfter !== null && index > extraAfter ? extra : 0),
    [rowHeight, extraAfter, extra],
  )
  const reveal = useCallback(
    (index: number) => {
      const element = scroller.current
      if (!element) return
      const top = topOf(index)
      const bottom = top + rowHeight + (index === extraAfter ? extra : 0)
      if (top < element.scrollTop) element.scrollTop = top
      else if (bottom > element.scrollTop + element.clientHeight) {
        element.scrollTop = Math.min(top, bottom - element.clientHeight)
      }
      // At once, not with the scroll event a frame later: until then the current row would not be drawn, and nobody told of it.
      measure()
    },
    [measure, topOf, rowHeight, extraAfter, extra],
  )
  const range = rowsInView({ count, extraAfter, extra, ...size })
  return {
    scroller,
    onScroll: measure,
    ...range,
    total: count * rowHeight + (extraAfter === null ? 0 : extra),
    rowHeight,
    page: Math.max(1, Math.floor(size.height / rowHeight) - 1),
    topOf,
    reveal,
  }
}
