import { useState } from 'react'
import { messageText } from '../../shared/messages/index.ts'
import { useApp } from '../ui/context.ts'
import { Button } from '../ui/controls/Button.tsx'
import { ask, useCall } from '../ui/data.ts'
import { Dialog } from '../ui/dialogs/Dialog.tsx'
import { Problem } from '../ui/dialogs/Problem.tsx'
import { useLanguage, useWords } from '../words/index.ts'
import { Inspected } from './Inspected.tsx'
import './exchange.css'

type ReportsDialogProps = {
  /** Reports that were kept; very many records make more than one. */
  readonly reports: readonly string[]
  /** What is to be known before reading, such as that it was stopped. */
  readonly note?: string
  readonly onClose: () => void
}

/** Reports of 四性检测 that were kept: one at a time, and all of them as pages to print. */
export function ReportsDialog({ reports, note, onClose }: ReportsDialogProps) {
  const words = useWords().exchange
  const language = useLanguage()
  const { toast } = useApp()
  const [at, setAt] = useState(0)
  const id = reports[at]
  const opened = useCall('inspect.open', id === undefined ? undefined : { report: id })
  const save = async () => {
    const answer = await ask('inspect.save', { reports: [...reports] })
    if (!answer.ok) toast({ kind: 'error', text: messageText(answer.problem, language) })
    else if (answer.value !== null) toast({ kind: 'done', text: words.saved(answer.value, reports.length) })
  }
  return (
    <Dialog
      title={words.inspectTitle}
      width={880}
      onClose={onClose}
      actions={
        <>
          {reports.length > 1 ? (
            <span className="pager">
              <Button size="small" disabled={at === 0} onPress={() => setAt(at - 1)}>
                {words.before}
              </Button>
              <span>{words.which1(at + 1, reports.length)}</span>
              <Button size="small" disabled={at === reports.length - 1} onPress={() => setAt(at + 1)}>
                {words.after}
              </Button>
            </span>
          ) : null}
          <Button disabled={!opened.value} onPress={() => void save()}>
            {words.save}
          </Button>
          <Button kind="main" onPress={onClose}>
            {words.close}
          </Button>
        </>
      }
    >
      {note ? <p className="amber">{note}</p> : null}
      {opened.problem ? <Problem problem={opened.problem} onRetry={opened.reload} /> : null}
      {opened.value && opened.value.id === id ? (
        <Inspected key={id} report={opened.value} />
      ) : opened.problem ? null : (
        <p role="status">{words.opening}</p>
      )}
    </Dialog>
  )
}
