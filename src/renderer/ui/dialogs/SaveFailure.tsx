import type { ReactNode } from 'react'
import { type Message, messageLines } from '../../../shared/messages/index.ts'
import { useLanguage, useWords } from '../../words/index.ts'
import { Button } from '../controls/Button.tsx'
import { Icon } from '../controls/icons.tsx'
import { Dialog } from './Dialog.tsx'

/** The three lines of an error as terms: 出了何事, 哪些无恙, 请这样做; the technical detail folded away. */
export function ProblemLines({ problem, kept }: { readonly problem: Message; readonly kept?: ReactNode }) {
  const words = useWords().problem
  const lines = messageLines(problem, useLanguage())
  return (
    <>
      <dl className="kv">
        <dt>{words.what}</dt>
        <dd>{lines.what}</dd>
        {lines.kept || kept ? (
          <>
            <dt>{words.kept}</dt>
            <dd>
              {lines.kept}
              {kept}
            </dd>
          </>
        ) : null}
        {lines.todo ? (
          <>
            <dt>{words.todo}</dt>
            <dd>{lines.todo}</dd>
          </>
        ) : null}
      </dl>
      <details>
        <summary>
          <Icon name="right" />
          {words.detail}
        </summary>
        <pre>{[problem.code, problem.detail].filter(Boolean).join('\n')}</pre>
      </details>
    </>
  )
}

export type SaveFailureProps = {
  readonly problem: Message
  /** What was to be saved and is still on the screen: “53 → 58”. */
  readonly pending?: string
  readonly onRetry: () => void
  /** 暂不存: the change stays on the screen, unsaved. */
  readonly onLater: () => void
}

/** A change that did not reach the disk. */
export function SaveFailure({ problem, pending, onRetry, onLater }: SaveFailureProps) {
  const words = useWords().problem
  return (
    <Dialog
      title={words.notSaved}
      tone="error"
      onClose={onLater}
      actions={
        <>
          <Button onPress={onLater}>{words.later}</Button>
          <Button kind="main" keys="Enter" autoFocus onPress={onRetry}>
            {words.saveAgain}
          </Button>
        </>
      }
    >
      <ProblemLines problem={problem} {...(pending ? { kept: words.stillHere(pending) } : {})} />
    </Dialog>
  )
}
