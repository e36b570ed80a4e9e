import type { ReactNode } from 'react'
import { useWords } from '../words/index.ts'
import { useApp } from './context.ts'
import { Icon } from './icons.tsx'
import { Hint } from './Kbd.tsx'
import './frame.css'

type KeyHint = readonly [keys: string, what: string]

export type FrameProps = {
  readonly title: string
  readonly sub?: ReactNode
  /** Right of the title in the head bar. */
  readonly tools?: ReactNode
  /** Left end of the foot line; the archive's name where it is left out. */
  readonly foot?: ReactNode
  /** Keys that work here; F1 is added. */
  readonly hints: readonly KeyHint[]
  /** The place itself: one element of class `work`. */
  readonly children: ReactNode
}

/** Whether the originals were last found whole, for the foot line. What is wrong can be pressed: it leads to where it is said. */
export function VerifiedMark() {
  const words = useWords().common
  const { state, go } = useApp()
  const { verifiedAt, verifiedWhole, quiet } = state.archive
  const day = verifiedAt === null ? '' : words.shortDate(new Date(verifiedAt))
  const wrong =
    quiet && quiet.damaged > 0
      ? words.quietDamaged(quiet.damaged)
      : verifiedAt !== null && !verifiedWhole
        ? words.damaged(day)
        : null
  if (wrong !== null)
    return (
      <button type="button" className="bare ok zhu" onClick={() => go({ name: 'history', record: null })}>
        <Icon name="lock" />
        {wrong}
      </button>
    )
  const well = quiet
    ? quiet.done < quiet.of
      ? words.quiet(quiet.done, quiet.of)
      : words.quietDone
    : verifiedAt === null
      ? null
      : words.verified(day)
  if (well === null) return <span>{words.neverVerified}</span>
  return (
    <span className="ok">
      <Icon name="lock" />
      {well}
    </span>
  )
}

/** Head bar, place and foot line. Every place is made of one. */
export function Frame(props: FrameProps) {
  const words = useWords()
  const { state } = useApp()
  const folder = state.archive.folder.split(/[\\/]/).filter(Boolean).at(-1) ?? state.archive.folder
  return (
    <>
      <main className="main">
        <header className="bar" data-zone="bar">
          <h1>{props.title}</h1>
          {props.sub ? <span className="sub">{props.sub}</span> : null}
          {props.tools}
        </header>
        {props.children}
      </main>
      <footer className="foot">
        {props.foot ?? (
          <>
            <span title={state.archive.folder}>{folder}</span>
            <VerifiedMark />
          </>
        )}
        <span className="grow" />
        {props.hints.map(([keys, what]) => (
          <Hint key={keys} keys={keys}>
            {what}
          </Hint>
        ))}
        <Hint keys="F1">{words.common.allKeys}</Hint>
      </footer>
    </>
  )
}
