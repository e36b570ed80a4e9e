import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Agreeing } from '../../src/main/calls/agreement.ts'
import { inputSchemas } from '../../src/main/calls/schemas.ts'
import { callNames, eventNames } from '../../src/shared/names.ts'

/** The table as it is, but for one call. */
const withUndo = <Schema extends z.ZodType>(schema: Schema) => ({ ...inputSchemas, 'record.undo': schema })
const id = z.string()
const base = z.number()

describe('the schemas of the calls', () => {
  it('are those of the contract, each name once', () => {
    expect(Object.keys(inputSchemas).toSorted()).toEqual(callNames.toSorted())
    expect(new Set(callNames).size).toBe(callNames.length)
    expect(new Set(eventNames).size).toBe(eventNames.length)
  })

  it('do not compile where they make something else than the contract says', () => {
    const right = withUndo(z.object({ id, base }))
    right satisfies Agreeing<typeof right>
    const lacking = withUndo(z.object({ id }))
    // @ts-expect-error the contract asks for `base`
    lacking satisfies Agreeing<typeof lacking>
    const spare = withUndo(z.object({ id, base, force: z.boolean().optional() }))
    // @ts-expect-error the contract knows no `force`
    spare satisfies Agreeing<typeof spare>
    const wider = withUndo(z.object({ id, base: z.number().nullable() }))
    // @ts-expect-error the contract's `base` is never null
    wider satisfies Agreeing<typeof wider>
    const open = withUndo(z.any())
    // @ts-expect-error anything is not what the contract says
    open satisfies Agreeing<typeof open>
    expect(Object.keys(right)).toHaveLength(callNames.length)
  })
})
