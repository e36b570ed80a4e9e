import type { ArchiveRecord, Revision } from '../../../shared/data/record.ts'
import { findCell } from '../../../shared/data/report.ts'
import type { CellKey } from '../../../shared/form/index.ts'
import { readingText } from '../../../shared/words/cells.ts'
import { changeWords, verbOn, verbSaysAll } from '../../../shared/words/changes.ts'
import { time } from '../../ui/format.ts'
import { useLanguage, useWords } from '../../words/index.ts'
import { FromTo } from './FromTo.tsx'

type CellHistoryProps = { readonly record: ArchiveRecord; readonly cell: CellKey; readonly revision: number }

function concerns({ change }: Revision, cell: CellKey): boolean {
  if (change.kind === 'cell') return change.cell === cell
  return 'cells' in change && change.cells.includes(cell)
}

/** All revisions of one cell, newest first, down to what the machine read. */
export function CellHistory({ record, cell, revision }: CellHistoryProps) {
  const words = useWords()
  const language = useLanguage()
  const stamp = (at: string) => `${words.common.shortDate(new Date(at))} ${time(new Date(at))}`
  const read = record.extraction.report ? findCell(record.extraction.report, cell) : null
  const own = record.revisions.filter(item => concerns(item, cell)).reverse()
  return (
    <>
      <h3 className="h">{words.history.allOfCell}</h3>
      <ol className="mini">
        {own.slice(0, 50).map(item => {
          const text = changeWords(item.change, language)
          return (
            <li key={item.number} className={item.number === revision ? 'on' : ''}>
              <time>{stamp(item.at)}</time>
              {item.who} {verbOn(item.change, item.act, language)}
              {verbSaysAll(item.change) && item.act === 'edit' ? null : (
                <FromTo before={text.before} after={text.after} />
              )}
            </li>
          )
        })}
        {read ? (
          <li>
            <time>{stamp(record.extraction.at)}</time>
            {words.history.machine} {readingText(read, language)}
          </li>
        ) : null}
      </ol>
    </>
  )
}
