/**
 * A Stryker test runner that stays in one process: a mutant costs the tests that reach it and 30 ms to load our own modules anew, where
 * vitest's runner starts a worker and loads everything for each. For rooms whose tests ask no more of vitest than `tests.ts` has.
 */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core'
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import fc from 'fast-check'
import { drawing } from '../setup.ts'
import { modulesIn } from './modules.ts'
import { type NotedTest, runTest, testsOf } from './tests.ts'

type TestFile = { readonly path: string; cost: number }

const context: InstrumenterContext = {}
Object.assign(globalThis, { [INSTRUMENTER_CONSTANTS.NAMESPACE]: context })

function createRunner(): TestRunner {
  fc.configureGlobal(drawing)
  const sandbox = process.cwd()
  const modules = modulesIn(sandbox)
  const patterns = (process.env.KAIJUAN_MUTATE_TESTS ?? '').split(' ')
  let files: TestFile[] = globSync(patterns, { cwd: sandbox }).map(path => ({ path, cost: 0 }))

  async function testsIn({ path }: TestFile): Promise<readonly NotedTest[]> {
    const tests = await testsOf(() => modules.load(join(sandbox, path)))
    return tests.map(test => ({ ...test, id: `${path} ${test.id}` }))
  }

  async function run({ path }: TestFile, test: NotedTest): Promise<TestResult> {
    const started = performance.now()
    const known = { id: test.id, name: test.id, fileName: join(sandbox, path) }
    try {
      await runTest(test)
      return { ...known, status: TestStatus.Success, timeSpentMs: performance.now() - started }
    } catch (error) {
      const failureMessage = error instanceof Error ? error.message : String(error)
      return { ...known, status: TestStatus.Failed, failureMessage, timeSpentMs: performance.now() - started }
    }
  }

  /** Each test over modules of its own: what an earlier one left in a cache would hide from a later one what it reaches. */
  async function dryRun(_: DryRunOptions): Promise<DryRunResult> {
    const results: TestResult[] = []
    for (const file of files) {
      const count = (await testsIn(file)).length
      for (let at = 0; at < count; at++) {
        modules.renew()
        const test = (await testsIn(file))[at]
        if (!test) continue
        context.currentTestId = test.id
        const result = await run(file, test)
        delete context.currentTestId
        results.push(result)
        file.cost += result.timeSpentMs
      }
    }
    // Quick files first: most mutants are noticed by several tests.
    files = files.toSorted((a, b) => a.cost - b.cost)
    const { mutantCoverage } = context
    return { status: DryRunStatus.Complete, tests: results, ...(mutantCoverage ? { mutantCoverage } : {}) }
  }

  /** The first test that fails, or the last of all. Everything is loaded anew with the mutant in it, since modules keep what they made. */
  async function firstFailure({ testFilter }: MutantRunOptions): Promise<TestResult | null> {
    const wanted = testFilter ? new Set(testFilter) : null
    modules.renew()
    let last: TestResult | null = null
    for (const file of files) {
      if (wanted && !testFilter?.some(id => id.startsWith(`${file.path} `))) continue
      for (const test of await testsIn(file)) {
        if (wanted && !wanted.has(test.id)) continue
        last = await run(file, test)
        if (last.status === TestStatus.Failed) return last
      }
    }
    return last
  }

  async function mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    context.activeMutant = options.activeMutant.id
    context.hitCount = 0
    if (options.hitLimit === undefined) delete context.hitLimit
    else context.hitLimit = options.hitLimit
    try {
      const result = await firstFailure(options)
      if (options.hitLimit !== undefined && (context.hitCount ?? 0) > options.hitLimit)
        return toMutantRunResult({ status: DryRunStatus.Timeout, reason: 'more turns than the code needs' })
      return toMutantRunResult({ status: DryRunStatus.Complete, tests: result ? [result] : [] })
    } catch (error) {
      // Code that can no longer be loaded.
      return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: String(error) })
    } finally {
      delete context.activeMutant
      delete context.hitCount
    }
  }

  return { capabilities: () => ({ reloadEnvironment: true }), dryRun, mutantRun }
}
createRunner.inject = [] as const

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'warm', createRunner)]
