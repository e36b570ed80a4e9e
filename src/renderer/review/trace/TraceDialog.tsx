import { useEffect, useRef } from 'react'
import type { RecordId } from '../../../shared/data/record.ts'
import type { CellKey } from '../../../shared/form/index.ts'
import { messageText } from '../../../shared/messages/index.ts'
import { cellStory } from '../../../shared/trace/cellStory.ts'
import type { Retraced } from '../../../shared/trace/steps.ts'
import { type StoryGroup, wholeStory } from '../../../shared/trace/wholeStory.ts'
import { cellName } from '../../../shared/words/cells.ts'
import { traceWords } from '../../../shared/words/trace/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Icon } from '../../ui/controls/icons.tsx'
import { Status } from '../../ui/controls/Status.tsx'
import { ask, useCall } from '../../ui/data.ts'
import { Dialog } from '../../ui/dialogs/Dialog.tsx'
import { Problem } from '../../ui/dialogs/Problem.tsx'
import { useLanguage, useWords } from '../../words/index.ts'
import { useReviewWords } from '../words/index.ts'
import './trace.css'

/** Longer lists are folded. */
const mostOpen = 8

/** The steps by which one cell was read, in order. */
function CellSteps({ told, cell }: { readonly told: Retraced; readonly cell: CellKey }) {
  const language = useLanguage()
  const words = traceWords[language]
  return (
    <dl className="trace-cell">
      {cellStory(told.trace, cell, language).map(part => (
        <div key={`${part.step} ${part.told}`} className={part.doubtful ? 'doubt' : ''}>
          <dt>{words.steps[part.step]}</dt>
          <dd>
            {part.told}
            {part.place === '' ? null : <span className="place">{part.place}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Group({ group }: { readonly group: StoryGroup }) {
  const words = traceWords[useLanguage()]
  const { title, table, lines, tolerances } = group
  return (
    <details open={lines.length <= mostOpen}>
      <summary>
        <Icon name="right" />
        {table === null ? title : `${words.table[table]}${words.separator}${title}`}
        <span className="n">{lines.length}</span>
      </summary>
      <ul>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one reading never change, and two may say the same
          <li key={at} className={line.doubtful ? 'doubt' : line.chosen ? 'chosen' : ''}>
            {line.told}
            {line.place === '' ? null : <span className="place">{line.place}</span>}
          </li>
        ))}
      </ul>
      {tolerances === '' ? null : <p className="sub">{tolerances}</p>}
    </details>
  )
}

function Told({ told, cell }: { readonly told: Retraced; readonly cell: CellKey | null }) {
  const language = useLanguage()
  const words = useReviewWords().trace
  const errors = told.messages.filter(item => item.severity === 'error')
  return (
    <>
      {told.newer ? (
        <p>
          <Status shape="doubt" tone="amber">
            {words.newer}
          </Status>
        </p>
      ) : null}
      {errors.map(item => (
        <p key={item.code}>
          <Status shape="error" tone="zhu">
            {messageText(item, language)}
          </Status>
        </p>
      ))}
      {cell ? (
        <section>
          <h3>{words.ofCell(cellName(cell, language))}</h3>
          <CellSteps told={told} cell={cell} />
        </section>
      ) : null}
      <section>
        <h3>{words.ofReport}</h3>
        {wholeStory(told.trace, language).map(group => (
          <Group key={`${group.table} ${group.title}`} group={group} />
        ))}
      </section>
    </>
  )
}

export type TraceDialogProps = {
  readonly id: RecordId
  /** The cell in focus; null where there is none. */
  readonly cell: CellKey | null
  readonly onClose: () => void
}

/** 查看读法: reads the kept source again and shows how, the cell in focus first. Closing stops the reading. */
export function TraceDialog({ id, cell, onClose }: TraceDialogProps) {
  const asked = useCall('record.trace', { id })
  const words = useReviewWords().trace
  const { common } = useWords()
  const busy = useRef(true)
  busy.current = asked.busy
  useEffect(
    () => () => {
      if (busy.current) void ask('record.trace', { id: null })
    },
    [],
  )
  return (
    <Dialog title={words.act} width={760} onClose={onClose} actions={<Button onPress={onClose}>{common.close}</Button>}>
      <div className="trace">
        {asked.busy ? (
          <p role="status">
            {words.busy}
            <span className="sub">{words.busyNote}</span>
          </p>
        ) : asked.problem ? (
          <Problem problem={asked.problem} onRetry={asked.reload} />
        ) : asked.value ? (
          <Told told={asked.value} cell={cell} />
        ) : null}
      </div>
    </Dialog>
  )
}
