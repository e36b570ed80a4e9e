import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { CellKey } from '../../../shared/form/index.ts'
import { cellParts, figure, percent, readingText } from '../../../shared/words/cells.ts'
import { Kbd } from '../../ui/controls/Kbd.tsx'
import { Status } from '../../ui/controls/Status.tsx'
import { useLanguage } from '../../words/index.ts'
import { CellTrail } from '../history/CellTrail.tsx'
import { machineCell } from '../history/entries.ts'
import { useActions, useDesk } from '../state/context.ts'
import type { Look } from '../state/looks.ts'
import { typedFrom } from '../state/parse.ts'
import { useReviewWords } from '../words/index.ts'
import { moveOf } from './grid/gridKeys.ts'
import { absentLook } from './grid/NumberTd.tsx'
import { NoteBar } from './NoteBar.tsx'

function CellName({ cell }: { readonly cell: CellKey }) {
  const words = useReviewWords().cell
  return <span className="name">{cellParts(cell, useLanguage()).join(words.separator)}</span>
}

/** What the machine read, and the state of the cell in a shape and a word. */
function Facts({ look }: { readonly look: Look }) {
  const words = useReviewWords().cell
  const language = useLanguage()
  const read = look.machine ?? look
  const sure = percent(look.confidence)
  const byHand = read.state === 'absent'
  const reading = readingText(read, language)
  const over = useDesk(desk => machineCell(desk.record.extraction, look.key)?.chosenOver)
  const chosen = over === undefined ? '' : words.chosen(over.map(figure).join(' / '))
  const machine = byHand
    ? look.state === 'absent'
      ? reading
      : words.byHand
    : look.confidence < 1
      ? words.machine(reading, sure)
      : words.machineOnly(reading)
  return (
    <>
      <span className="sub machine" title={`${look.raw ?? ''}${chosen}`}>
        {machine}
        {chosen}
      </span>
      {look.suspect ? (
        <Status shape="error" tone="zhu">
          {words.suspect}
        </Status>
      ) : look.sourceError ? (
        <Status shape="sourceError">{words.sourceError}</Status>
      ) : look.doubtful ? (
        <Status shape="doubt" tone="amber">
          {words.doubt}
        </Status>
      ) : look.machine && !byHand ? (
        <Status shape="reviewed" tone="dai">
          {words.corrected}
        </Status>
      ) : look.confirmed ? (
        <Status shape="reviewed" tone="jade">
          {words.confirmed}
        </Status>
      ) : (
        <span />
      )}
    </>
  )
}

function TypingField({ cell, look }: { readonly cell: CellKey; readonly look: Look }) {
  const draft = useDesk(desk => (desk.draft?.cell === cell ? desk.draft : null))
  const actions = useActions()
  const words = useReviewWords().cell
  const name = cellParts(cell, useLanguage()).join(words.separator)
  const ref = useRef<HTMLInputElement>(null)
  const open = draft !== null
  useEffect(() => {
    const field = ref.current
    if (!open || !field || document.activeElement === field) return
    field.focus()
    field.setSelectionRange(field.value.length, field.value.length)
  }, [open])
  const press = (event: KeyboardEvent) => {
    // While an input method composes, Enter, Esc and the arrows are its own.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const direction = moveOf(event)
    if (direction && !['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) {
      event.preventDefault()
      actions.commit(direction)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      actions.giveUp()
    }
  }
  return (
    <>
      <input
        ref={ref}
        className={draft?.error ? 'in bad' : 'in'}
        aria-label={words.input(name)}
        aria-invalid={draft?.error !== null && open}
        aria-describedby="cell-facts"
        data-cell-field=""
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        tabIndex={-1}
        value={draft?.text ?? typedFrom(look)}
        onFocus={() => actions.begin(null)}
        onChange={event => {
          actions.begin(null)
          actions.type(event.target.value)
        }}
        onKeyDown={press}
      />
      {draft?.error ? (
        <span className="facts wide" id="cell-facts" role="alert">
          <Status shape="error" tone="zhu">
            {words.errors[draft.error]}
          </Status>
        </span>
      ) : (
        <span className="facts" id="cell-facts">
          <Facts look={look} />
        </span>
      )}
    </>
  )
}

/** The bar over the form: the focused cell, what is typed, what the machine read, and its history on one line. */
export function CellBar() {
  const cell = useDesk(desk => desk.focus)
  const look = useDesk(desk => (desk.focus ? desk.looks.get(desk.focus) : undefined))
  const noting = useDesk(desk => desk.note !== null && desk.note.cells.length > 0)
  const words = useReviewWords().cell
  if (!cell) {
    return (
      <div className="fbar">
        <span className="sub empty-bar">{words.noCell}</span>
      </div>
    )
  }
  return (
    <div className="fbar">
      <CellName cell={cell} />
      {noting ? <NoteBar /> : <TypingField cell={cell} look={look ?? absentLook(cell)} />}
      <span className="sub take">
        <Kbd>Enter</Kbd> {words.take} <Kbd>Esc</Kbd> {words.giveUp}
      </span>
      <CellTrail cell={cell} />
    </div>
  )
}
