/**
 * `npm test`: sees to a browser and a font, builds, runs unit, integration and end-to-end tests, and fails when any of it did not run.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hostHere } from './host/driver.ts'
import { seeToPrerequisites } from './host/prerequisites.ts'
import { makeTemporary } from './temporary.ts'

const project = join(import.meta.dirname, '..')

function fail(text: string): never {
  console.error(text)
  process.exit(1)
}

const nodeArguments = (script: string, args: readonly string[]): string[] => [
  '--disable-warning=ExperimentalWarning',
  join(project, script),
  ...args,
]

function build(): boolean {
  const args = nodeArguments('node_modules/electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'])
  return spawnSync(process.execPath, args, { cwd: project, stdio: 'inherit' }).status === 0
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

/** Runs one project of vitest.config.ts in a process of its own. Its lines are printed as they come, or together so as not to mix with others. */
async function runProject(name: 'unit' | 'e2e', temporary: string, lines: 'at once' | 'at its end') {
  const report = join(project, `test-results/vitest-${name}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const child = spawn(
    process.execPath,
    nodeArguments('node_modules/vitest/vitest.mjs', ['run', '--project', name, ...reporters]),
    {
      cwd: project,
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', lines === 'at once' ? 'inherit' : 'pipe', 'inherit'],
    },
  )
  let held = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    held += text
  })
  const [status] = (await once(child, 'close')) as [number | null]
  process.stdout.write(held)
  if (!existsSync(report)) fail(`The ${name} tests did not run to their end.`)
  return { status: status ?? 1, results: JSON.parse(readFileSync(report, 'utf8')) as Results }
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
if (!build()) fail('The build failed.')
const temporary = makeTemporary()
process.on('exit', temporary.remove)
// A window mostly waits, for its pictures and its disk: its tests run beside the others, not behind them.
const [unit, endToEnd] = await Promise.all([
  runProject('unit', temporary.folder, 'at once'),
  runProject('e2e', temporary.folder, 'at its end'),
])
const sum = (of: (results: Results) => number) => of(unit.results) + of(endToEnd.results)
const skipped = sum(results => results.numPendingTests)
console.log(
  `${sum(results => results.numPassedTests)} passed, ${sum(results => results.numFailedTests)} failed, ${skipped} skipped`,
)
for (const folder of ['e2e', 'components']) {
  const tests = endToEnd.results.testResults
    .filter(file => file.name.replaceAll('\\', '/').includes(`/test/${folder}/`))
    .flatMap(file => file.assertionResults)
    .filter(test => test.status === 'passed' || test.status === 'failed')
  if (tests.length === 0) fail(`No test of test/${folder} ran.`)
}
if (skipped > 0) fail('Tests were skipped.')
if (sum(results => results.numFailedTests) > 0) fail('Tests failed.')
process.exit(unit.status || endToEnd.status)
