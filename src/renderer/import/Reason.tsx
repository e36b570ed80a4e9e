import { keysOf } from '../../shared/commands.ts'
import type { ImportItem } from '../../shared/data/importing.ts'
import { messageLines, messageText } from '../../shared/messages/index.ts'
import { useApp } from '../ui/context.ts'
import { Button } from '../ui/controls/Button.tsx'
import { ask } from '../ui/data.ts'
import { useLanguage, useWords } from '../words/index.ts'
import type { ItemActs } from './acts.ts'

/** Why a file ended as it did, and what to do: under its row, for every message it has. */
export function Reason({ item, act }: { readonly item: ImportItem; readonly act: ItemActs }) {
  const words = useWords().import
  const language = useLanguage()
  const { toast } = useApp()
  const { record } = item
  const failed = item.state === 'failed'
  const show = async () => {
    if (record === null) return
    const answer = await ask('record.showSource', { id: record, how: 'open' })
    if (!answer.ok) toast({ kind: 'error', text: messageText(answer.problem, language) })
  }
  const details = item.messages.flatMap(each => (each.detail ? [`${each.code}：${each.detail}`] : []))
  return (
    <div className="reason">
      {item.messages.slice(0, 6).map((each, at) => {
        const lines = messageLines(each, language)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: messages have no name of their own and keep their order
          <div key={at}>
            <p className="fact">
              <b className={each.severity === 'error' ? 'zhu' : 'amber'}>{words.why}</b>
              <span>{[lines.what, lines.kept].filter(Boolean).join(language === 'en' ? ' ' : '')}</span>
            </p>
            {lines.todo ? (
              <p className="fact">
                <b>{words.todo}</b>
                <span>{lines.todo}</span>
              </p>
            ) : null}
          </div>
        )
      })}
      {details.length > 0 ? (
        <details>
          <summary>{words.detail}</summary>
          <pre>{details.join('\n')}</pre>
        </details>
      ) : null}
      {failed ? (
        <div className="acts">
          {record === null ? null : (
            <Button size="small" keys="Enter" onPress={() => act.open(item)}>
              {words.acts.open}
            </Button>
          )}
          <Button size="small" keys={keysOf('import.retry')} onPress={() => act.retry(item)}>
            {words.acts.retry}
          </Button>
          {record === null ? null : (
            <Button size="small" onPress={() => void show()}>
              {words.acts.source}
            </Button>
          )}
        </div>
      ) : null}
    </div>
  )
}
