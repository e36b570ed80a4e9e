import type { RecordId } from '../../shared/record.ts'
import type { ReviewPlace } from '../places.ts'

export function Search(_: { readonly onOpen: (id: RecordId, at: ReviewPlace) => void }) {
  return null
}
