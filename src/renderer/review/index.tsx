import type { AppState } from '../../shared/api.ts'
import type { RecordId } from '../../shared/record.ts'
import type { ReviewPlace } from '../places.ts'

export type ReviewDeskProps = {
  readonly id: RecordId
  readonly at: ReviewPlace | null
  readonly state: AppState
  readonly onLeave: () => void
  readonly onOpen: (id: RecordId) => void
}

export function ReviewDesk(_: ReviewDeskProps) {
  return null
}
