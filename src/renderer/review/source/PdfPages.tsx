import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { SourceDocument } from '../../../shared/data/document.ts'
import { useDesk } from '../state/context.ts'
import { useReviewWords } from '../words/index.ts'
import { ColumnStrip } from './ColumnStrip.tsx'
import { scaleFor, textFrames, wholeFrames, type Zoom } from './geometry.ts'
import { noPlaces, PdfPage } from './PdfPage.tsx'
import type { OpenedPdf } from './pdf.ts'
import { type Lit, placesByPage } from './places.ts'
import { bringIntoView } from './scrolling.ts'

type Props = {
  readonly document: SourceDocument
  readonly opened: OpenedPdf
  readonly zoom: Zoom
  readonly lit: Lit | null
  readonly box: RefObject<HTMLElement | null>
}

/** Inner size of the page box, followed as the window changes. */
function useSize(ref: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      const style = getComputedStyle(element)
      const width =
        element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight) - 2
      setSize({ width, height: element.clientHeight - 16 })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return size
}

/** The pages of a PDF one under the other, the focused cell lit. */
export function PdfPages({ document: source, opened, zoom, lit, box }: Props) {
  const size = useSize(box)
  const report = useDesk(desk => desk.record.extraction.report)
  const places = useMemo(() => placesByPage(report), [report])
  const words = useReviewWords().source
  const frames = useMemo(() => (zoom === 'text' ? textFrames(source, 10) : wholeFrames(source)), [source, zoom])
  const scale = scaleFor(zoom, frames, size)
  const first = useRef(true)
  const { pdf } = opened
  const shown = pdf !== null && size.width > 0
  useEffect(() => {
    if (!lit || !shown || scale === 0 || !box.current) return
    bringIntoView(box.current, lit, first.current)
    first.current = false
  }, [lit, shown, box, scale])
  const left = frames[0]?.area[0] ?? 0
  return (
    <>
      <ColumnStrip lit={lit} left={left} scale={scale} box={box} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard */}
      <section className="pagebox" ref={box} tabIndex={0} data-zone-focus="" aria-label={words.pages}>
        {pdf && size.width > 0 ? (
          frames.map(frame => (
            <PdfPage
              key={frame.page.number}
              pdf={pdf}
              frame={frame}
              scale={scale}
              places={places.get(frame.page.number) ?? noPlaces}
              lit={lit?.page === frame.page.number ? lit : null}
            />
          ))
        ) : (
          <p className="sub waiting">{words.loading}</p>
        )}
      </section>
    </>
  )
}
