import { formCells, type TableKey } from '../../../shared/form/index.ts'
import { messageText } from '../../../shared/messages/index.ts'
import { useApp } from '../../ui/context.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Shape } from '../../ui/controls/Status.tsx'
import { useLanguage } from '../../words/index.ts'
import { RereadButton } from '../reread/Reread.tsx'
import { Unlock } from '../reread/Unlock.tsx'
import { useActions, useDesk } from '../state/context.ts'
import { editionByHand } from '../state/tables.ts'
import { useReviewWords } from '../words/index.ts'

/** What the reader had to say about the source, so that a missing table is explained. */
function Reasons() {
  const messages = useDesk(desk => desk.record.extraction.messages)
  const language = useLanguage()
  const shown = messages.filter(item => item.severity !== 'info').slice(0, 8)
  if (shown.length === 0) return null
  return (
    <ul className="reasons">
      {shown.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the extraction never changes
        <li key={index} className={item.severity}>
          <Shape name={item.severity === 'error' ? 'error' : 'doubt'} />
          {messageText(item, language)}
        </li>
      ))}
    </ul>
  )
}

/** A table the reader did not find: what may be the reason, and typing it by hand. */
export function MissingTable({ table }: { readonly table: TableKey }) {
  const actions = useActions()
  const words = useReviewWords()
  const { missing } = words
  const { writable } = useApp().state.archive
  const unread = useDesk(desk => desk.record.extraction.report === null)
  const other = useDesk(desk => desk.record.extraction.report?.form === 'other')
  const locked = useDesk(desk => desk.record.extraction.messages.some(item => item.code === 'pdf.encrypted'))
  const edition = useDesk(desk => editionByHand(desk.record))
  const blocks = useDesk(desk => desk.record.extraction.document?.blocks)
  const at = blocks?.findIndex(block => block.kind === 'image') ?? -1
  const page = at === -1 ? null : (blocks?.[at]?.page ?? null)
  const cells = formCells(table, edition).length
  const name = words.tableName[table]
  const minutes = missing.minutes(cells)
  const why =
    at === -1
      ? missing.why(cells, minutes)
      : page === null
        ? missing.imageUnpaged(name, cells, minutes)
        : missing.imageWhy(page, name, cells, minutes)
  return (
    <div className="empty sheet-empty">
      <h3>{unread ? missing.unread : other ? missing.otherForm : missing.title(name)}</h3>
      <p>{unread ? missing.unreadWhy : other ? missing.otherFormWhy : why}</p>
      <Reasons />
      {locked ? <Unlock /> : null}
      <div className="acts">
        <Button
          kind={locked || other ? 'plain' : 'main'}
          disabled={!writable}
          onPress={() => actions.typeByHand(table)}
        >
          {missing.type(name)}
        </Button>
        {page === null ? null : (
          <Button onPress={() => actions.showSource({ block: at, row: null, column: null, words: [] })}>
            {missing.look(page)}
          </Button>
        )}
        {unread && !locked ? <RereadButton /> : null}
      </div>
    </div>
  )
}
