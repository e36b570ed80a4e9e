import type { RecordId } from '../../../shared/data/record.ts'

/**
 * The password of the locked source that is open, so that its pages can be shown as well as its text. It is held in this window's memory
 * alone, for one record, until another one is opened.
 */
let held: { readonly id: RecordId; readonly password: string } | null = null

/** Holds the password that has just opened a source. */
export function holdPassword(id: RecordId, password: string): void {
  held = { id, password }
}

/** The password of this record's source, if it was given. That of any other record is forgotten. */
export function heldPassword(id: RecordId): string | null {
  if (held?.id !== id) held = null
  return held?.password ?? null
}
