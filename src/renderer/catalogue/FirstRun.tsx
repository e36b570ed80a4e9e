import { keysOf } from '../../shared/commands.ts'
import { messageText } from '../../shared/messages/index.ts'
import { handsOver, useApp } from '../ui/context.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Kbd } from '../ui/controls/Kbd.tsx'
import { ask } from '../ui/data.ts'
import { useLanguage, useWords } from '../words/index.ts'

/** The empty archive: what it is, the three steps, the first act. */
export function FirstRun({ onChoose }: { readonly onChoose: () => void }) {
  const words = useWords().catalogue
  const language = useLanguage()
  const restoreAct = useWords().settings.restore
  const { state, go, toast, showCare } = useApp()
  const sample = async () => {
    const answer = await ask('import.sample', null)
    if (answer.ok) go({ name: 'import' })
    else toast({ kind: 'error', text: messageText(answer.problem, language) })
  }
  const writable = state.archive.writable || handsOver(state)
  return (
    <div className="work firstrun" data-zone="work">
      <div className="empty">
        <h2>{words.emptyTitle}</h2>
        <p>{words.emptyWhy}</p>
        <ol className="steps">
          {words.steps.map((step, index) => (
            <li key={step}>
              <i aria-hidden="true">{index + 1}</i>
              {step}
              {index === 1 ? <Kbd>{keysOf('review.next')}</Kbd> : null}
            </li>
          ))}
        </ol>
        <div className="acts">
          <Button kind="main" keys={keysOf('import.files')} autoFocus disabled={!writable} onPress={onChoose}>
            {words.import}
          </Button>
          <Button disabled={!writable} onPress={() => void sample()}>
            {words.sample}
          </Button>
          <Button onPress={() => showCare('restore')}>{restoreAct}</Button>
        </div>
      </div>
    </div>
  )
}
