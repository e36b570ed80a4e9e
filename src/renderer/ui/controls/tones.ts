import type { RecordStatus } from '../../../shared/data/record.ts'
import type { Tone } from './looks.ts'

/** A status has its shape's name; the colour comes last. */
export const statusTones: Readonly<Record<RecordStatus, Tone>> = {
  pending: 'plain',
  reviewing: 'dai',
  reviewed: 'jade',
  unread: 'zhu',
}
