import { messageLines } from '../../shared/messages/index.ts'
import { useApp } from '../ui/context.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Meter } from '../ui/controls/Meter.tsx'
import { Shape, Status } from '../ui/controls/Status.tsx'
import { Problem } from '../ui/dialogs/Problem.tsx'
import { useLanguage, useWords } from '../words/index.ts'
import type { Verify } from './verify.ts'

/** Progress and result of a verification, above the timeline. */
export function VerifyStrip({ verify }: { readonly verify: Verify }) {
  const words = useWords()
  const language = useLanguage()
  const { showCare } = useApp()
  const { running, done, of, report, problem } = verify
  if (running) {
    return (
      <div className="strip">
        <span>{words.history.verifying(done, of)}</span>
        <Meter label={words.history.verify} done={done} of={of} />
        <Button size="small" onPress={verify.stop}>
          {words.care.stop}
        </Button>
      </div>
    )
  }
  if (problem) {
    return (
      <div className="strip result">
        <Problem problem={problem} onRetry={() => void verify.run()} />
      </div>
    )
  }
  if (!report) return null
  const damaged = report.problems.filter(item => item.severity === 'error').length
  const whole = damaged === 0
  const besides = report.problems.length - damaged
  return (
    <div className={whole ? 'strip result whole' : 'strip result bad'} role="status">
      <p>
        <Shape name={whole ? 'reviewed' : 'error'} />
        <b>{whole ? words.history.whole : words.history.verifiedDamaged(damaged)}</b>
        <span>
          {whole ? words.history.verifiedWhole(report.sources, report.journalEntries) : ''}
          {besides > 0 ? <b className="amber"> {words.history.besides(besides)}</b> : null}
          <span className="sub"> {words.history.took(report.milliseconds)}</span>
        </span>
        <span className="grow" />
        <Button kind="quiet" size="small" icon="cross" label={words.common.close} onPress={verify.close} />
      </p>
      {report.index ? (
        <p>
          <Shape name={report.index.differing === 0 ? 'reviewed' : 'doubt'} />
          <span className={report.index.differing === 0 ? '' : 'amber'}>{words.history.indexAgrees(report.index)}</span>
        </p>
      ) : null}
      {report.problems.length + (report.index?.problems.length ?? 0) === 0 ? null : (
        <ul>
          {[...report.problems, ...(report.index?.problems ?? [])].slice(0, 200).map((item, at) => {
            const lines = messageLines(item, language)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: problems have no name of their own and keep their order
              <li key={at}>
                <p>
                  <Status
                    shape={item.severity === 'error' ? 'error' : 'doubt'}
                    tone={item.severity === 'error' ? 'zhu' : 'amber'}
                  >
                    {lines.what}
                  </Status>
                </p>
                {item.code.startsWith('index.') && report.index?.repaired ? null : (
                  <p className="sub">{[lines.kept, lines.todo].filter(Boolean).join(' ')}</p>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {whole ? null : (
        <div className="acts">
          <span>{words.history.afterDamage}</span>
          <Button size="small" onPress={() => showCare('restore')}>
            {words.settings.restore}
          </Button>
          <Button size="small" onPress={() => void verify.run()}>
            {words.history.verifyAgain}
          </Button>
        </div>
      )}
    </div>
  )
}
