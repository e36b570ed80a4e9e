import { useEffect, useRef, useState } from 'react'
import { changesAnything, type Rereading } from '../../../shared/data/rereading.ts'
import { type Message, messageText } from '../../../shared/messages/index.ts'
import { cellName, readingText } from '../../../shared/words/cells.ts'
import { useApp } from '../../ui/context.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { ask } from '../../ui/data.ts'
import { Dialog } from '../../ui/dialogs/Dialog.tsx'
import { useLanguage } from '../../words/index.ts'
import { useActions, useDesk } from '../state/context.ts'
import { useReviewWords } from '../words/index.ts'
import { useReopen } from './useReopen.ts'

/** More lines than this are counted: the form itself shows them all once they are taken. */
const mostLines = 12

type Stage =
  | { readonly kind: 'busy' }
  | { readonly kind: 'problem'; readonly problem: Message }
  | { readonly kind: 'read'; readonly told: Rereading }

const differs = (told: Rereading): boolean => changesAnything(told) || told.kept > 0

/** What would be read differently, as far as it fits. */
function Changes({ told }: { readonly told: Rereading }) {
  const words = useReviewWords()
  const language = useLanguage()
  const { cells, fields } = told
  const value = (of: string | number | null) => (of === null ? words.history.cleared : String(of))
  const lines = [
    ...fields.map(item => ({
      where: words.text.field[item.field],
      before: value(item.before),
      after: value(item.after),
    })),
    ...cells.map(item => ({
      where: cellName(item.cell, language),
      before: readingText(item.before, language),
      after: readingText(item.after, language),
    })),
  ]
  return (
    <>
      <p>
        <b>{words.reread.changed(cells.length, fields.length)}</b>
      </p>
      <ul className="rereads">
        {lines.slice(0, mostLines).map(line => (
          <li key={line.where}>
            <span>{line.where}</span>
            <s>{line.before}</s>
            <b>{line.after}</b>
          </li>
        ))}
      </ul>
      {lines.length > mostLines ? <p className="sub">{words.reread.more(lines.length - mostLines)}</p> : null}
      <p className="sub">{words.reread.keeps}</p>
    </>
  )
}

function Told({ told }: { readonly told: Rereading }) {
  const words = useReviewWords().reread
  const language = useLanguage()
  if (told.read) return differs(told) ? <Changes told={told} /> : <p>{words.same}</p>
  return (
    <>
      <p>
        <b>{words.unread}</b>
      </p>
      {told.messages.slice(0, 4).map(item => (
        <p key={item.code}>{messageText(item, language)}</p>
      ))}
    </>
  )
}

/** 重新读取: opens the dialog below. */
export function RereadButton() {
  const actions = useActions()
  const words = useReviewWords().reread
  return (
    <Button icon="retry" onPress={() => actions.showReread(true)}>
      {words.act}
    </Button>
  )
}

/** Reads the kept source again, shows what would change, and takes it only when told to. */
export function RereadDialog() {
  const id = useDesk(desk => desk.record.id)
  const { state, toast } = useApp()
  const actions = useActions()
  const words = useReviewWords().reread
  const language = useLanguage()
  const reopen = useReopen()
  const [stage, setStage] = useState<Stage>({ kind: 'busy' })
  const close = () => actions.showReread(false)
  const read = async (take: boolean) => {
    setStage({ kind: 'busy' })
    const answer = await ask('record.reread', { id, take })
    if (!answer.ok) return setStage({ kind: 'problem', problem: answer.problem })
    if (answer.value.record === null) return setStage({ kind: 'read', told: answer.value })
    toast({ kind: 'done', text: words.taken(answer.value.kept) })
    await reopen()
    close()
  }
  const begin = useRef(read)
  useEffect(() => {
    void begin.current(false)
  }, [])
  const takeable = stage.kind === 'read' && stage.told.read && differs(stage.told)
  return (
    <Dialog
      title={words.title}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{takeable ? words.leave : words.close}</Button>
          {takeable ? (
            <Button kind="main" disabled={!state.archive.writable} onPress={() => void read(true)}>
              {words.take}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="rereading" role="status">
        {stage.kind === 'busy' ? <p>{words.busy}</p> : null}
        {stage.kind === 'problem' ? <p>{messageText(stage.problem, language)}</p> : null}
        {stage.kind === 'read' ? <Told told={stage.told} /> : null}
      </div>
    </Dialog>
  )
}
