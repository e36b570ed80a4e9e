import { useId, useState } from 'react'
import { messageLines } from '../../../shared/messages/index.ts'
import { useApp } from '../../ui/context.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Status } from '../../ui/controls/Status.tsx'
import { ask } from '../../ui/data.ts'
import { useLanguage } from '../../words/index.ts'
import { holdPassword } from '../source/password.ts'
import { useDesk } from '../state/context.ts'
import { useReviewWords } from '../words/index.ts'
import { useReopen } from './useReopen.ts'

/** The password of a locked source: it reads the source and shows its pages, and is written nowhere. A wrong one is told under the field. */
export function Unlock() {
  const id = useDesk(desk => desk.record.id)
  const { writable } = useApp().state.archive
  const words = useReviewWords().unlock
  const language = useLanguage()
  const reopen = useReopen()
  const field = useId()
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const open = async () => {
    if (password === '' || busy) return
    setBusy(true)
    const answer = await ask('record.unlock', { id, password })
    setBusy(false)
    if (answer.ok) {
      holdPassword(id, password)
      return reopen()
    }
    const { what, todo } = messageLines(answer.problem, language)
    setWrong([what, todo].filter(Boolean).join(language === 'en' ? ' ' : ''))
  }
  return (
    <form
      className="unlock"
      onSubmit={event => {
        event.preventDefault()
        void open()
      }}
    >
      <label htmlFor={field}>{words.label}</label>
      <input
        id={field}
        className={wrong ? 'in bad' : 'in'}
        type="password"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        readOnly={!writable || busy}
        aria-invalid={wrong !== null}
        aria-describedby={`${field}-help`}
        value={password}
        onChange={event => {
          setPassword(event.target.value)
          setWrong(null)
        }}
      />
      <Button disabled={!writable || busy || password === ''} onPress={() => void open()}>
        {words.act}
      </Button>
      <span id={`${field}-help`} className="help" role="status">
        {wrong ? (
          <Status shape="error" tone="zhu">
            {wrong}
          </Status>
        ) : (
          <span className="sub">{busy ? words.busy : words.help}</span>
        )}
      </span>
    </form>
  )
}
