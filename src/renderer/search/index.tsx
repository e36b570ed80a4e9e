import { useEffect, useMemo, useRef, useState } from 'react'
import type { RecordId } from '../../shared/data/record.ts'
import type { ReviewPlace } from '../places.ts'
import { isEmpty, useApp } from '../ui/context.ts'
import { Frame } from '../ui/frame/Frame.tsx'
import { useKeys } from '../ui/keys/keys.ts'
import { YearStatusFacets } from '../ui/lists/YearStatusFacets.tsx'
import { useRemembered } from '../ui/remember.ts'
import { useWords } from '../words/index.ts'
import { Ask } from './Ask.tsx'
import { Context } from './Context.tsx'
import { Failed, Nothing, Start } from './Empty.tsx'
import { flatHits } from './hits.ts'
import { Results } from './Results.tsx'
import { type Asked, nothingAsked, useSearch } from './results.ts'
import './search.css'

type SearchProps = { readonly onOpen: (id: RecordId, at: ReviewPlace) => void }

/** 检索: full text and figures of every report, each hit beside its place in the original. */
export function Search({ onOpen }: SearchProps) {
  const words = useWords()
  const { state } = useApp()
  const [asked, setAsked] = useRemembered<Asked>('search.asked', nothingAsked)
  const [at, setAt] = useRemembered<number>('search.at', 0)
  const [text, setText] = useState(asked.text)
  const line = useRef<HTMLInputElement | null>(null)
  const { result, problem, busy, more, reload } = useSearch(asked)
  const hits = useMemo(() => flatHits(result), [result])
  const here = hits[Math.min(at, hits.length - 1)] ?? null

  const change = (next: Asked) => {
    setAsked(next)
    setText(next.text)
    setAt(0)
  }
  const open = () => {
    if (!here) return
    const { hit, group } = here
    const place = hit ?? { block: 0, row: null, column: null }
    onOpen(group.record.id, {
      kind: 'block',
      block: place.block,
      row: place.row,
      column: place.column,
      words: result?.words ?? [],
    })
  }
  // With hits there are three columns, without hits two, before anything was asked one.
  const shape = !result ? 'alone' : result.groups.length > 0 ? '' : 'plain'
  useEffect(() => line.current?.focus(), [])
  const toLine = () => {
    line.current?.focus()
    line.current?.select()
  }
  useKeys({ 'Ctrl+F': toLine })

  return (
    <Frame
      title={words.search.title}
      sub={words.search.sub(state.archive.records)}
      hints={[
        ['Ctrl F', words.search.hints.back],
        [words.common.up, words.search.hints.hit],
        ['Ctrl ↑ ↓', words.search.hints.report],
        ['Enter', words.search.hints.open],
      ]}
    >
      <div className={`work searching ${shape}`}>
        <Ask
          line={line}
          text={text}
          busy={busy}
          onText={setText}
          onAsk={wanted => wanted !== asked.text && change({ ...asked, text: wanted })}
          onDown={() => document.querySelector<HTMLElement>('.searching .res [data-zone-focus]')?.focus()}
        />
        {result ? (
          <aside className="facets" aria-label={words.search.narrow} data-zone="facets">
            <YearStatusFacets
              facets={result.facets}
              chosen={asked}
              onChange={chosen => change({ ...asked, ...chosen })}
              years="list"
            />
          </aside>
        ) : null}
        {problem ? <Failed problem={problem} text={asked.text} onRetry={reload} onLine={toLine} /> : null}
        {!problem && !result ? <Start empty={isEmpty(state)} onTry={text => change({ ...asked, text })} /> : null}
        {!problem && result && result.reports === 0 ? <Nothing asked={asked} onChange={change} /> : null}
        {!problem && result && result.groups.length > 0 ? (
          <>
            <Results
              result={result}
              hits={hits}
              at={here?.index ?? 0}
              onAt={setAt}
              onOpen={open}
              onMore={more}
              busy={busy}
            />
            <Context
              here={here}
              words={result.words}
              onStep={by => setAt(Math.min(hits.length - 1, Math.max(0, (here?.index ?? 0) + by)))}
              onOpen={open}
            />
          </>
        ) : null}
      </div>
    </Frame>
  )
}
