import type { Anchor } from '../../../shared/data/document.ts'
import type { FactOrigin } from '../../../shared/trace/steps.ts'

/** Something recognition found, where (null where it is said only by the file's properties or its name), and how it was found. */
export type FoundFact<T> = { readonly value: T; readonly anchor: Anchor | null; readonly from: FactOrigin }

/** The same, and whether it was found so indirectly that a person should look. */
export type DoubtedFact<T> = FoundFact<T> & { readonly unsure: boolean }
