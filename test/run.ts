/**
 * `npm test`: sees to a browser and a font, builds, runs unit, integration and end-to-end tests, and fails when any of it did not run.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hostHere } from './host/driver.ts'
import { seeToPrerequisites } from './host/prerequisites.ts'

const project = join(import.meta.dirname, '..')
const report = join(project, 'test-results/vitest.json')

function fail(text: string): never {
  console.error(text)
  process.exit(1)
}

function node(script: string, args: readonly string[]): number {
  const done = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(project, script), ...args], {
    cwd: project,
    stdio: 'inherit',
  })
  return done.status ?? 1
}

type Results = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

const problem = seeToPrerequisites()
if (problem) fail(problem)
const reports = existsSync(join(project, '../shared/reports'))
console.log(
  `Window tests run on: ${hostHere() === 'electron' ? 'Electron' : 'the stand-in host in Chromium (no Electron binary here)'}`,
)
console.log(
  `Reports: our own fixtures${reports ? ' and the real reports in ../shared/reports' : ' only (no ../shared/reports here)'}`,
)
if (node('node_modules/electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']) !== 0)
  fail('The build failed.')
rmSync(report, { force: true })
const status = node('node_modules/vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
])
if (!existsSync(report)) fail('The tests did not run to their end.')
const results = JSON.parse(readFileSync(report, 'utf8')) as Results
const endToEnd = results.testResults
  .filter(file => file.name.replaceAll('\\', '/').includes('/test/e2e/'))
  .flatMap(file => file.assertionResults)
  .filter(test => test.status === 'passed' || test.status === 'failed')
console.log(`${results.numPassedTests} passed, ${results.numFailedTests} failed, ${results.numPendingTests} skipped`)
if (endToEnd.length === 0) fail('No end-to-end test ran.')
if (results.numPendingTests > 0) fail('Tests were skipped.')
process.exit(status)
