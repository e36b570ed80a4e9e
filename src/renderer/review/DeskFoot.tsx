import { keysOf } from '../../shared/commands.ts'
import { Icon } from '../ui/controls/icons.tsx'
import { Hint } from '../ui/controls/Kbd.tsx'
import { useDesk } from './state/context.ts'
import { useReviewWords } from './words/index.ts'

function Agreement() {
  const tab = useDesk(desk => desk.tab)
  const agreeing = useDesk(desk => desk.agreeing)
  const table = useDesk(desk => desk.current.report.tables.find(item => item.key === tab))
  const words = useReviewWords().foot
  if (!table || table.key === 'disclosure') return null
  const count = [...agreeing].filter(cell => cell.startsWith(`${table.key}/`)).length
  return <span>{words.agree(count, table.cells.length)}</span>
}

/** Foot line: fixity, how much agrees, what was just done, and the keys that work here. */
export function DeskFoot() {
  const intact = useDesk(desk => desk.sourceIntact)
  const notice = useDesk(desk => desk.notice)
  const typing = useDesk(desk => desk.draft !== null || desk.note !== null)
  const words = useReviewWords()
  const { foot } = words
  const hints: readonly (readonly [string, string])[] = typing
    ? [
        ['Enter', foot.take],
        ['Esc', foot.giveUp],
      ]
    : [
        [keysOf('review.correct'), foot.correct],
        [foot.space, foot.confirm],
        [keysOf('review.sourceError'), foot.sourceError],
        [keysOf('review.next'), foot.next],
        [keysOf('view.nextPane'), foot.panes],
        [keysOf('edit.undo'), foot.undo],
      ]
  return (
    <footer className="foot">
      <span className={intact ? 'ok' : 'ok zhu'}>
        <Icon name="lock" />
        {intact ? words.source.whole : words.source.damaged}
      </span>
      <Agreement />
      <span className="said" role="status" aria-live="polite" key={notice?.key}>
        {notice?.text}
      </span>
      <span className="grow" />
      {hints.map(([key, what]) => (
        <Hint key={key} keys={key}>
          {what}
        </Hint>
      ))}
      <Hint keys={keysOf('help.keys')}>{foot.all}</Hint>
    </footer>
  )
}
