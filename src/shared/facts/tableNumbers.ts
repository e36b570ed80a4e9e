import type { TableKey } from '../form/index.ts'

/** The official tables are numbered like the parts of a report in which they stand. */
export const tableNumbers = { disclosure: '二', requests: '三', proceedings: '四' } as const satisfies Record<
  TableKey,
  string
>
