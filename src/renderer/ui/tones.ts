import type { RecordStatus } from '../../shared/record.ts'
import type { Tone } from './Status.tsx'

/** A status has its shape's name; the colour comes last. */
export const statusTones: Readonly<Record<RecordStatus, Tone>> = {
  pending: 'plain',
  reviewing: 'dai',
  reviewed: 'jade',
  unread: 'zhu',
}
