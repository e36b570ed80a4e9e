import { memo, type RefObject, useEffect, useMemo, useRef } from 'react'
import type { Block, GridBlock, SourceDocument } from '../../../shared/data/document.ts'
import { useActions, useDesk } from '../state/context.ts'
import { useReviewWords } from '../words/index.ts'
import { light, markWords } from './lighting.ts'
import { type Lit, placesBySlot, slotName } from './places.ts'
import { bringIntoView } from './scrolling.ts'

function ReadingGrid({ block, index }: { readonly block: GridBlock; readonly index: number }) {
  const rows = new Map<number, GridBlock['cells'][number][]>()
  for (const cell of block.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell])
  const words = useReviewWords().source
  return (
    <table data-block={index}>
      <tbody>
        {Array.from({ length: block.rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a source never move
          <tr key={row}>
            {(rows.get(row) ?? []).map(cell => (
              <td
                key={cell.column}
                data-at={slotName(index, cell.row, cell.column)}
                className={/^[\d.,\s/—-]*$/.test(cell.text) ? 'figure' : ''}
                rowSpan={cell.rowSpan}
                colSpan={cell.columnSpan}
              >
                {cell.text}
                {cell.image ? <span className="picture">{words.image}</span> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const BlockView = memo(function BlockView({ block, index }: { readonly block: Block; readonly index: number }) {
  const words = useReviewWords().source
  switch (block.kind) {
    case 'heading':
      return (
        <h3 data-block={index} className={block.level <= 1 ? 'first' : ''}>
          {block.text}
        </h3>
      )
    case 'paragraph':
      return (
        <p data-block={index} className={block.align ?? ''}>
          {block.text}
        </p>
      )
    case 'image':
      return (
        <p data-block={index} className="picture">
          {words.image} {block.description}
        </p>
      )
    case 'grid':
      return <ReadingGrid block={block} index={index} />
  }
})

type Props = {
  readonly document: SourceDocument
  readonly lit: Lit | null
  readonly box: RefObject<HTMLElement | null>
}

/** A source without pages, set as one page from what was read. Lighting a cell touches two elements and renders nothing again. */
export function ReadingView({ document: source, lit, box }: Props) {
  const actions = useActions()
  const report = useDesk(desk => desk.record.extraction.report)
  const slots = useMemo(() => placesBySlot(report), [report])
  const first = useRef(true)
  const words = useReviewWords().source
  useEffect(() => {
    const page = box.current
    if (!page) return
    light(page, lit)
    markWords(page, lit)
    if (lit) bringIntoView(page, lit, first.current)
    first.current = false
  }, [lit, box])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: pointing at a number is a shortcut, the form has them all by keyboard
    <section
      className="pagebox reading"
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
      tabIndex={0}
      data-zone-focus=""
      aria-label={words.pages}
      onClick={event => {
        const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]') : null
        const key = slots.get(cell?.dataset.at ?? '')
        if (key) actions.focus(key)
      }}
    >
      <article className="page" lang="zh-CN">
        {source.blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a block is named by its place
          <BlockView key={index} block={block} index={index} />
        ))}
      </article>
    </section>
  )
}
