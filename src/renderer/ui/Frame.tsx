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

/** Whether the originals were last found whole, for the foot line. */
export function VerifiedMark() {
  const words = useWords()
  const { verifiedAt, verifiedWhole, quiet } = useApp().state.archive
  if (quiet && quiet.damaged > 0)
    return (
      <span className="ok zhu">
        <Icon name="lock" />
        {words.common.quietDamaged(quiet.damaged)}
      </span>
    )
  if (quiet && quiet.done < quiet.of)
    return (
      <span className="ok">
        <Icon name="lock" />
        {words.common.quiet(quiet.done, quiet.of)}
      </span>
    )
  if (quiet)
    return (
      <span className="ok">
        <Icon name="lock" />
        {words.common.quietDone}
      </span>
    )
  if (verifiedAt === null) return <span>{words.common.neverVerified}</span>
  const day = words.common.shortDate(new Date(verifiedAt))
  return (
    <span className={verifiedWhole ? 'ok' : 'ok zhu'}>
      <Icon name="lock" />
      {verifiedWhole ? words.common.verified(day) : words.common.damaged(day)}
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
