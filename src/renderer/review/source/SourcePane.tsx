import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { SourceDocument } from '../../../shared/data/document.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Seg } from '../../ui/controls/Choice.tsx'
import { Icon } from '../../ui/controls/icons.tsx'
import { ask } from '../../ui/data.ts'
import { useLanguage } from '../../words/index.ts'
import { useDesk } from '../state/context.ts'
import { useReviewWords } from '../words/index.ts'
import { cellParts } from '../words/names.ts'
import { type Zoom, zooms } from './geometry.ts'
import { PdfPages } from './PdfPages.tsx'
import { type OpenedPdf, usePdf } from './pdf.ts'
import { type Lit, litCell, litTarget } from './places.ts'
import { ReadingView } from './ReadingView.tsx'
import { pageInView, scrollToPage } from './scrolling.ts'
import './source.css'

/** What is lit: the passage that was asked for, else the focused cell. */
function useLit(): Lit | null {
  const extraction = useDesk(desk => desk.record.extraction)
  const focus = useDesk(desk => desk.focus)
  const target = useDesk(desk => desk.target)
  return useMemo(() => {
    if (target) return litTarget(extraction.document, target)
    return focus ? litCell(extraction, focus) : null
  }, [extraction, focus, target])
}

function usePageInView(box: RefObject<HTMLElement | null>, ready: boolean): number | null {
  const [page, setPage] = useState<number | null>(null)
  useEffect(() => {
    const element = box.current
    if (!element || !ready) return
    const look = () => setPage(pageInView(element))
    look()
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [box, ready])
  return page
}

function ZoomChoice({ zoom, choose }: { readonly zoom: Zoom; readonly choose: (zoom: Zoom) => void }) {
  const words = useReviewWords().source
  return (
    <Seg
      label={words.zoomLabel}
      value={zoom}
      onChange={choose}
      options={zooms.map(value => ({ value, label: words.zoom[value] }))}
    />
  )
}

function PagedSource({ document: source, opened }: { readonly document: SourceDocument; readonly opened: OpenedPdf }) {
  const [zoom, setZoom] = useState<Zoom>('text')
  const box = useRef<HTMLElement>(null)
  const lit = useLit()
  const page = usePageInView(box, opened.pdf !== null)
  const words = useReviewWords()
  const of = source.pages.length
  const turn = (to: number) => box.current && scrollToPage(box.current, Math.min(Math.max(to, 1), of))
  const now = page ?? lit?.page ?? 1
  return (
    <>
      <header className="ph">
        <Icon name="lock" />
        <b>{words.panes.source}</b>
        <span>{words.source.page(now, of)}</span>
        <span className="grow" />
        <Button
          kind="quiet"
          size="small"
          label={words.source.previous}
          disabled={now <= 1}
          onPress={() => turn(now - 1)}
        >
          <span className="turn back">
            <Icon name="right" />
          </span>
        </Button>
        <Button kind="quiet" size="small" label={words.source.next} disabled={now >= of} onPress={() => turn(now + 1)}>
          <span className="turn">
            <Icon name="right" />
          </span>
        </Button>
        <ZoomChoice zoom={zoom} choose={setZoom} />
      </header>
      <PdfPages document={source} opened={opened} zoom={zoom} lit={lit} box={box} />
    </>
  )
}

function UnpagedSource({ document: source }: { readonly document: SourceDocument }) {
  const box = useRef<HTMLElement>(null)
  const lit = useLit()
  const focus = useDesk(desk => desk.focus)
  const words = useReviewWords()
  const language = useLanguage()
  return (
    <>
      <header className="ph">
        <Icon name="lock" />
        <b>{words.panes.source}</b>
        <span>{words.source.unpaged}</span>
      </header>
      <div className="colstrip">
        <span className="cs0">
          {focus && !lit ? words.source.noPlace : focus ? cellParts(focus, language).join(words.cell.separator) : ''}
        </span>
      </div>
      <ReadingView document={source} lit={lit} box={box} />
    </>
  )
}

function NoSource() {
  const id = useDesk(desk => desk.record.id)
  const words = useReviewWords()
  return (
    <>
      <header className="ph">
        <Icon name="lock" />
        <b>{words.panes.source}</b>
      </header>
      <div className="colstrip" />
      <div className="empty">
        <h3>{words.source.none}</h3>
        <p>{words.source.noneWhy}</p>
        <div className="acts">
          <Button onPress={() => void ask('record.showSource', { id, how: 'open' })}>{words.source.openOutside}</Button>
        </div>
      </div>
    </>
  )
}

function PdfSource({ document: source }: { readonly document: SourceDocument }) {
  const opened = usePdf(useDesk(desk => desk.record.id))
  return opened.failed ? <UnpagedSource document={source} /> : <PagedSource document={source} opened={opened} />
}

/** 原件: the pages of a PDF as they are, anything else as it was read; the focused cell is lit in it. */
export function SourcePane() {
  const source = useDesk(desk => desk.record.extraction.document)
  const words = useReviewWords()
  return (
    <section className="src" aria-label={words.panes.source} data-zone="source">
      {source === null || (source.blocks.length === 0 && source.pages.length === 0) ? (
        <NoSource />
      ) : source.format === 'pdf' && source.pages.length > 0 ? (
        <PdfSource document={source} />
      ) : (
        <UnpagedSource document={source} />
      )}
    </section>
  )
}
