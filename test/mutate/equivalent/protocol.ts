import type { Equivalent } from '../judge.ts'

const file = 'src/main/protocol.ts'

/** Mutants of the room `protocol` that change nothing, each with the reason. */
export const protocol: readonly Equivalent[] = [
  {
    file,
    change: '\'\' → "Stryker was here!"',
    line: "const [, first, second = '', ...rest] = path.split('/')",
    reason: 'no such word is the id of a record or a folder of pdf.js either',
  },
  { file, change: 'path.slice(1) → path', reason: 'a path is joined to its folder with or without a slash before it' },
]
