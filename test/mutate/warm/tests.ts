/**
 * Stands in for `vitest` in tests that `runner.ts` keeps loaded: describe, it and hooks only note what there is, so that any test can be run
 * again as often as there are mutants. `expect` is vitest's own.
 */
import { format } from 'node:util'

export { expect } from 'vitest'

type Act = () => unknown
type HookName = 'beforeAll' | 'afterAll' | 'beforeEach' | 'afterEach'

type Suite = {
  readonly name: string
  readonly parent: Suite | null
  readonly hooks: { readonly [name in HookName]: Act[] }
}

export type NotedTest = { readonly id: string; readonly suite: Suite; readonly act: Act }

const suiteNamed = (name: string, parent: Suite | null): Suite => ({
  name,
  parent,
  hooks: { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] },
})

let suite: Suite = suiteNamed('', null)
let noted: NotedTest[] = []
let finishing: Act[] = []

/** The suites around a test, outermost first. */
function suitesOf(inner: Suite): readonly Suite[] {
  return inner.parent ? [...suitesOf(inner.parent), inner] : [inner]
}

function noteSuite(name: string, body: Act): void {
  suite = suiteNamed(name, suite)
  body()
  suite = suite.parent ?? suite
}

function noteTest(name: string, act: Act): void {
  const names = [...suitesOf(suite).map(item => item.name), name]
  // Tests of one name are told apart by their number.
  noted.push({ id: `${names.join(' > ')} #${noted.length}`, suite, act })
}

type Each = (rows: readonly unknown[]) => (name: string, body: (...row: readonly unknown[]) => unknown) => void

function eachOf(note: (name: string, body: Act) => void): Each {
  return rows => (name, body) => {
    for (const row of rows) {
      const values: readonly unknown[] = Array.isArray(row) ? row : [row]
      note(format(name, ...values), () => body(...values))
    }
  }
}

export const describe = Object.assign(noteSuite, { each: eachOf(noteSuite) })
const testing = () => Object.assign((name: string, act: Act) => noteTest(name, act), { each: eachOf(noteTest) })
export const test = testing()
export const it = testing()

const hook = (name: HookName) => (act: Act) => {
  suite.hooks[name].push(act)
}
export const beforeAll = hook('beforeAll')
export const afterAll = hook('afterAll')
export const beforeEach = hook('beforeEach')
export const afterEach = hook('afterEach')

export function onTestFinished(act: Act): void {
  finishing.push(act)
}

/** The tests that a file notes while it is loaded. */
export async function testsOf(load: () => Promise<unknown>): Promise<readonly NotedTest[]> {
  suite = suiteNamed('', null)
  noted = []
  await load()
  return noted
}

/** Runs a test with all hooks around it, those for all tests of its suite too, since it may be the only one that runs. Throws as it fails. */
export async function runTest({ suite: own, act }: NotedTest): Promise<void> {
  const outer = suitesOf(own)
  const inner = outer.toReversed()
  finishing = []
  try {
    for (const { hooks } of outer) for (const before of hooks.beforeAll) await before()
    for (const { hooks } of outer) for (const before of hooks.beforeEach) await before()
    await act()
  } finally {
    for (const after of finishing) await after()
    for (const { hooks } of inner) for (const after of hooks.afterEach) await after()
    for (const { hooks } of inner) for (const after of hooks.afterAll) await after()
  }
}
