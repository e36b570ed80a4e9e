import { type RefObject, useEffect, useRef } from 'react'
import { Button } from '../ui/controls/Button.tsx'
import { Icon } from '../ui/controls/icons.tsx'
import { useWords } from '../words/index.ts'

type AskProps = {
  readonly line: RefObject<HTMLInputElement | null>
  readonly text: string
  readonly busy: boolean
  readonly onText: (text: string) => void
  readonly onAsk: (text: string) => void
  /** Down into the results. */
  readonly onDown: () => void
}

/** The query line. Asks on Enter or when typing rests; never while an input method is still composing a word. */
export function Ask({ line, text, busy, onText, onAsk, onDown }: AskProps) {
  const words = useWords().search
  const composing = useRef(false)
  const ask = useRef(onAsk)
  ask.current = onAsk
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!composing.current) ask.current(text)
    }, 400)
    return () => clearTimeout(timer)
  }, [text])
  const clear = () => {
    onText('')
    onAsk('')
    line.current?.focus()
  }
  return (
    <search className="ask" data-zone="ask">
      <div className="q">
        <Icon name="search" />
        <input
          ref={line}
          type="text"
          data-zone-focus
          aria-label={words.line}
          aria-busy={busy}
          placeholder={words.placeholder}
          maxLength={500}
          spellCheck={false}
          value={text}
          onChange={event => onText(event.target.value)}
          onCompositionStart={() => {
            composing.current = true
          }}
          onCompositionEnd={() => {
            composing.current = false
          }}
          onKeyDown={event => {
            if (event.nativeEvent.isComposing || event.keyCode === 229) return
            if (event.key === 'Enter') onAsk(text)
            else if (event.key === 'Escape') clear()
            else if (event.key === 'ArrowDown') onDown()
            else return
            event.preventDefault()
          }}
        />
        {text === '' ? null : (
          <Button kind="quiet" size="small" keys="Esc" onPress={clear}>
            {words.clear}
          </Button>
        )}
        <Button kind="main" keys="Enter" onPress={() => onAsk(text)}>
          {words.run}
        </Button>
      </div>
    </search>
  )
}
