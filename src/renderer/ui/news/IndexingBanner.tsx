import { useWords } from '../../words/index.ts'
import { useApp } from '../context.ts'
import { Meter } from '../controls/Meter.tsx'
import { Shape } from '../controls/Status.tsx'

/** How far the catalogue and the full text are being made anew: until then lists and searches are incomplete. */
export function IndexingBanner() {
  const words = useWords().common
  const { indexing } = useApp().state
  if (!indexing) return null
  return (
    <div className="banner dim">
      <Shape name="working" />
      <b role="status">{words.indexing}</b>
      <span>{words.indexed(indexing.done, indexing.of)}</span>
      <Meter label={words.indexing} {...indexing} />
    </div>
  )
}
