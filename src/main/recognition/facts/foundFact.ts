import type { Anchor } from '../../../shared/data/document.ts'

/** Something recognition found, and where; null where it is said only by the file's properties or its name. */
export type FoundFact<T> = { readonly value: T; readonly anchor: Anchor | null }

/** The same, and whether it was found so indirectly that a person should look. */
export type DoubtedFact<T> = FoundFact<T> & { readonly unsure: boolean }
