/**
 * Cuts the power at every change of the disk that a run of edits makes, in three ways each, and looks what an opening then finds:
 * `node test/soak/crash.ts --edits 200 --seed 1`. It must be what was acknowledged last, or that and the step under way. Exit status 1 else.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openArchive } from '../../src/main/archive/index.ts'
import type { Archive } from '../../src/main/archive/model.ts'
import type { ArchiveRecord } from '../../src/shared/data/record.ts'
import { killHolder } from '../archive/holders.ts'
import { ingest, never, open, revise, value } from '../archive/samples.ts'
import { makeRandom } from '../corpus/random.ts'
import { type Cut, crashDisk, cuts, putImage } from './crashDisk.ts'
import { seedOf } from './seed.ts'

export type CrashReport = {
  readonly edits: number
  /** Moments at which the power was cut. */
  readonly moments: number
  readonly images: number
  readonly losses: readonly string[]
}

/** What a person would see, as text that two archives can be compared by. */
async function stateOf(archive: Archive): Promise<string> {
  const records = await Promise.all((await archive.recordIds()).map(async id => value(await archive.record(id))))
  const seen = records.map(({ id, revisions }) => [id, revisions.map(item => item.hash)])
  const entries = await archive.entriesAfter(0)
  return JSON.stringify([archive.settings(), seen, entries.map(entry => entry.hash)])
}

type Image = { readonly what: string; readonly acknowledged: number; readonly files: ReadonlyMap<string, Buffer> }

async function lossIn(image: Image, states: readonly string[]): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'kaijuan-crash-'))
  try {
    await putImage(image.files, folder)
    await killHolder(folder)
    const opened = await openArchive(folder, { version: 'soak' })
    if (!opened.ok) return `${image.what}: does not open: ${opened.problem.code} ${opened.problem.detail}`
    const archive = opened.value
    const state = await stateOf(archive)
    const report = value(await archive.verify(() => undefined, never()))
    await archive.close()
    const errors = [...archive.notes, ...report.problems].filter(item => item.severity === 'error')
    if (archive.readOnly) return `${image.what}: opens to be read only: ${archive.readOnly.code}`
    if (errors.length > 0) return `${image.what}: ${JSON.stringify(errors.map(item => [item.code, item.params]))}`
    const at = states.indexOf(state)
    if (at !== image.acknowledged && at !== image.acknowledged + 1)
      return `${image.what}: shows state ${at}, ${image.acknowledged} was acknowledged`
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** `every`: only every so many-th moment is looked at. */
export async function crashRounds(
  edits: number,
  every: number,
  seed: string,
  tell: (line: string) => void = () => undefined,
): Promise<CrashReport> {
  const folder = await mkdtemp(join(tmpdir(), 'kaijuan-crash-'))
  const home = join(folder, 'archive')
  const states: string[] = []
  const images: Image[] = []
  const losses: string[] = []
  let moments = 0
  let looked = 0
  let armed = false
  const disk = crashDisk(home, async () => {
    if (!armed || moments++ % every !== 0) return
    for (const cut of cuts) keep(cut)
  })
  const keep = (cut: Cut) =>
    images.push({
      what: `moment ${moments}, ${cut}`,
      acknowledged: states.length - 1,
      files: disk.image(cut, makeRandom(`${seed}/${moments}/${cut}`).next),
    })
  try {
    const made = await open(home, disk.files)
    const records: ArchiveRecord[] = []
    for (const name of ['a.txt', 'b.txt', 'c.txt']) {
      await writeFile(join(folder, name), `report ${name}`)
      records.push(await ingest(made, join(folder, name), name))
    }
    await made.close()
    const archive = await open(home, disk.files)
    states.push(await stateOf(archive))
    const look = async () => {
      // A step's images are looked at when it is known what it leads to.
      for (const image of images.splice(0)) {
        looked++
        const loss = await lossIn(image, states)
        if (loss) losses.push(loss)
      }
    }
    for (let edit = 0; edit < edits && losses.length < 5; edit++) {
      armed = true
      const which = edit % records.length
      const record = records[which]
      if (edit % 20 === 7) value(await archive.saveSettings({ who: `${edit}` }))
      else if (edit % 20 === 13) {
        await writeFile(join(folder, 'new.txt'), `new report ${edit}`)
        records.push(await ingest(archive, join(folder, 'new.txt'), 'new.txt'))
      } else if (record) records[which] = value(await revise(archive, record, 2000 + (edit % 30)))
      armed = false
      states.push(await stateOf(archive))
      await look()
      if ((edit + 1) % 20 === 0) tell(`${edit + 1} edits, ${looked} images, ${losses.length} losses`)
    }
    await archive.close()
    return { edits, moments, images: looked, losses }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      edits: { type: 'string', default: '200' },
      every: { type: 'string', default: '1' },
      seed: { type: 'string' },
    },
  })
  const seed = seedOf('crash', values.seed)
  const report = await crashRounds(Number(values.edits), Number(values.every), seed, line => console.error(line))
  console.log(JSON.stringify({ seed, ...report }))
  if (report.losses.length > 0) process.exitCode = 1
}
