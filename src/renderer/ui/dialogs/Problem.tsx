import type { ReactNode } from 'react'
import { type Message, messageLines } from '../../../shared/messages/index.ts'
import { useLanguage, useWords } from '../../words/index.ts'
import { Button } from '../controls/Button.tsx'
import { ProblemLines } from './SaveFailure.tsx'

type ProblemProps = {
  readonly problem: Message
  readonly onRetry?: () => void
  /** Other ways on. */
  readonly acts?: ReactNode
}

/** A place, or a pane of one, that could not be filled: three lines and 再试一次. */
export function Problem({ problem, onRetry, acts }: ProblemProps) {
  const words = useWords()
  const { what } = messageLines(problem, useLanguage())
  return (
    <div className="empty dialog" role="alert">
      <h2>{words.problem.title}</h2>
      <span className="hidden-words">{what}</span>
      <ProblemLines problem={problem} />
      {onRetry || acts ? (
        <div className="acts">
          {acts}
          {onRetry ? <Button onPress={onRetry}>{words.common.tryAgain}</Button> : null}
        </div>
      ) : null}
    </div>
  )
}
