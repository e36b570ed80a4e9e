import { useEffect, useRef } from 'react'
import { useActions, useDesk } from '../state/context.ts'
import { useReviewWords } from '../words/index.ts'

/** The optional note to 原文如此 or 说明, in the place of the typing field so that nothing moves. */
export function NoteBar() {
  const note = useDesk(desk => desk.note)
  const actions = useActions()
  const words = useReviewWords().note
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => ref.current?.focus(), [])
  if (!note) return null
  return (
    <label className="noting">
      <span>{words[note.kind]}</span>
      <input
        ref={ref}
        className="in note"
        placeholder={words.placeholder[note.kind]}
        maxLength={2000}
        value={note.text}
        onChange={event => actions.writeNote(event.target.value)}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          if (event.key === 'Enter') actions.commitNote()
          else if (event.key === 'Escape') actions.giveUp()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
    </label>
  )
}
