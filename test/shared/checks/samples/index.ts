import { figureSamples } from './figures.ts'
import type { Sample } from './model.ts'
import { partSamples } from './parts.ts'
import { personalSamples } from './personal.ts'
import { requestSamples } from './requests.ts'
import { yearSamples } from './years.ts'

export { heldOutSamples } from './heldOut.ts'

/** The samples by which the rules were made. */
export const madeWithSamples: readonly Sample[] = [
  ...yearSamples,
  ...figureSamples,
  ...requestSamples,
  ...partSamples,
  ...personalSamples,
]
