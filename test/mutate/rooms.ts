/** The rooms whose tests are themselves tested, and the tests that answer for each. */
import { actions } from './equivalent/actions.ts'
import { checks } from './equivalent/checks.ts'
import { current } from './equivalent/current.ts'
import { decisions } from './equivalent/decisions.ts'
import { ipc } from './equivalent/ipc.ts'
import { journal } from './equivalent/journal.ts'
import { protocol } from './equivalent/protocol.ts'
import { recovery } from './equivalent/recovery.ts'
import { state } from './equivalent/state.ts'
import { sums } from './equivalent/sums.ts'
import type { Equivalent } from './judge.ts'

/**
 * `files` are changed, `tests` are run: both glob patterns from the project on. Only tests belong here that need no build and are quick;
 * for each change only those run that reach it.
 */
export type Room = {
  readonly files: readonly string[]
  readonly tests: readonly string[]
  readonly equivalents: readonly Equivalent[]
}

export const rooms = {
  checks: {
    files: ['src/shared/checks/**/*.ts'],
    tests: ['test/shared/**/*.test.ts'],
    equivalents: checks,
  },
  current: {
    files: ['src/shared/current.ts'],
    tests: ['test/shared/{current,decisions,review,judgedSums}.test.ts'],
    equivalents: current,
  },
  decisions: {
    files: ['src/shared/decisions.ts'],
    tests: ['test/shared/{current,decisions,review}.test.ts'],
    equivalents: decisions,
  },
  sums: {
    files: ['src/main/recognition/{chosenBySums,counted,makeTable}.ts'],
    tests: ['test/recognition/{chosenBySums,counted,makeTable}.test.ts'],
    equivalents: sums,
  },
  journal: {
    files: ['src/main/archive/journal*.ts'],
    tests: ['test/archive/journal?*.test.ts'],
    equivalents: journal,
  },
  recovery: {
    files: ['src/main/archive/{recovery,told}.ts'],
    tests: ['test/archive/{recovery,told}.test.ts'],
    equivalents: recovery,
  },
  ipc: {
    files: ['src/main/ipc.ts'],
    tests: ['test/main/ipc*.test.ts'],
    equivalents: ipc,
  },
  protocol: {
    files: ['src/main/protocol.ts'],
    tests: ['test/main/protocol*.test.ts'],
    equivalents: protocol,
  },
  actions: {
    files: ['src/renderer/review/actions/*.ts'],
    tests: ['test/renderer/review/*.test.ts'],
    equivalents: actions,
  },
  state: {
    files: ['src/renderer/review/state/*.ts'],
    tests: ['test/renderer/review/*.test.ts'],
    equivalents: state,
  },
} as const satisfies Readonly<Record<string, Room>>

export type RoomName = keyof typeof rooms
export const roomNames = Object.keys(rooms) as readonly RoomName[]
