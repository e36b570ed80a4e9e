import { figure, readingText } from '../../../../shared/words/cells.ts'
import { useLanguage } from '../../../words/index.ts'
import type { Look } from '../../state/looks.ts'
import { useReviewWords } from '../../words/index.ts'

/** Ground, ring, edge mark and corner combine freely: STYLE.md, Cell states. */
export function faceClass(look: Look): string {
  return [
    look.doubtful ? 'doubt' : '',
    look.suspect ? 'suspect' : '',
    look.machine && look.machine.state !== 'absent' ? 'fixed' : '',
    look.sourceError ? 'sic' : look.confirmed ? 'sure' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function Value({ look }: { readonly look: Look }) {
  const words = useReviewWords().cell
  switch (look.state) {
    case 'number':
      return <b className={look.value === 0 ? 'v z' : 'v'}>{look.value === null ? '' : figure(look.value)}</b>
    case 'dash':
      return <b className="v">{look.raw?.trim() || '—'}</b>
    case 'blank':
      return <i className="boxed dashed">{words.blankMark}</i>
    case 'text':
      return <i className="boxed">{words.textMark}</i>
    case 'absent':
      return <i className="boxed dashed">{words.absentMark}</i>
  }
}

/** Digits of both readings for which a narrow cell has room; the ring of a suspect takes one. What was read stands in the bar, too. */
const room = 5

/** What is drawn inside a cell. */
export function CellFace({ look }: { readonly look: Look }) {
  const words = useReviewWords().cell
  const language = useLanguage()
  const struck = look.machine && look.machine.state !== 'absent' ? readingText(look.machine, language) : null
  const digits = (struck?.length ?? 0) + (look.value === null ? 1 : figure(look.value).length)
  const tight = digits > (look.suspect ? room - 1 : room)
  return (
    <>
      {look.sourceError ? <i className="sic">{words.sourceErrorMark}</i> : null}
      {struck === null ? null : <s className={tight ? 'tight' : ''}>{struck.length > 8 ? words.textMark : struck}</s>}
      <Value look={look} />
    </>
  )
}
