import { keysOf } from '../../shared/commands.ts'
import type { ImportItem } from '../../shared/data/importing.ts'
import type { RecordId } from '../../shared/data/record.ts'
import { type Message, messageText } from '../../shared/messages/index.ts'
import type { Outcome } from '../../shared/outcome.ts'
import { handsOver, useApp } from '../ui/context.ts'
import { Icon } from '../ui/controls/icons.tsx'
import { ask } from '../ui/data.ts'
import { Problem } from '../ui/dialogs/Problem.tsx'
import { time } from '../ui/format.ts'
import { Frame, VerifiedMark } from '../ui/frame/Frame.tsx'
import { type Answers, useCommands } from '../ui/keys/commands.ts'
import { useFirstFocus } from '../ui/keys/firstFocus.ts'
import { useKeys } from '../ui/keys/keys.ts'
import { useRemembered } from '../ui/remember.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { EmptyQueue } from './EmptyQueue.tsx'
import { type Filter, filters, unended } from './filters.ts'
import { Head } from './Head.tsx'
import { Queue } from './Queue.tsx'
import { useImports } from './queue.ts'
import { Tabs } from './Tabs.tsx'
import './import.css'

/** 收件: files on their way into the archive, each with its steps, its result and the reason for it. */
export function Import({ onOpen }: { readonly onOpen: (id: RecordId) => void }) {
  const words = useWords()
  const language = useLanguage()
  const { toast, state, exchange } = useApp()
  const { view, problem, reload } = useImports()
  const [filter, setFilter] = useRemembered<Filter>('import.filter', 'all')
  const [current, setCurrent] = useRemembered<number | null>('import.current', null)

  const tell = (item: Message) => toast({ kind: 'error', text: messageText(item, language) })
  /** What a call changes comes as any other change of the list; only that it failed is to be told. */
  const change = async (answer: Promise<Outcome<unknown>>) => {
    const result = await answer
    if (!result.ok) tell(result.problem)
  }
  const retry = (items: readonly number[]) => {
    if (items.length > 0) void change(ask('import.retry', { items }))
  }
  const cancel = (items: readonly number[] | null) => void change(ask('import.cancel', { items }))
  const cancelRest = () => {
    const rest = (view?.items ?? []).filter(unended).map(item => item.id)
    if (rest.length === 0) return false
    cancel(null)
    toast({
      kind: 'warn',
      text: words.import.cancelledRest(rest.length),
      action: { label: words.import.goOn, run: () => retry(rest) },
    })
    return true
  }
  const choose = (what: 'files' | 'folder') => void change(ask('import.choose', { what }))

  // What came last is what one wants to see; within a batch the order of the folder holds.
  const items = (view?.items ?? [])
    .filter(item => filter === 'all' || item.state === filter)
    .toSorted((a, b) => b.batch - a.batch)
  const failed = (view?.items ?? []).filter(item => item.state === 'failed')
  const under = (view?.items ?? []).some(unended)
  const act = {
    open: (item: ImportItem) => {
      if (item.record !== null) onOpen(item.record)
    },
    retry: (item: ImportItem) => retry([item.id]),
    cancel: (item: ImportItem) => cancel([item.id]),
  }
  const here = items.find(item => item.id === current) ?? items[0]
  useKeys({
    ...Object.fromEntries(filters.map((name, at) => [`Alt+${at + 1}`, () => setFilter(name)])),
    Escape: cancelRest,
  })
  const answers: Answers<'import'> = {
    'import.retry': () => here && (here.state === 'failed' || here.state === 'cancelled') && act.retry(here),
  }
  useCommands(answers)

  useFirstFocus(items.length > 0)

  return (
    <Frame
      title={words.import.title}
      sub={view?.startedAt ? words.import.sub(time(new Date(view.startedAt))) : null}
      foot={
        <>
          <span>{under ? words.import.resumes : <VerifiedMark />}</span>
          <span className="ok">
            <Icon name="lock" />
            {words.import.kept}
          </span>
        </>
      }
      hints={[
        [words.common.up, words.import.hints.move],
        [keysOf('import.retry'), words.import.hints.retry],
        ['Enter', words.import.hints.open],
        ['Del', words.import.hints.cancel],
        ['Alt 1–8', words.import.hints.tabs],
      ]}
    >
      <div className="work importing">
        <Head
          view={view}
          writable={state.archive.writable}
          handsOver={handsOver(state)}
          onChoose={choose}
          onCancelRest={cancelRest}
          onRetryFailed={() => retry(failed.map(item => item.id))}
          onClear={() => void change(ask('import.clear', null))}
        />
        {problem && !view ? <Problem problem={problem} onRetry={reload} /> : null}
        {view && view.totals.all > 0 ? (
          <Tabs totals={view.totals} filter={filter} onFilter={setFilter} onInspect={() => exchange('inspect', null)}>
            <Queue items={items} filter={filter} current={current} onCurrent={setCurrent} act={act} />
          </Tabs>
        ) : null}
        {view && view.totals.all === 0 ? <EmptyQueue /> : null}
      </div>
    </Frame>
  )
}
