import { keysOf } from '../../../shared/commands.ts'
import type { CellKey } from '../../../shared/form/index.ts'
import { cellName, figure, readingText } from '../../../shared/words/cells.ts'
import { useApp } from '../../ui/context.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Shape } from '../../ui/controls/Status.tsx'
import { useLanguage } from '../../words/index.ts'
import { absentLook } from '../form/grid/NumberTd.tsx'
import { NoteBar } from '../form/NoteBar.tsx'
import { useActions, useDesk, useDeskStore } from '../state/context.ts'
import { areSwapped, type Line, severityOf } from '../state/lines.ts'
import { useReviewWords } from '../words/index.ts'
import { shapeOf } from './FindingLine.tsx'
import { lineText } from './lineText.ts'

const tones = { error: 'zhu', warning: 'amber', hint: 'dim' } as const

function SuspectCell({ cell }: { readonly cell: CellKey }) {
  const look = useDesk(desk => desk.looks.get(cell))
  const language = useLanguage()
  const actions = useActions()
  return (
    <button type="button" className="bare to-cell" onClick={() => actions.focus(cell)}>
      <span className="ring">{readingText(look ?? absentLook(cell), language)}</span>
      {cellName(cell, language)}
    </button>
  )
}

/** The likely misreading, one cell or a few together, named and never offered as a key: a person looks at the source and types. */
function Suspects({ line }: { readonly line: Extract<Line, { kind: 'finding' }> }) {
  const { suspects, findings } = line
  const words = useReviewWords().finds
  const swapped = useDesk(desk => areSwapped(suspects, desk.looks))
  const [first] = suspects
  if (!first) return null
  const values = suspects.map(suspect => figure(suspect.value))
  return (
    <div className={suspects.length > 1 ? 'susp several' : 'susp'}>
      <span className="h">{words.likely}</span>
      {suspects.map(({ cell }) => (
        <SuspectCell key={cell} cell={cell} />
      ))}
      <span className="dim">
        {suspects.length === 1
          ? words.wouldSettle(figure(first.value), findings.length)
          : swapped
            ? words.wouldSettleSwapped(findings.length)
            : words.wouldSettleTogether(values, findings.length)}
      </span>
    </div>
  )
}

function Answers({ line }: { readonly line: Line }) {
  const actions = useActions()
  const words = useReviewWords()
  const { writable } = useApp().state.archive
  const answerable = line.kind === 'finding'
  const drawn = line.cells.length > 0
  const store = useDeskStore()
  const noting = useDesk(desk => desk.note !== null && !drawn && desk.line === line.id)
  /** An answer is about a cell of this line: go there first if the focus is elsewhere. */
  const here = (act: () => void) => () => {
    const { focus } = store.get()
    if (drawn && !(focus && line.cells.includes(focus))) actions.openLine(line)
    act()
  }
  if (line.settled) {
    return line.settled === 'sourceError' || line.settled === 'explained' ? (
      <div className="acts">
        <Button size="small" disabled={!writable} onPress={() => actions.withdraw(line)}>
          {words.finds.withdraw}
        </Button>
      </div>
    ) : null
  }
  if (noting) return <NoteBar />
  return (
    <div className="acts">
      {drawn ? (
        <>
          <Button
            size="small"
            kind="main"
            keys={keysOf('review.correct')}
            disabled={!writable}
            onPress={here(() => actions.begin(null))}
          >
            {words.finds.correct}
          </Button>
          <Button size="small" keys={words.foot.space} disabled={!writable} onPress={here(actions.confirm)}>
            {words.finds.confirm}
          </Button>
        </>
      ) : null}
      {answerable ? (
        <>
          <Button
            size="small"
            keys={keysOf('review.sourceError')}
            disabled={!writable}
            onPress={here(() => actions.askNote('sourceError'))}
          >
            {words.finds.sourceError}
          </Button>
          <Button
            size="small"
            keys={keysOf('review.explain')}
            disabled={!writable}
            onPress={here(() => actions.askNote('explained'))}
          >
            {words.finds.explain}
          </Button>
        </>
      ) : null}
    </div>
  )
}

/** The open line: what is wrong, what it may come from, and what can be answered. */
export function CurrentFinding({ line }: { readonly line: Line }) {
  const report = useDesk(desk => desk.current.report)
  const verdicts = useDesk(desk => desk.current.verdicts)
  const text = lineText(line, report, useLanguage())
  const words = useReviewWords().finds
  const tone = tones[severityOf(line)]
  const note = line.kind === 'finding' ? (verdicts.get(line.findings[0]?.id ?? '')?.verdict.note ?? '') : ''
  return (
    <li className={`now ${line.settled ? 'jade-line' : tone}-edge`} aria-current="true">
      <div className="nh">
        <Shape name={shapeOf(line)} />
        <b>{text.title}</b>
        <span className={`tag ${line.settled ? 'jade' : tone}`}>
          {line.settled ? words.settled[line.settled] : text.tag}
        </span>
      </div>
      <p>
        {text.detail}
        {note ? ` ${words.noteOf(note)}` : ''}
      </p>
      {line.kind === 'finding' ? <Suspects line={line} /> : null}
      <Answers line={line} />
    </li>
  )
}
