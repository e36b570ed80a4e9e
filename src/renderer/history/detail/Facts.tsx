import { day, shortHash, timeWithSeconds } from '../../ui/format.ts'
import { useWords } from '../../words/index.ts'
import type { Line } from '../journal/lines.ts'

/** When, who, why, and the entry's place in the chain. */
export function Facts({ line, why }: { readonly line: Pick<Line, 'entry'>; readonly why: string | null }) {
  const words = useWords().history
  const { entry } = line
  const at = new Date(entry.at)
  return (
    <dl className="kv">
      <dt>{words.at}</dt>
      <dd>
        {day(at)} {timeWithSeconds(at)}
      </dd>
      <dt>{words.by}</dt>
      <dd>{entry.who}</dd>
      {why === null ? null : (
        <>
          <dt>{words.why}</dt>
          <dd>{why}</dd>
        </>
      )}
      <dt>{words.entry}</dt>
      <dd title={entry.hash}>{words.entryText(entry.number, shortHash(entry.hash))}</dd>
      {entry.number > 1 ? (
        <>
          <dt>{words.previous}</dt>
          <dd title={entry.previous}>{words.entryText(entry.number - 1, shortHash(entry.previous))}</dd>
        </>
      ) : null}
    </dl>
  )
}
