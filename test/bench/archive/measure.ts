// A child process of run.ts: measures one archive and prints the figures as JSON, so that each archive has a memory of its own.
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openArchive } from '../../../src/main/archive/index.ts'
import { createServices } from '../../../src/main/services.ts'
import { never, value } from '../../archive/samples.ts'
import { syntheticRecord } from './make.ts'
import { archiveSaves, firstPage, type Query, type SaveCell, windowSaves } from './saves.ts'
import { percentile, resident, round, timed } from './timing.ts'

const [folder = '', what = 'archive', edits = '200'] = process.argv.slice(2)

const open = async () => value(await openArchive(folder, { version: 'bench' }))

async function saveCells(save: SaveCell, count: number): Promise<readonly number[]> {
  const times: number[] = []
  for (let edit = 0; edit < 20 + count; edit++) times.push(await save(edit))
  // The first ones are not counted: code is still being compiled.
  return times.slice(20)
}

async function measureArchive(): Promise<Record<string, number>> {
  const before = resident()
  const [first, openFirst] = await timed(open)
  await first.close()
  const [archive, openMs] = await timed(open)
  const memoryOpen = resident() - before
  const [ids, idsMs] = await timed(archive.recordIds)
  const times = await saveCells(await archiveSaves(archive), Number(edits))
  const page = { before: null, limit: 200, kinds: [], who: [], since: null, record: null, text: '' }
  const [, historyFirst] = await timed(() => archive.journal(page))
  const [, historyNext] = await timed(() => archive.journal(page))
  const [, historyText] = await timed(() => archive.journal({ ...page, text: '第77号' }))
  const inbox = `${folder}-inbox`
  await mkdir(inbox, { recursive: true })
  const fresh = Array.from({ length: 50 }, (_, index) => syntheticRecord(10_000_000 + index + process.pid * 100))
  for (const [index, { source }] of fresh.entries()) await writeFile(join(inbox, `${index}.txt`), source)
  const [, importMs] = await timed(async () => {
    for (const [index, { record }] of fresh.entries()) {
      value(await archive.keepSource(join(inbox, `${index}.txt`), never()))
      value(await archive.addRecord(record, 'archived'))
    }
  })
  await rm(inbox, { recursive: true })
  const memoryWorked = resident() - before
  const [report, verifyMs] = await timed(async () => value(await archive.verify(() => undefined, never())))
  const memoryVerified = resident() - before
  await archive.close()
  return {
    records: ids.length,
    openWithoutSummaryMs: round(openFirst),
    openMs: round(openMs),
    recordIdsMs: round(idsMs),
    saveP50Ms: round(percentile(times, 0.5)),
    saveP95Ms: round(percentile(times, 0.95)),
    historyFirstMs: round(historyFirst),
    historyNextMs: round(historyNext),
    historyTextMs: round(historyText),
    importsPerSecond: round((50 * 1000) / importMs),
    verifyMs: round(verifyMs),
    verifiedPerSecond: round(((report.records + report.sources) * 1000) / verifyMs),
    verifyProblems: report.problems.length,
    memoryOpenMB: round(memoryOpen),
    memoryWorkedMB: round(memoryWorked),
    memoryVerifiedMB: round(memoryVerified),
  }
}

const workerUrl = new URL('../../../src/main/ingest/worker.ts', import.meta.url)
const servicesOptions = { folder, workerUrl, version: 'bench', samples: folder }

/** Makes the index anew, as after its file was deleted. */
async function measureIndex(): Promise<Record<string, number>> {
  for (const tail of ['', '-wal', '-shm']) await rm(join(folder, `index.sqlite${tail}`), { force: true })
  const before = resident()
  const services = value(await createServices(servicesOptions))
  const [, buildMs] = await timed(services.ready)
  const memory = resident() - before
  await services.close()
  const { size } = await stat(join(folder, 'index.sqlite'))
  return { indexBuildMs: round(buildMs), indexMB: round(size / 1024 ** 2), indexMemoryMB: round(memory) }
}

/** The way the application opens: with its index, and the first page of the catalogue. Median of several openings. */
async function measureServices(): Promise<Record<string, number>> {
  const before = resident()
  const opened: number[] = []
  const ready: number[] = []
  let memory = 0
  let saves: readonly number[] = []
  const asked: Record<string, number> = {}
  for (let turn = 0; turn < 9; turn++) {
    const [services, openMs] = await timed(async () => {
      const made = value(await createServices(servicesOptions))
      const page = value(await made.api['catalogue.list'](firstPage))
      if (page.rows.length === 0) throw new Error('an empty list is no list')
      return made
    })
    const [, readyMs] = await timed(services.ready)
    opened.push(openMs)
    ready.push(openMs + readyMs)
    const list = async (name: string, query: Partial<Query>) => {
      const [, ms] = await timed(async () => value(await services.api['catalogue.list']({ ...firstPage, ...query })))
      asked[name] = round(ms)
    }
    await list('listAgainMs', {})
    await list('listByFindingsMs', { sort: 'findings', descending: true })
    await list('listOfYearMs', { years: [2016], statuses: ['pending'] })
    await list('listNamedMs', { text: '77号' })
    const { total } = value(await services.api['catalogue.list'](firstPage))
    await list('listLastPageMs', { offset: total - 100 })
    if (turn === 8) {
      saves = await saveCells(await windowSaves(services.api), Number(edits))
    }
    memory = resident() - before
    await services.close()
  }
  return {
    savedP50Ms: round(percentile(saves, 0.5)),
    savedP95Ms: round(percentile(saves, 0.95)),
    listOpenMs: round(percentile(opened, 0.5)),
    listReadyMs: round(percentile(ready, 0.5)),
    ...asked,
    servicesMemoryMB: round(memory),
  }
}

const measures = { archive: measureArchive, index: measureIndex, services: measureServices }
const chosen = Object.entries(measures).find(([name]) => name === what)
if (!chosen) throw new Error(`measure.ts FOLDER ${Object.keys(measures).join('|')}`)
console.log(JSON.stringify(await chosen[1]()))
process.exit(0)
