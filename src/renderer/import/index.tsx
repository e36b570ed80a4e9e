import type { RecordId } from '../../shared/record.ts'

export function Import(_: { readonly onOpen: (id: RecordId) => void }) {
  return null
}
