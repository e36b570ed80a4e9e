import { useEffect, useMemo, useRef } from 'react'
import type { AppState, RecordView } from '../../shared/api.ts'
import { keysOf } from '../../shared/commands.ts'
import type { RecordId } from '../../shared/data/record.ts'
import type { ReviewPlace } from '../places.ts'
import { useApp } from '../ui/context.ts'
import { Button } from '../ui/controls/Button.tsx'
import { ask, useCall, useEvent } from '../ui/data.ts'
import { Problem } from '../ui/dialogs/Problem.tsx'
import { useLanguage, useWords } from '../words/index.ts'
import { createActions } from './actions/index.ts'
import { DeskView } from './DeskView.tsx'
import { DeskContext } from './state/context.ts'
import { openDesk } from './state/open.ts'
import { createSaver } from './state/saving.ts'
import { createStore } from './state/store.ts'
import { reviewWords, useReviewWords } from './words/index.ts'

export type ReviewDeskProps = {
  readonly id: RecordId
  readonly at: ReviewPlace | null
  readonly state: AppState
  readonly onLeave: () => void
  readonly onOpen: (id: RecordId) => void
}

type OpenProps = ReviewDeskProps & { readonly view: RecordView }

/** The desk of one opened record. Its state lives outside React and ends with it. */
function OpenDesk(props: OpenProps) {
  const latest = useRef({ props, language: useLanguage() })
  latest.current = { props, language: useLanguage() }
  const value = useMemo(() => {
    const { view, at, id } = latest.current.props
    const store = createStore(openDesk(view, at))
    const saver = createSaver(store, {
      'record.open': input => ask('record.open', input),
      'record.revise': input => ask('record.revise', input),
      'record.undo': input => ask('record.undo', input),
      'record.redo': input => ask('record.redo', input),
    })
    const actions = createActions({
      store,
      saver,
      who: () => latest.current.props.state.who,
      words: () => reviewWords(latest.current.language),
      writable: () => latest.current.props.state.archive.writable,
      nextRecord: async () => {
        const answer = await ask('catalogue.nextOpen', { after: id })
        if (!answer.ok || answer.value === null || answer.value === id) return false
        latest.current.props.onOpen(answer.value)
        return true
      },
    })
    return { store, saver, actions }
  }, [])
  useEvent('record.changed', ({ id, version }) => {
    if (id === props.id) void value.saver.heard(version)
  })
  const { hold } = useApp()
  useEffect(() => hold(() => value.actions.mayLeave()), [hold, value])
  const { at } = props
  useEffect(() => {
    if (at?.kind === 'block') value.actions.showSource(at)
    else if (at?.kind === 'cell' && value.store.get().focus !== at.cell) value.actions.focus(at.cell)
  }, [at, value])
  return (
    <DeskContext value={value}>
      <DeskView onLeave={props.onLeave} />
    </DeskContext>
  )
}

/** 核对: one report, its source beside the official form, and everything a person should look at. */
export function ReviewDesk(props: ReviewDeskProps) {
  const opened = useCall('record.open', { id: props.id })
  const words = useReviewWords()
  const { rail, review: reviewing, settings } = useWords()
  const { showCare } = useApp()
  const view = opened.value?.record.id === props.id ? opened.value : null
  if (view) return <OpenDesk key={props.id} {...props} view={view} />
  return (
    <main className="main">
      <header className="bar" data-zone="bar">
        <h1>{opened.problem ? rail.review : words.opening}</h1>
      </header>
      <div className="work nothing" data-zone="work">
        {opened.problem ? (
          <Problem
            problem={opened.problem}
            onRetry={opened.reload}
            acts={
              <>
                <Button kind="main" keys={keysOf('place.catalogue')} autoFocus onPress={props.onLeave}>
                  {reviewing.toCatalogue}
                </Button>
                <Button onPress={() => showCare('restore')}>{settings.restore}</Button>
              </>
            }
          />
        ) : null}
      </div>
    </main>
  )
}
