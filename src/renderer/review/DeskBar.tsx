import { keysOf } from '../../shared/commands.ts'
import { reportName } from '../../shared/facts/recordName.ts'
import { useApp } from '../ui/context.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Status } from '../ui/controls/Status.tsx'
import { time } from '../ui/format.ts'
import { sinceText } from './history/times.ts'
import { useActions, useDesk } from './state/context.ts'
import { useReviewWords } from './words/index.ts'

const tones = { pending: 'plain', reviewing: 'dai', reviewed: 'jade', unread: 'zhu' } as const

/** Who works on the record, and since when that day. */
function Since() {
  const revisions = useDesk(desk => desk.shown.revisions)
  const words = useReviewWords()
  const last = revisions.at(-1)
  if (!last) return null
  const day = new Date(last.at).toDateString()
  const first = revisions.find(item => item.who === last.who && new Date(item.at).toDateString() === day) ?? last
  return <span className="sub">{words.bar.since(last.who, sinceText(first.at, words))}</span>
}

/** 已自动保存 only once the answer is there; what is not on disk says so and can be saved again. */
function Saved() {
  const saving = useDesk(desk => desk.saving)
  const savedAt = useDesk(desk => desk.savedAt)
  const unsaved = useDesk(desk => (desk.problem ? desk.waiting.length : 0))
  const actions = useActions()
  const words = useReviewWords().bar
  if (unsaved > 0) {
    return (
      <Button size="small" onPress={() => void actions.retry()}>
        <Status shape="error" tone="zhu">
          {words.unsaved(unsaved)}
        </Status>
      </Button>
    )
  }
  return (
    <span className="sub" role="status">
      {saving ? words.saving : savedAt ? words.saved(time(savedAt)) : words.nothingToSave}
    </span>
  )
}

/** Head bar of the desk: whose report, how far, and the two acts on the whole of it. */
export function DeskBar({ onLeave }: { readonly onLeave: () => void }) {
  const report = useDesk(desk => desk.current.report)
  const status = useDesk(desk => desk.current.status)
  const name = useDesk(desk => desk.record.provenance.name)
  const lines = useDesk(desk => desk.lines)
  const actions = useActions()
  const words = useReviewWords().bar
  const { writable } = useApp().state.archive
  const open = lines.filter(line => line.settled === null).length
  return (
    <header className="bar desk-bar" data-zone="bar">
      <Button kind="quiet" onPress={onLeave}>
        <span className="back" aria-hidden="true">
          ‹
        </span>
        {words.back}
      </Button>
      <h1 title={report.title ?? name}>{reportName(report, name)}</h1>
      <span>{words.year(report.year)}</span>
      <Status shape={status} tone={tones[status]}>
        {words.status[status]}
      </Status>
      <Since />
      <span className="grow" />
      <Saved />
      <Button keys={keysOf('review.confirmAgreeing')} disabled={!writable} onPress={actions.confirmAgreeing}>
        {words.confirmAgreeing}
      </Button>
      <Button keys={keysOf('review.finish')} disabled={!writable} onPress={actions.finish}>
        {status === 'reviewed' ? words.reopen : words.finish(open)}
      </Button>
    </header>
  )
}
