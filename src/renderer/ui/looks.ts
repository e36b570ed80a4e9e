/** The status shapes of the interface, and the colours that say one thing each. Drawn in Status.tsx. */
export const shapeNames = [
  'pending',
  'reviewing',
  'reviewed',
  'unread',
  'error',
  'doubt',
  'hint',
  'sourceError',
  'agrees',
  'duplicate',
  'waiting',
  'cancelled',
  'working',
] as const
export type ShapeName = (typeof shapeNames)[number]
export type Tone = 'plain' | 'dai' | 'jade' | 'zhu' | 'amber' | 'dim'
