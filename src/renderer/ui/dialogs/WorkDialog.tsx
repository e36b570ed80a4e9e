import type { ReactNode } from 'react'
import type { Message } from '../../../shared/messages/index.ts'
import { useWords } from '../../words/index.ts'
import { Button } from '../controls/Button.tsx'
import { Meter } from '../controls/Meter.tsx'
import { Status } from '../controls/Status.tsx'
import { Dialog } from './Dialog.tsx'
import { ProblemLines } from './SaveFailure.tsx'
import type { Busy, Stage } from './useWork.ts'
import './work.css'

type Act = { readonly label: string; readonly press: () => void }

export type WorkDialogProps<Done, Step> = {
  readonly title: string
  readonly width?: number
  readonly work: { readonly stage: Stage<Done, Step>; readonly stop: () => void }
  /** What must be known before it can begin; after a failure it is asked again. */
  readonly questions: ReactNode
  readonly begin: Act & { readonly ready: boolean }
  /** What goes on. */
  readonly label: (busy: Busy<Step>) => ReactNode
  /** What stopping does, if it needs a word. */
  readonly note?: string
  readonly outcome: (value: Done) => ReactNode
  /** What is to be done with the outcome, and what can be done with it; without the first, closing is the main act. */
  readonly next?: (value: Done) => Act | null
  readonly beside?: (value: Done) => Act
  readonly onClose: () => void
}

/** What goes on and how far it is. */
export function WorkMeter({ label, title, busy }: { label: ReactNode; title: string; busy: Busy<unknown> }) {
  const words = useWords().care
  return (
    <div className="work-meter" role="status">
      <p>{busy.stopping ? <b>{words.stopping}</b> : label}</p>
      <Meter label={title} done={busy.done} of={busy.of} />
    </div>
  )
}

/** Three lines of what went wrong. */
export function Failed({ problem }: { readonly problem: Message }) {
  const words = useWords().care
  return (
    <div role="alert">
      <p className="fail">
        <Status shape="error" tone="zhu">
          {words.failed}
        </Status>
      </p>
      <ProblemLines problem={problem} />
    </div>
  )
}

/** One frame for work that takes long: questions, then how far it is and a way to stop it, then how it ended. */
export function WorkDialog<Done, Step = never>(props: WorkDialogProps<Done, Step>) {
  const words = useWords().care
  const { title, work, begin, onClose } = props
  const { stage } = work
  const next = stage.kind === 'done' ? (props.next?.(stage.value) ?? null) : null
  const beside = stage.kind === 'done' ? (props.beside?.(stage.value) ?? null) : null
  return (
    <Dialog
      title={title}
      width={props.width ?? 620}
      onClose={stage.kind === 'busy' ? work.stop : onClose}
      actions={
        stage.kind === 'busy' ? (
          <Button disabled={stage.stopping} onPress={work.stop}>
            {words.stop}
          </Button>
        ) : (
          <>
            {beside ? <Button onPress={beside.press}>{beside.label}</Button> : null}
            <Button kind={stage.kind === 'done' && !next ? 'main' : 'plain'} onPress={onClose}>
              {words.close}
            </Button>
            {next ? (
              <Button kind="main" onPress={next.press}>
                {next.label}
              </Button>
            ) : null}
            {stage.kind === 'done' ? null : (
              <Button kind="main" disabled={!begin.ready} onPress={begin.press}>
                {begin.label}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="work-steps">
        {stage.kind === 'ready' || stage.kind === 'failed' ? props.questions : null}
        {stage.kind === 'failed' ? <Failed problem={stage.problem} /> : null}
        {stage.kind === 'busy' ? <WorkMeter label={props.label(stage)} title={title} busy={stage} /> : null}
        {stage.kind === 'busy' && props.note ? <p className="sub">{props.note}</p> : null}
        {stage.kind === 'done' ? <div role="status">{props.outcome(stage.value)}</div> : null}
      </div>
    </Dialog>
  )
}
