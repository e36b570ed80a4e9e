import { type RefObject, useEffect, useRef } from 'react'
import type { ReportTable } from '../../../shared/data/report.ts'
import { type CellKey, splitCellKey } from '../../../shared/form/index.ts'
import { useDesk } from '../state/context.ts'
import { useReviewWords } from '../words/index.ts'
import type { Lit } from './places.ts'

type Props = {
  readonly lit: Lit | null
  /** Left edge of what is shown of the pages, in points. */
  readonly left: number
  readonly scale: number
  readonly box: RefObject<HTMLElement | null>
}

type Head = { readonly key: string; readonly name: string; readonly left: number; readonly width: number }

function headsOf(
  table: ReportTable,
  row: string,
  names: Readonly<Record<string, string>>,
  props: Props,
): readonly Head[] {
  return table.cells.flatMap(cell => {
    const { box } = cell.anchor ?? {}
    if (cell.row !== row || !box) return []
    const width = (box[2] - box[0]) * props.scale
    return [{ key: cell.column, name: names[cell.column] ?? '', left: (box[0] - props.left) * props.scale, width }]
  })
}

/** Over the page: the names of the columns just where they run, because the printed heads are often on an earlier page. */
export function ColumnStrip(props: Props) {
  const focus: CellKey | null = useDesk(desk => desk.focus)
  const report = useDesk(desk => desk.record.extraction.report)
  const words = useReviewWords()
  const strip = useRef<HTMLDivElement>(null)
  const { box } = props
  useEffect(() => {
    const pages = box.current
    const heads = strip.current
    if (!pages || !heads) return
    const follow = () => {
      const page = pages.querySelector<HTMLElement>('.page')
      const from = page ? page.getBoundingClientRect().left - heads.getBoundingClientRect().left : 0
      heads.style.setProperty('--from', `${from}px`)
    }
    follow()
    pages.addEventListener('scroll', follow)
    const observer = new ResizeObserver(follow)
    observer.observe(pages)
    return () => {
      pages.removeEventListener('scroll', follow)
      observer.disconnect()
    }
  })
  const parts = focus ? splitCellKey(focus) : null
  const table = report?.tables.find(item => item.key === parts?.table)
  const lit = props.lit?.kind === 'cell' ? props.lit : null
  if (!parts || !table || !lit) return <div className="colstrip" ref={strip} />
  const heads = headsOf(table, parts.row, words.strip, props)
  const at = table.columnAnchors[parts.column]?.page
  const elsewhere = at !== undefined && at !== lit.page
  return (
    <div className="colstrip" ref={strip} aria-hidden="true">
      <span className="cs0" hidden={heads.some(head => head.left < 90)}>
        {elsewhere ? words.source.heads(at) : words.source.headsHere}
      </span>
      {heads.map(head => (
        <span
          key={head.key}
          className={head.key === parts.column ? 'ch on' : 'ch'}
          style={{ left: `calc(var(--from, 0px) + ${head.left}px)`, width: head.width }}
        >
          {head.name}
        </span>
      ))}
    </div>
  )
}
