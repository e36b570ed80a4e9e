import type { ReactNode } from 'react'
import { keysOf } from '../../../shared/commands.ts'
import { useWords } from '../../words/index.ts'
import { useApp } from '../context.ts'
import { Icon } from '../controls/icons.tsx'
import { Hint } from '../controls/Kbd.tsx'
import { proofOf } from './proof.ts'
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

/** When the archive was last proved whole and how far the quiet verification is, for the foot line. What is wrong can be pressed: it leads to where it is said. */
export function VerifiedMark() {
  const words = useWords().common
  const { state, go } = useApp()
  const { quiet } = state.archive
  const proof = proofOf(state.archive, new Date())
  const going = quiet && quiet.of > 0 ? words.quiet(quiet.done, quiet.of) : ''
  const told = [proof.kind === 'never' ? words.neverVerified : words.proof(proof), going]
    .filter(Boolean)
    .join(words.and)
  if (proof.kind === 'never') return <span>{told}</span>
  if (proof.kind === 'damaged' || proof.kind === 'damagedAt')
    return (
      <button type="button" className="bare ok zhu" onClick={() => go({ name: 'history', record: null })}>
        <Icon name="lock" />
        {told}
      </button>
    )
  return (
    <span className={proof.late ? 'ok amber' : 'ok'}>
      <Icon name="lock" />
      {told}
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
        <Hint keys={keysOf('help.keys')}>{words.common.allKeys}</Hint>
      </footer>
    </>
  )
}
