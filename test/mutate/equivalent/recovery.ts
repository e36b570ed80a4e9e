import type { Equivalent } from '../judge.ts'

const recoveryFile = 'src/main/archive/records/recovery.ts'
const toldFile = 'src/main/archive/journal/sealsByRecord.ts'

const sealDecides =
  'A revision made from what an entry does not tell gives the record another seal, and the comparison of seals passes the copy over all the same; giving up early only saves the sealing.'
const saysNothing =
  'The case does nothing, and neither does an event that fits no case; the type asks that each kind is named.'

/** Mutants of the room `recovery` that change nothing, each with the reason. */
export const recovery: readonly Equivalent[] = [
  ...[
    "event.kind !== 'revise' || event.reverses === undefined → false",
    "event.kind !== 'revise' || event.reverses === undefined → event.kind !== 'revise' && event.reverses === undefined",
    "event.kind !== 'revise' → false",
    'event.reverses === undefined → false',
    '!revision → false',
  ].map(change => ({ file: recoveryFile, change, reason: sealDecides })),
  {
    file: recoveryFile,
    change: 'seal !== undefined → true',
    reason: 'No record has a seal that equals none: each copy is looked at in vain, and the answer is the same.',
  },
  ...[
    '\'refuse\' → ""',
    '\'verify\' → ""',
    '\'repair\' → ""',
    '\'export\' → ""',
    "case 'export': break → case 'export':",
  ].map(change => ({ file: toldFile, change, reason: saysNothing })),
]
