/**
 * The four shapes in which tables come in plain text. A row is a list of cells; nothing is known of spans, so cells are put
 * from the left as they come.
 */
export type TextRow = readonly string[]

/** `next` is the first line behind the table. */
export type TextTable = { readonly rows: readonly TextRow[]; readonly next: number }
