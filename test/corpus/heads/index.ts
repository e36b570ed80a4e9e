import { bodyHeads } from './bodies.ts'
import { chromeHeads } from './chrome.ts'
import { dateHeads } from './dates.ts'
import { formHeads } from './forms.ts'
import { heldOutHeads } from './heldOut.ts'
import { otherBodyHeads } from './otherBodies.ts'
import { placeHeads } from './places.ts'
import { titleHeads } from './titles.ts'

export type { Head, HeadTruth } from './model.ts'

/** All heads with what a person reads in them. */
export const heads = [
  ...titleHeads,
  ...dateHeads,
  ...chromeHeads,
  ...bodyHeads,
  ...otherBodyHeads,
  ...placeHeads,
  ...formHeads,
]

export { heldOutHeads }
