import { useState } from 'react'
import { type Message, messageLines } from '../../../shared/messages/index.ts'
import { useLanguage, useWords } from '../../words/index.ts'
import { useApp } from '../context.ts'
import { Button } from '../controls/Button.tsx'
import { Shape } from '../controls/Status.tsx'
import { Dialog } from '../dialogs/Dialog.tsx'

const looks = { error: ['error', 'zhu'], warning: ['doubt', 'amber'], info: ['hint', 'dim'] } as const
const gravity = { error: 0, warning: 1, info: 2 } as const
const keyOf = (note: Message) => `${note.code} ${JSON.stringify(note.params)}`

/** What opening found and put right: one line above every place until it is closed, and all of it in a dialog. */
export function OpeningNotes() {
  const words = useWords()
  const language = useLanguage()
  const { state } = useApp()
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState(false)
  const notes = state.archive.notes
    .filter(note => !closed.has(keyOf(note)))
    .toSorted((a, b) => gravity[a.severity] - gravity[b.severity])
  const [first] = notes
  if (!first) return null
  const [shape, tone] = looks[first.severity]
  const close = () => setClosed(new Set([...closed, ...notes.map(keyOf)]))
  return (
    <>
      <div className={`banner ${tone}`} role="status" data-zone="notes">
        <Shape name={shape} />
        <b>{words.common.notes(notes.length)}</b>
        <span className="line">{messageLines(first, language).what}</span>
        <Button kind="quiet" size="small" onPress={() => setOpen(true)}>
          {words.common.notesShow}
        </Button>
        <Button kind="quiet" size="small" icon="cross" label={words.common.close} onPress={close} />
      </div>
      {open ? <NotesDialog notes={notes} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function NotesDialog({ notes, onClose }: { readonly notes: readonly Message[]; readonly onClose: () => void }) {
  const words = useWords()
  const language = useLanguage()
  const { go } = useApp()
  const toHistory = () => {
    onClose()
    go({ name: 'history', record: null })
  }
  return (
    <Dialog
      title={words.common.notesTitle}
      width={620}
      onClose={onClose}
      actions={
        <>
          <Button onPress={toHistory}>{words.settings.toHistory}</Button>
          <Button kind="main" onPress={onClose}>
            {words.common.close}
          </Button>
        </>
      }
    >
      <ul className="notes">
        {notes.map(note => {
          const { what, kept, todo } = messageLines(note, language)
          const [shape, tone] = looks[note.severity]
          return (
            <li key={keyOf(note)}>
              <span className={`st ${tone}`}>
                <Shape name={shape} />
              </span>
              <div>
                <p>{what}</p>
                {kept ? <p className="sub">{kept}</p> : null}
                {todo ? <p>{todo}</p> : null}
              </div>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
