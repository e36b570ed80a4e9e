import type { RecordId } from '../../shared/record.ts'
import type { ReviewPlace } from '../places.ts'

export function History(_: {
  readonly record: RecordId | null
  readonly onOpen: (id: RecordId, at: ReviewPlace | null) => void
}) {
  return null
}
