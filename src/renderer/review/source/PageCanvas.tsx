import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist'
import { memo, useEffect, useRef } from 'react'
import { useReviewWords } from '../words/index.ts'
import type { PageFrame } from './geometry.ts'

type Props = { readonly pdf: PDFDocumentProxy; readonly frame: PageFrame; readonly scale: number }

/** No canvas side longer than this: larger pages are drawn coarser rather than not at all. */
const longest = 8192

/** One page of the source, drawn at the resolution of the screen. */
export const PageCanvas = memo(function PageCanvas({ pdf, frame, scale }: Props) {
  const ref = useRef<HTMLCanvasElement>(null)
  const words = useReviewWords().source
  const { page, area } = frame
  useEffect(() => {
    const canvas = ref.current
    if (!canvas) return
    let task: RenderTask | null = null
    let wanted = true
    const wish = scale * Math.min(window.devicePixelRatio, 3)
    const sharp = Math.min(wish, longest / Math.max(page.width, page.height))
    void (async () => {
      const source = await pdf.getPage(page.number)
      if (!wanted) return
      const viewport = source.getViewport({ scale: sharp })
      canvas.width = Math.max(1, Math.round(viewport.width))
      canvas.height = Math.max(1, Math.round(viewport.height))
      task = source.render({ canvas, viewport })
      await task.promise
    })().catch(() => undefined)
    return () => {
      wanted = false
      task?.cancel()
    }
  }, [pdf, page, scale])
  // Whole device pixels, else the browser resamples the page and its strokes blur.
  const whole = (length: number) => Math.round(length * window.devicePixelRatio) / window.devicePixelRatio
  const style = {
    width: whole(page.width * scale),
    height: whole(page.height * scale),
    left: whole(-area[0] * scale),
    top: whole(-area[1] * scale),
  }
  return <canvas ref={ref} style={style} role="img" aria-label={words.pageImage(page.number)} />
})
