/**
 * `npm run mutate`: puts small slips into a room's code, one at a time, and sees whether its tests notice each. Exit status 1 when a room
 * notices less than 85 %, or a mutant is wrongly named as equivalent; 2 for wrong usage. CONTRIBUTING.md says how to work with it.
 */
import { globSync, readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import type { MutantResult, PartialStrykerOptions } from '@stryker-mutator/api/core'
import { Stryker } from '@stryker-mutator/core'
import { changeOf, type Judgement, judge, leastScore, onOneLine, scoreOf, type Tried } from './judge.ts'
import { type Room, type RoomName, roomNames, rooms } from './rooms.ts'
import { notInSample } from './sample.ts'

const project = join(import.meta.dirname, '../..')

const usage = `npm run mutate [-- [ROOM…] [--file PATTERN] [--sample N [--seed S]]]

Rooms: ${roomNames.join(' ')} (all when none is named)

  --file PATTERN  only the files of the room whose path fits this regular expression
  --sample N      try N mutants of each room only, drawn by --seed
  --seed S        a number or word for the draw; without it a new one, which is printed

Prints each mutant that no test noticed as file:line with the change, then the score of each room: noticed / all. What is named in
test/mutate/equivalent counts as neither. test-results/mutate/ROOM.html shows the same in the source.
Exit status: 0 when each room reaches ${leastScore * 100} %, 1 when one does not or a name there is wrong, 2 for wrong usage.`

function wrongUsage(text: string): never {
  console.error(`${text}\n\n${usage}`)
  process.exit(2)
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        file: { type: 'string', default: '' },
        sample: { type: 'string' },
        seed: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    return wrongUsage(error instanceof Error ? error.message : String(error))
  }
}

function optionsFor(
  name: RoomName,
  { runner }: Room,
  files: readonly string[],
  sampled: boolean,
): PartialStrykerOptions {
  return {
    mutate: [...files],
    testRunner: runner,
    // Modules that were loaded anew are never let go of.
    maxTestRunnerReuse: runner === 'warm' ? 200 : 0,
    plugins: [
      '@stryker-mutator/vitest-runner',
      ...['sample.ts', 'warm/runner.ts'].map(file => join(import.meta.dirname, file)),
    ],
    checkers: sampled ? ['sample'] : [],
    coverageAnalysis: 'perTest',
    concurrency: 1,
    // A guard against mutants that never end, not a measure: a slow machine must not make a survivor look noticed.
    timeoutMS: 60_000,
    reporters: ['progress-append-only', 'html'],
    htmlReporter: { fileName: `test-results/mutate/${name}.html` },
    ignorePatterns: ['out', 'dist', 'coverage', 'test-results', 'docs/screenshots'],
    logLevel: 'warn',
    cleanTempDir: 'always',
    vitest: { configFile: 'test/mutate/vitest.config.ts', related: false },
  } as PartialStrykerOptions
}

function outcomeOf({ status, statusReason }: MutantResult): Tried['outcome'] {
  switch (status) {
    // A file that cannot even be loaded, or tests that never end, fail the run as well.
    case 'Killed':
    case 'Timeout':
    case 'RuntimeError':
      return 'noticed'
    case 'NoCoverage':
      return 'notCovered'
    case 'Survived':
      return 'lived'
    case 'CompileError':
    case 'Ignored':
    case 'Pending':
      if (statusReason !== notInSample) throw new Error(`${status}: ${statusReason}`)
      return 'notTried'
  }
}

function triedOf(mutant: MutantResult): Tried {
  const file = relative(project, mutant.fileName).replaceAll('\\', '/')
  const lines = readFileSync(mutant.fileName, 'utf8').split('\n')
  // Lines and columns of results count from 1, the end is exclusive.
  const { start, end } = mutant.location
  const covered = lines.slice(start.line - 1, end.line)
  const original = covered
    .map((line, at) =>
      line.slice(at === 0 ? start.column - 1 : 0, at === covered.length - 1 ? end.column - 1 : undefined),
    )
    .join('\n')
  return {
    file,
    lineNumber: start.line,
    line: onOneLine(lines[start.line - 1] ?? ''),
    change: changeOf(original, mutant.replacement),
    outcome: outcomeOf(mutant),
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

function report(name: RoomName, judgement: Judgement): void {
  for (const { file, lineNumber, line, change, outcome } of judgement.survivors)
    console.log(
      `${file}:${lineNumber}${outcome === 'notCovered' ? ' (no test gets here)' : ''}\n  in  ${line}\n  ${change}`,
    )
  for (const { file, change } of judgement.wronglyNamed)
    console.log(`${file}: named as equivalent, but it is noticed or no longer there\n  ${change}`)
  const { noticed, all, equivalent } = judgement
  console.log(`${name}: ${noticed} of ${all} noticed, ${percent(scoreOf(judgement))}; ${equivalent} equivalent\n`)
}

const { values, positionals } = readArguments()
if (values.help) {
  console.log(usage)
  process.exit(0)
}
const unknown = positionals.filter(name => !roomNames.some(room => room === name))
if (unknown.length > 0) wrongUsage(`No such room: ${unknown.join(' ')}`)
if (values.sample !== undefined && !/^[1-9]\d*$/.test(values.sample)) wrongUsage('--sample takes a whole number')
if (values.seed !== undefined && values.sample === undefined) wrongUsage('--seed draws a --sample')

// It takes long: whatever else runs goes first.
setPriority(10)
process.chdir(project)
if (values.sample !== undefined) {
  const seed = values.seed ?? String(Date.now() % 1_000_000)
  console.log(`A sample of ${values.sample} mutants a room, --seed ${seed}`)
  process.env.KAIJUAN_MUTATE_SAMPLE = values.sample
  process.env.KAIJUAN_MUTATE_SEED = seed
}
const judged: { readonly name: RoomName; readonly judgement: Judgement }[] = []
for (const name of roomNames.filter(room => positionals.length === 0 || positionals.includes(room))) {
  const room: Room = rooms[name]
  const asked = (file: string) => new RegExp(values.file).test(file.replaceAll('\\', '/'))
  const files = globSync([...room.files]).filter(asked)
  if (files.length === 0) wrongUsage(`The room ${name} has no file that fits “${values.file}”`)
  process.env.KAIJUAN_MUTATE_TESTS = room.tests.join(' ')
  const results = await new Stryker(optionsFor(name, room, files, values.sample !== undefined)).runMutationTest()
  const judgement = judge(
    results.map(triedOf),
    room.equivalents.filter(item => asked(item.file)),
  )
  report(name, judgement)
  judged.push({ name, judgement })
}
for (const { name, judgement } of judged)
  console.log(`${name.padEnd(10)} ${percent(scoreOf(judgement)).padStart(7)}  ${judgement.noticed} of ${judgement.all}`)
const failed = judged.filter(({ judgement }) => scoreOf(judgement) < leastScore || judgement.wronglyNamed.length > 0)
if (failed.length > 0) console.error(`Not good enough: ${failed.map(({ name }) => name).join(' ')}`)
process.exit(failed.length > 0 ? 1 : 0)
