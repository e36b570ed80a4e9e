/** The tabs of the middle pane. */
import type { ReactNode } from 'react'
import { Tab as AriaTab, Tabs as AriaTabs, TabList, TabPanel } from 'react-aria-components/Tabs'
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

/** A tab draws itself anew when what is open in it changes, not when the desk does. */
function TabFace({ tab }: { readonly tab: Tab }) {
  const open = useDesk(desk => openIn(desk.lines, tab))
  const judged = useDesk(desk => isJudged(desk.current, tab))
  const words = useReviewWords()
  return (
    <>
      {open === 0 && judged ? <Shape name="reviewed" /> : null}
      {words.tab[tab]}
      {open > 0 ? (
        <span className="c" title={words.tabOpen(open)}>
          {open}
        </span>
      ) : judged ? (
        <span className="hidden-words">{words.tabSettled}</span>
      ) : null}
    </>
  )
}

/** 表二 表三 表四 正文 题名与机关, each with what is open in it, and under them the one that is chosen. */
export function Tabs({ children }: { readonly children: ReactNode }) {
  const words = useReviewWords()
  const actions = useActions()
  const selected = useDesk(desk => desk.tab)
  const edition = useDesk(desk =>
    desk.tab === 'text' || desk.tab === 'fields' ? null : layoutOf(desk.record, desk.current, desk.tab).edition,
  )
  return (
    <AriaTabs
      className="tabbed"
      selectedKey={selected}
      onSelectionChange={key => {
        const next = tabs.find(tab => tab === key)
        if (next && next !== selected) actions.showTab(next)
      }}
    >
      <div className="tabs">
        <TabList aria-label={words.panes.form}>
          {tabs.map(tab => (
            <AriaTab key={tab} id={tab}>
              <TabFace tab={tab} />
            </AriaTab>
          ))}
        </TabList>
        <span className="grow" />
        {edition ? <span className="sub">{words.edition(edition)}</span> : null}
      </div>
      <TabPanel id={selected} className="tabpanel">
        {children}
      </TabPanel>
    </AriaTabs>
  )
}
