import type { ReactNode } from 'react'
import { type Message, messageText } from '../../shared/messages/index.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Status } from '../ui/controls/Status.tsx'
import { ask } from '../ui/data.ts'
import type { Busy } from '../ui/dialogs/useWork.ts'
import { useLanguage, useWords } from '../words/index.ts'
import './care.css'

/** More lines than this are counted. */
const mostLines = 50

/** What goes on, and how many of how many. */
export function Told({ label, busy }: { readonly label: string; readonly busy: Busy }) {
  const words = useWords().care
  return (
    <>
      <b>{label}</b> <span className="dim">{words.progress(busy.done, busy.of)}</span>
    </>
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

/** Whether all came over whole, else what did not. */
export function Whole({
  words,
  problems,
}: {
  words: { allWhole: string; left: string }
  problems: readonly Message[]
}) {
  if (problems.length > 0) return <Problems why={words.left} problems={problems} />
  return (
    <Status shape="reviewed" tone="jade">
      {words.allWhole}
    </Status>
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
