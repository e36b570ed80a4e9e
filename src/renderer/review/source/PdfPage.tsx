import type { PDFDocumentProxy } from 'pdfjs-dist'
import { memo, type RefObject, useEffect, useRef, useState } from 'react'
import type { Box } from '../../../shared/data/document.ts'
import { useActions } from '../state/context.ts'
import { hit, type PageFrame } from './geometry.ts'
import { PageCanvas } from './PageCanvas.tsx'
import type { Lit, PagePlace } from './places.ts'
import { useWordBoxes } from './wordBoxes.ts'

type Props = {
  readonly pdf: PDFDocumentProxy
  readonly frame: PageFrame
  readonly scale: number
  readonly places: readonly PagePlace[]
  /** What is lit on this very page, else null. */
  readonly lit: Lit | null
}

const none: readonly PagePlace[] = []

export { none as noPlaces }

/** Draws a page only while it is near the view, so that a long source costs no more than a short one. */
function useNear(): [RefObject<HTMLDivElement | null>, boolean] {
  const ref = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const page = ref.current
    if (!page) return
    const observer = new IntersectionObserver(entries => setNear(entries.at(-1)?.isIntersecting ?? false), {
      root: page.closest('.pagebox'),
      rootMargin: '600px 0px',
    })
    observer.observe(page)
    return () => observer.disconnect()
  }, [])
  return [ref, near]
}

export const PdfPage = memo(function PdfPage({ pdf, frame, scale, places, lit }: Props) {
  const [ref, near] = useNear()
  const actions = useActions()
  const { area, page } = frame
  const marks = useWordBoxes(pdf, page.number, lit?.words.length ? lit : null)
  const over = (box: Box) => ({
    left: (box[0] - area[0]) * scale,
    top: (box[1] - area[1]) * scale,
    width: (box[2] - box[0]) * scale,
    height: (box[3] - box[1]) * scale,
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at a number is a shortcut, the form has them all by keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      ref={ref}
      className="page pdf"
      data-page={page.number}
      style={{ width: (area[2] - area[0]) * scale, height: (area[3] - area[1]) * scale }}
      onClick={event => {
        const at = event.currentTarget.getBoundingClientRect()
        const x = (event.clientX - at.left) / scale + area[0]
        const y = (event.clientY - at.top) / scale + area[1]
        const place = places.find(item => hit(item.box, x, y))
        if (place) actions.focus(place.key)
      }}
    >
      {lit?.band.map(box => (
        <i key={box.join()} className="band" style={over(box)} />
      ))}
      {lit?.box ? <i className={`lit ${lit.kind}`} style={over(lit.box)} /> : null}
      {marks.map(box => (
        <i key={box.join()} className="found" style={over(box)} />
      ))}
      {near ? <PageCanvas pdf={pdf} frame={frame} scale={scale} /> : null}
      {lit?.box && lit.kind === 'cell' ? <i className="litring" style={over(lit.box)} /> : null}
    </div>
  )
})
