/**
 * `npm run bench:accuracy`: reads the synthetic corpus and says for every cell whether the number read is the number printed.
 * `--quick` takes fewer files, `--only TEXT` those whose name contains it, `--no-peers` leaves other tools out, `--wrong` lists
 * every wrong cell. Writes test-results/accuracy.json; ends with 1 when a goal is missed.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readBytes } from '../../../src/main/ingest/readBytes.ts'
import { type CorpusFile, makeCorpus } from '../../corpus/make.ts'
import { corpusFormats } from '../../corpus/model.ts'
import { goalsOf } from './goals.ts'
import { type FileResult, judgeFile } from './outcome.ts'
import { readPeers } from './peers.ts'
import { addCells, emptyTally, type Tally, tableLines, tallyHead, tallyRow } from './tally.ts'

export type Measured = { readonly file: CorpusFile; readonly result: FileResult; readonly error: string | null }

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    'no-peers': { type: 'boolean', default: false },
    wrong: { type: 'boolean', default: false },
  },
})
const results = join(import.meta.dirname, '..', '..', '..', 'test-results')
const cache = join(results, 'corpus')
const size = values.quick ? { seeds: 1, combinations: 6 } : { seeds: 3, combinations: 40 }

async function measure(file: CorpusFile): Promise<Measured> {
  try {
    const { report, messages } = await readBytes(file.bytes, file.name, () => {})
    return { file, result: judgeFile(file.truth, report, messages), error: null }
  } catch (error) {
    return { file, result: judgeFile(file.truth, null, []), error: String(error) }
  }
}

const tallies = (): { of: (name: string) => Tally; all: Map<string, Tally> } => {
  const all = new Map<string, Tally>()
  const of = (name: string) => {
    const known = all.get(name) ?? emptyTally()
    all.set(name, known)
    return known
  }
  return { of, all }
}

const { files, unmade } = await makeCorpus(size, cache, planned => planned.id.includes(values.only))
const measured: Measured[] = []
for (const file of files) measured.push(await measure(file))

const byFormat = tallies()
const byQuirk = tallies()
for (const { file, result } of measured) {
  const { planned } = file
  addCells(
    byFormat.of(planned.lossy ? `${planned.format}, lossy files` : planned.format),
    result.cells.filter(cell => !cell.lost),
  )
  const lost = result.cells.filter(cell => cell.lost)
  if (lost.length > 0) addCells(byFormat.of(`${planned.format}, cells lost in the file`), lost)
  const quirk = planned.quirks.length > 1 ? '(combinations)' : (planned.quirks[0]?.name ?? '(plain)')
  addCells(
    byQuirk.of(`${quirk} · ${planned.format}`),
    result.cells.filter(cell => !cell.lost),
  )
}

const formatRows = [...byFormat.all]
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([name, tally]) => tallyRow(name, tally))
console.log(tableLines([['Kaijuan by format', ...tallyHead.slice(1)], ...formatRows]).join('\n'))
const quirkRows = [...byQuirk.all].map(([name, tally]) => tallyRow(name, tally))
console.log(`\n${tableLines([['by quirk', ...tallyHead.slice(1)], ...quirkRows]).join('\n')}`)

const peers = values['no-peers'] ? [] : await readPeers(measured, cache)
if (peers.length > 0) {
  const rows = peers.map(peer => (peer.tally ? tallyRow(peer.name, peer.tally) : [peer.name, peer.note]))
  console.log(`\n${tableLines([['others, same files, naive reader', ...tallyHead.slice(1)], ...rows]).join('\n')}`)
}

for (const { file, result, error } of measured) {
  const wrong = result.cells.filter(cell => cell.outcome === 'silent' && !cell.blankAsZero)
  const zero = result.cells.filter(cell => cell.blankAsZero)
  const facts = [
    ...(error ? [`threw ${error}`] : []),
    ...(result.invented.length > 0 ? [`invented ${result.invented}`] : []),
    ...(result.unsaidPictures.length > 0 ? [`picture not said: ${result.unsaidPictures}`] : []),
    ...(result.wrongEditions.length > 0 ? [`edition wrong: ${result.wrongEditions}`] : []),
    ...(result.sums.missed.length > 0 ? [`sums not found: ${result.sums.missed.slice(0, 4)}`] : []),
    ...(wrong.length > 0
      ? [
          `${wrong.length} silent: ${wrong
            .slice(0, 3)
            .map(cell => cell.detail)
            .join(' | ')}`,
        ]
      : []),
    ...(zero.length > 0 ? [`${zero.length} blank as zero`] : []),
    ...(result.metadata.organization && result.metadata.year ? [] : [`organization or year wrong`]),
  ]
  if (facts.length > 0) console.log(`! ${file.name}: ${facts.join('; ')}`)
  if (values.wrong) {
    for (const cell of result.cells)
      if (cell.outcome !== 'right')
        console.log(`    ${cell.outcome} ${cell.detail || cell.key}${cell.lost ? ' (lost in the file)' : ''}`)
  }
}
for (const planned of unmade) console.log(`? ${planned.id}: not made, no office program or it refused`)

const goals = goalsOf(measured)
console.log(`\n${goals.map(goal => `${goal.met ? 'met   ' : 'MISSED'} ${goal.name}: ${goal.figure}`).join('\n')}`)
mkdirSync(results, { recursive: true })
const output = {
  schema: 1,
  formats: corpusFormats,
  files: files.length,
  unmade: unmade.map(planned => planned.id),
  byFormat: Object.fromEntries(byFormat.all),
  byQuirk: Object.fromEntries(byQuirk.all),
  peers,
  goals,
}
writeFileSync(join(results, 'accuracy.json'), `${JSON.stringify(output, null, 1)}\n`)
process.exitCode = goals.every(goal => goal.met) ? 0 : 1
