import type { RecordId } from '../../shared/record.ts'

export function Catalogue(_: { readonly onOpen: (id: RecordId) => void }) {
  return null
}
