import { useEffect, useRef } from 'react'
import type { SearchResult } from '../../shared/data/catalogue.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Status } from '../ui/controls/Status.tsx'
import { statusTones } from '../ui/controls/tones.ts'
import { count } from '../ui/format.ts'
import { runKey } from '../ui/keys/keys.ts'
import { revealIn } from '../ui/lists/scroll.ts'
import { useWords } from '../words/index.ts'
import { type FlatHit, otherReport } from './hits.ts'
import { Marked } from './Marked.tsx'
import { groupsAtOnce } from './results.ts'

type ResultsProps = {
  readonly result: SearchResult
  readonly hits: readonly FlatHit[]
  readonly at: number
  readonly onAt: (at: number) => void
  readonly onOpen: () => void
  readonly onMore: () => void
  readonly busy: boolean
}

/** Hits grouped by report. Focus stays on the list; the hit under the cursor is its active descendant. */
export function Results({ result, hits, at, onAt, onOpen, onMore, busy }: ResultsProps) {
  const words = useWords()
  const list = useRef<HTMLDivElement | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the cursor moves
  useEffect(() => {
    revealIn(list.current, '.cur', 'nearest')
  }, [at])
  const last = hits.length - 1
  const go = (to: number) => onAt(Math.min(last, Math.max(0, to)))
  const keys = Object.fromEntries<() => unknown>([
    ['ArrowUp', () => go(at - 1)],
    ['ArrowDown', () => go(at + 1)],
    ['Ctrl+ArrowUp', () => go(otherReport(hits, at, -1))],
    ['Ctrl+ArrowDown', () => go(otherReport(hits, at, 1))],
    ['PageUp', () => go(at - 8)],
    ['PageDown', () => go(at + 8)],
    ['Home', () => go(0)],
    ['End', () => go(last)],
    ['Enter', onOpen],
  ])
  return (
    <section className="res" aria-label={words.search.results} data-zone="results">
      <div className="rh">
        <b role="status">{words.search.found(result.reports, result.hits)}</b>
        <span className="sub">{words.search.seconds(result.milliseconds)}</span>
      </div>
      <div
        className="groups"
        ref={list}
        role="listbox"
        aria-label={words.search.results}
        aria-activedescendant={`hit-${at}`}
        tabIndex={0}
        data-zone-focus
        onKeyDown={event => runKey(keys, event.nativeEvent)}
      >
        {result.groups.map((group, groupIndex) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not a form's fieldset
          <div
            key={group.record.id}
            className="g"
            role="group"
            aria-label={`${group.record.name} ${words.common.year(group.record.year)}`}
          >
            <header>
              <h3>{group.record.name}</h3>
              <span>{words.common.year(group.record.year)}</span>
              <Status shape={group.record.status} tone={statusTones[group.record.status]}>
                {words.status[group.record.status]}
              </Status>
              {group.record.newRequests === null ? null : (
                <span className="sub">
                  {words.search.numbersHere.newRequests} {count(group.record.newRequests)}
                </span>
              )}
              <span className="grow" />
              <span className="sub">{words.search.hits(group.hitCount)}</span>
            </header>
            {hits
              .filter(item => item.groupIndex === groupIndex)
              .map(({ index, hit }) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
                // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus
                <div
                  key={index}
                  id={`hit-${index}`}
                  role="option"
                  aria-selected={index === at}
                  className={index === at ? 'hit cur' : 'hit'}
                  onClick={() => onAt(index)}
                  onDoubleClick={onOpen}
                >
                  <span className="sec" title={hit?.section ?? ''}>
                    {hit?.section ?? ''}
                    {hit?.page ? <span className="dim">{words.search.page(hit.page)}</span> : null}
                  </span>
                  <p className="song">
                    {hit ? (
                      <Marked text={hit.text} marks={hit.marks} />
                    ) : (
                      <span className="dim">{words.search.numbers}</span>
                    )}
                  </p>
                </div>
              ))}
            {group.hitCount > group.hits.length && group.hits.length > 0 ? (
              <p className="sub rest">{words.search.moreHits(group.hitCount - group.hits.length)}</p>
            ) : null}
          </div>
        ))}
        {result.groups.length < result.reports ? (
          <div className="moregroups">
            <Button disabled={busy} onPress={onMore}>
              {words.search.more(Math.min(groupsAtOnce, result.reports - result.groups.length))}
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  )
}
