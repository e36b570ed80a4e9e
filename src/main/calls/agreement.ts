import type { z } from 'zod'
import type { CallName, Input } from '../../shared/api.ts'

/**
 * The proof that the schemas say what the contract says: a schema's output and the contract's input must be the same type, not only
 * fit each other, so that neither a member too few nor one too many compiles.
 */

/** Whatever the schemas make may be changed by whoever has it, which the contract does not say: both are compared as read-only. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** What a table of schemas must be: each member that is not as the contract says is asked to be what nothing is. */
export type Agreeing<Table extends Readonly<Record<CallName, z.ZodType>>> = {
  readonly [Name in keyof Table]: Name extends CallName
    ? Same<Frozen<z.output<Table[Name]>>, Frozen<Input<Name>>> extends true
      ? z.ZodType
      : never
    : never
}

/** The table as whoever validates uses it. */
export type InputSchemas = { readonly [Name in CallName]: z.ZodType<Input<Name>> }
