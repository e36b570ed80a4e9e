import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOf } from '../../../src/main/archive/revisions.ts'
import { ingest, open, revise, value } from '../../archive/samples.ts'

/** Takes the seal off a file, as the first version wrote it. */
async function unseal(path: string): Promise<void> {
  const { seal: _, ...data } = JSON.parse(await readFile(path, 'utf8'))
  await writeFile(path, JSON.stringify(data.schema === 2 ? { ...data, schema: 1 } : data))
}

/** An archive as the first version wrote it: no file bears a seal, and the journal tells none. */
export async function makeOldArchive(folder: string, records: number): Promise<void> {
  const inbox = `${folder}-inbox`
  await mkdir(inbox, { recursive: true })
  const archive = await open(folder)
  for (let number = 0; number < records; number++) {
    await writeFile(join(inbox, 'a.txt'), `report ${number}`)
    value(await revise(archive, await ingest(archive, join(inbox, 'a.txt')), 2000 + (number % 20)))
  }
  const ids = await archive.recordIds()
  await archive.close()
  await rm(join(folder, 'log/summary.json'))
  await rm(join(folder, 'generations'), { recursive: true })
  await unseal(join(folder, 'archive.json'))
  for (const id of ids) await unseal(join(folder, 'records', id.slice(0, 2), `${id}.json`))
  for (const name of await readdir(join(folder, 'log'))) {
    if (!name.endsWith('.jsonl')) continue
    let previous = '0'.repeat(64)
    const lines = (await readFile(join(folder, 'log', name), 'utf8')).trim().split('\n')
    const old = lines.map(line => {
      const { hash: _, ...entry } = JSON.parse(line)
      const { seal, sealBefore, ...event } = entry.event
      const body = { ...entry, event, previous }
      previous = hashOf(body)
      return JSON.stringify({ ...body, hash: previous })
    })
    await writeFile(join(folder, 'log', name), `${old.join('\n')}\n`)
  }
}
