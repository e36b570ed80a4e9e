import type { Current } from '../../../shared/current/current.ts'
import { Shape } from '../../ui/controls/Status.tsx'
import { useActions, useDesk } from '../state/context.ts'
import { openIn, type Tab, tabs } from '../state/lines.ts'
import { layoutOf } from '../state/tables.ts'
import { useReviewWords } from '../words/index.ts'

/** Of a source that nobody has read nothing is settled, nor of a table that another form does not have. */
function isJudged({ status, report }: Current, tab: Tab): boolean {
  if (report.tables.some(table => table.key === tab)) return true
  if (report.form === 'other' && tab !== 'text' && tab !== 'fields') return false
  return status !== 'unread' || report.tables.length > 0
}

function TabButton({ tab }: { readonly tab: Tab }) {
  const selected = useDesk(desk => desk.tab === tab)
  const open = useDesk(desk => openIn(desk.lines, tab))
  const judged = useDesk(desk => isJudged(desk.current, tab))
  const actions = useActions()
  const words = useReviewWords()
  const go = (step: number) => {
    const to = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]
    if (!to) return
    actions.showTab(to)
    document.getElementById(`desk-tab-${to}`)?.focus()
  }
  return (
    <button
      type="button"
      className="bare"
      role="tab"
      id={`desk-tab-${tab}`}
      aria-selected={selected}
      aria-controls="desk-panel"
      tabIndex={selected ? 0 : -1}
      onClick={() => actions.showTab(tab)}
      onKeyDown={event => {
        if (event.key === 'ArrowRight') go(1)
        if (event.key === 'ArrowLeft') go(-1)
      }}
    >
      {open === 0 && judged ? <Shape name="reviewed" /> : null}
      {words.tab[tab]}
      {open > 0 ? (
        <span className="c" title={words.tabOpen(open)}>
          {open}
        </span>
      ) : judged ? (
        <span className="hidden-words">{words.tabSettled}</span>
      ) : null}
    </button>
  )
}

/** 表二 表三 表四 正文 题名与机关, each with what is open in it. */
export function Tabs() {
  const words = useReviewWords()
  const edition = useDesk(desk =>
    desk.tab === 'text' || desk.tab === 'fields' ? null : layoutOf(desk.record, desk.current, desk.tab).edition,
  )
  return (
    <div className="tabs">
      <div role="tablist" aria-label={words.panes.form}>
        {tabs.map(tab => (
          <TabButton key={tab} tab={tab} />
        ))}
      </div>
      <span className="grow" />
      {edition ? <span className="sub">{words.edition(edition)}</span> : null}
    </div>
  )
}
