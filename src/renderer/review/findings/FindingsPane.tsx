import { useEffect, useRef } from 'react'
import { Kbd } from '../../ui/controls/Kbd.tsx'
import { useDesk } from '../state/context.ts'
import { useReviewWords } from '../words/index.ts'
import { AllSettled } from './AllSettled.tsx'
import { CurrentFinding } from './CurrentFinding.tsx'
import { FindingLine } from './FindingLine.tsx'
import './findings.css'

/** More squares than this would not fit; the figures beside them say the same. */
const squares = 24

function Head() {
  const lines = useDesk(desk => desk.lines)
  const line = useDesk(desk => desk.line)
  const words = useReviewWords().finds
  const at = lines.findIndex(item => item.id === line)
  const settled = lines.filter(item => item.settled !== null).length
  return (
    <header className={lines.length > 8 ? 'fh many' : 'fh'}>
      <h2>{at === -1 ? words.all(lines.length) : words.position(at + 1, lines.length)}</h2>
      {lines.length <= squares ? (
        <span className="prog" aria-hidden="true">
          {lines.map(item => (
            <i key={item.id} className={item.id === line ? 'c' : item.settled ? 'd' : ''} />
          ))}
        </span>
      ) : null}
      {lines.length === 0 ? null : <span className="sub">{words.counts(settled, lines.length - settled)}</span>}
      <span className="grow" />
      <span className="hint">
        <Kbd>Shift F8</Kbd>
        <Kbd>F8</Kbd>
        {words.nextOne}
      </span>
    </header>
  )
}

/** 疑点: everything a person should look at, the current one opened with its reasons and its four answers. */
export function FindingsPane() {
  const lines = useDesk(desk => desk.lines)
  const current = useDesk(desk => desk.line)
  const words = useReviewWords()
  const list = useRef<HTMLOListElement>(null)
  const open = lines.some(line => line.settled === null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current line is to stay in view as it changes and as the list shrinks
  useEffect(() => {
    list.current?.querySelector('.now')?.scrollIntoView({ block: 'nearest' })
  }, [current, open])
  return (
    <section className="finds" aria-label={words.panes.findings} data-zone="findings">
      <Head />
      <ol ref={list}>
        {lines.map(line =>
          line.id === current ? (
            <CurrentFinding key={line.id} line={line} />
          ) : (
            <FindingLine key={line.id} line={line} />
          ),
        )}
      </ol>
      <AllSettled />
    </section>
  )
}
