import type { Selection } from '../../../shared/api.ts'
import type { RecordId } from '../../../shared/data/record.ts'
import { type Outcome, success } from '../../../shared/outcome.ts'
import type { IndexKeeper } from '../../keeping/keeper.ts'

/** The records a selection means, in catalogue order. */
export type Select = (selection: Selection) => Promise<Outcome<readonly RecordId[]>>

const pageSize = 1000

/** Conditions are asked of the index, page by page. `arrived` tells what the files of the import list became. */
export function selecting(keeper: IndexKeeper, arrived: () => readonly RecordId[]): Select {
  return async selection => {
    if (selection.kind === 'records') return success(selection.ids)
    if (selection.kind === 'arrived') return success(arrived())
    await keeper.ready()
    const { text, years, statuses } = selection
    const ids: RecordId[] = []
    for (;;) {
      const page = keeper.ask(index =>
        index.list({ text, years, statuses, sort: 'year', descending: false, offset: ids.length, limit: pageSize }),
      )
      if (!page.ok) return page
      ids.push(...page.value.rows.map(row => row.id))
      if (page.value.rows.length < pageSize) return success(ids)
    }
  }
}
