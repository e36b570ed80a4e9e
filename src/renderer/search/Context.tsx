import { useEffect, useRef } from 'react'
import type { Block, SourceDocument } from '../../shared/data/document.ts'
import { Button } from '../ui/controls/Button.tsx'
import { useCall } from '../ui/data.ts'
import { Problem } from '../ui/dialogs/Problem.tsx'
import { revealIn } from '../ui/lists/scroll.ts'
import { useWords } from '../words/index.ts'
import { BlockView } from './BlockView.tsx'
import type { FlatHit } from './hits.ts'

type ContextProps = {
  readonly here: FlatHit | null
  readonly words: readonly string[]
  readonly onStep: (by: 1 | -1) => void
  readonly onOpen: () => void
}

/** Blocks before and after the hit that are shown, and how much of them at most. */
const around = 12

/** What stands around the hit in the original: its page where there are pages, else its neighbours. */
export function Context({ here, words: searched, onStep, onOpen }: ContextProps) {
  const words = useWords()
  const id = here?.group.record.id
  const opened = useCall('record.open', id === undefined ? undefined : { id })
  const document = opened.value?.record.id === id ? (opened.value?.record.extraction.document ?? null) : null
  const block = here?.hit?.block ?? 0
  const page = document?.blocks[block]?.page ?? here?.hit?.page ?? null
  const lit = useRef<HTMLDivElement | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls to the hit once it is there
  useEffect(() => {
    revealIn(lit.current, '.lit', 'center')
  }, [block, document])
  return (
    <aside className="ctx" aria-label={words.search.context} aria-busy={opened.busy} data-zone="context">
      <header>
        <b>{words.search.source}</b>
        {page && document ? <span>{words.search.ofPages(page, document.pages.length)}</span> : null}
        <span className="grow" />
        <Button kind="quiet" size="small" onPress={() => onStep(-1)}>
          {words.search.previous}
        </Button>
        <Button kind="quiet" size="small" onPress={() => onStep(1)}>
          {words.search.next}
        </Button>
      </header>
      <div className="sheetbox" ref={lit}>
        {opened.problem ? <Problem problem={opened.problem} onRetry={opened.reload} /> : null}
        {document ? (
          <article className="leaf song">
            {neighbours(document, block).map(item => (
              <BlockView
                key={item.at}
                block={item.block}
                words={searched}
                lit={here?.hit && item.at === block ? { row: here.hit.row, column: here.hit.column } : null}
              />
            ))}
            {page ? <p className="folio">— {page} —</p> : null}
          </article>
        ) : null}
        {opened.value && !document && !opened.busy ? <p className="empty">{words.search.noText}</p> : null}
      </div>
      <div className="go">
        <Button kind="main" keys="Enter" onPress={onOpen}>
          {words.search.open}
        </Button>
      </div>
    </aside>
  )
}

function neighbours(document: SourceDocument, at: number): readonly { readonly at: number; readonly block: Block }[] {
  const page = document.blocks[at]?.page
  return document.blocks
    .map((block, index) => ({ at: index, block }))
    .filter(item => Math.abs(item.at - at) <= around && (page === undefined || item.block.page === page))
}
