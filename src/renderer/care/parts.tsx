import type { ReactNode } from 'react'
import { type Message, messageText } from '../../shared/messages/index.ts'
import { Button } from '../ui/Button.tsx'
import { ask } from '../ui/data.ts'
import { Meter } from '../ui/Meter.tsx'
import { ProblemLines } from '../ui/SaveFailure.tsx'
import { Status } from '../ui/Status.tsx'
import { useLanguage, useWords } from '../words/index.ts'
import type { Stage } from './useWork.ts'
import './care.css'

/** More lines than this are counted. */
const mostLines = 50

/** What goes on and how far it is. */
export function Progress({ label, stage }: { readonly label: string; readonly stage: Stage<unknown> }) {
  const words = useWords().care
  if (stage.kind !== 'busy') return null
  const { done, of, stopping } = stage
  return (
    <div className="work-meter" role="status">
      <p>
        <b>{stopping ? words.stopping : label}</b> <span className="dim">{words.progress(done, of)}</span>
      </p>
      <Meter label={label} done={done} of={of} />
    </div>
  )
}

/** Three lines of what went wrong. */
export function Failed({ problem }: { readonly problem: Message }) {
  const words = useWords().care
  return (
    <div role="alert">
      <p className="fail">
        <Status shape="error" tone="zhu">
          {words.failed}
        </Status>
      </p>
      <ProblemLines problem={problem} />
    </div>
  )
}

/** What was found damaged, named. */
export function Problems({ why, problems }: { readonly why: string; readonly problems: readonly Message[] }) {
  const words = useWords().care
  const language = useLanguage()
  if (problems.length === 0) return null
  return (
    <div>
      <p>
        <Status shape="error" tone="zhu">
          {words.problems(problems.length)}
        </Status>{' '}
        {why}
      </p>
      <ul className="problems">
        {problems.slice(0, mostLines).map(item => (
          <li key={`${item.code} ${JSON.stringify(item.params)}`}>{messageText(item, language)}</li>
        ))}
      </ul>
      {problems.length > mostLines ? <p className="sub">{words.more(problems.length - mostLines)}</p> : null}
    </div>
  )
}

type FolderLineProps = {
  readonly label: string
  readonly folder: string | null
  readonly hint?: ReactNode
  readonly onChoose: (folder: string) => void
}

/** A folder that is chosen with the system's dialog. */
export function FolderLine({ label, folder, hint, onChoose }: FolderLineProps) {
  const words = useWords().care
  const choose = async () => {
    const answer = await ask('archive.chooseFolder', null)
    if (answer.ok && answer.value !== null) onChoose(answer.value)
  }
  return (
    <div className="folder-line">
      <span className="dim">{label}</span>
      <span className={folder === null ? 'path dim' : 'path'}>{folder ?? words.notChosen}</span>
      <Button icon="folder" onPress={() => void choose()}>
        {folder === null ? words.chooseFolder : words.otherFolder}
      </Button>
      {hint ? <span className="sub">{hint}</span> : null}
    </div>
  )
}
