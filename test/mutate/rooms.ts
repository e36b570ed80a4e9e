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
  /** warm: plain code in one process (`warm/runner.ts`), several times quicker. vitest: anything else. */
  readonly runner: 'warm' | 'vitest'
  readonly equivalents: readonly Equivalent[]
}

export const rooms = {
  checks: {
    files: ['src/shared/checks/**/*.ts'],
    tests: [
      'test/shared/checks/{checks,figures,lawmaking,prose,proseClaims,proseSamples,ranking,settling,sums,suspects,years}.test.ts',
      'test/shared/checks/{dates,personal,samples,sections,statements,years}/*.test.ts',
      'test/shared/{findingText,judgedSums}.test.ts',
    ],
    runner: 'warm',
    equivalents: checks,
  },
  current: {
    files: ['src/shared/current/current.ts'],
    tests: ['test/shared/{current,decisions,review,judgedSums}.test.ts'],
    runner: 'warm',
    equivalents: current,
  },
  decisions: {
    files: ['src/shared/current/decisions.ts'],
    tests: ['test/shared/{current,decisions,review}.test.ts'],
    runner: 'warm',
    equivalents: decisions,
  },
  sums: {
    files: ['src/main/recognition/{sums/*,tables/makeTable}.ts'],
    tests: ['test/recognition/{sums/chosenBySums,tables/makeTable}.test.ts'],
    runner: 'warm',
    equivalents: sums,
  },
  journal: {
    files: ['src/main/archive/journal/{entryPlaces,files,journal,lines,loading,reading,summary}.ts'],
    tests: ['test/archive/journal/{entryPlaces,files,lines,loading,open,reading,summary}.test.ts'],
    runner: 'vitest',
    equivalents: journal,
  },
  recovery: {
    files: ['src/main/archive/{records/recovery,journal/sealsByRecord}.ts'],
    tests: ['test/archive/{records/recovery,journal/sealsByRecord}.test.ts'],
    runner: 'vitest',
    equivalents: recovery,
  },
  ipc: {
    files: ['src/main/ipc.ts'],
    tests: ['test/main/ipc*.test.ts'],
    runner: 'vitest',
    equivalents: ipc,
  },
  following: {
    files: ['src/renderer/import/following.ts', 'src/shared/{current/version,data/importing}.ts'],
    tests: ['test/renderer/{import/following,review/saving}.test.ts'],
    runner: 'vitest',
    equivalents: [],
  },
  states: {
    files: [
      'src/main/{archive/opening/gate,keeping/state}.ts',
      'src/main/services/{inspecting/tracking,state/{changed,events},work/{busy,running}}.ts',
    ],
    tests: ['test/{archive/gate,keeping/state,services/states}.test.ts'],
    runner: 'vitest',
    equivalents: [],
  },
  log: {
    files: ['src/main/log/*.ts'],
    tests: ['test/log/*.test.ts'],
    runner: 'vitest',
    equivalents: [],
  },
  protocol: {
    files: ['src/main/protocol.ts'],
    tests: ['test/main/protocol*.test.ts'],
    runner: 'vitest',
    equivalents: protocol,
  },
  actions: {
    files: ['src/renderer/review/actions/*.ts'],
    tests: ['test/renderer/review/*.test.ts'],
    runner: 'vitest',
    equivalents: actions,
  },
  state: {
    files: ['src/renderer/review/state/*.ts'],
    tests: ['test/renderer/review/*.test.ts'],
    runner: 'vitest',
    equivalents: state,
  },
} as const satisfies Readonly<Record<string, Room>>

export type RoomName = keyof typeof rooms
export const roomNames = Object.keys(rooms) as readonly RoomName[]
