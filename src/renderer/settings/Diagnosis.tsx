import { messageText } from '../../shared/messages/index.ts'
import { useApp } from '../ui/context.ts'
import { Button } from '../ui/controls/Button.tsx'
import { ask, useCall } from '../ui/data.ts'
import { Dialog } from '../ui/dialogs/Dialog.tsx'
import { Problem } from '../ui/dialogs/Problem.tsx'
import { day } from '../ui/format.ts'
import { useLanguage, useWords } from '../words/index.ts'

/** 导出诊断: what the file would hold, word for word, before it is saved. */
export function DiagnosisDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords().settings.diagnosis
  const language = useLanguage()
  const { toast } = useApp()
  const looked = useCall('diagnosis.look', null)
  const view = looked.value
  const save = async () => {
    const answer = await ask('diagnosis.save', null)
    if (!answer.ok) return toast({ kind: 'error', text: messageText(answer.problem, language) })
    // An empty choice changes nothing.
    if (answer.value === null) return
    toast({ kind: 'done', text: words.saved(answer.value) })
    onClose()
  }
  return (
    <Dialog
      title={words.title}
      width={680}
      onClose={onClose}
      actions={
        <Button kind="main" disabled={view === null} onPress={() => void save()}>
          {words.save}
        </Button>
      }
    >
      <div className="diagnosis">
        <p>{words.why}</p>
        {looked.problem ? <Problem problem={looked.problem} onRetry={looked.reload} /> : null}
        {view ? (
          <>
            <dl className="kv">
              <dt>{words.holds}</dt>
              <dd>{words.parts}</dd>
              <dt>{words.log}</dt>
              <dd>{words.entries(view.entries, view.since === null ? null : day(new Date(view.since)))}</dd>
              <dt>{words.size}</dt>
              <dd>{words.bytes(view.bytes)}</dd>
            </dl>
            <section aria-label={words.whole}>
              <h3>{view.shown < view.entries ? words.wholeButLog(view.shown) : words.whole}</h3>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long text is scrolled by keys */}
              <pre tabIndex={0}>{view.text}</pre>
            </section>
          </>
        ) : looked.problem ? null : (
          <p role="status">{words.looking}</p>
        )}
      </div>
    </Dialog>
  )
}
