import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOf, recordHash } from '../../../src/main/archive/revisions.ts'
import type { ArchiveRecord } from '../../../src/shared/data/record.ts'
import { ingest, open, revise, value } from '../../archive/samples.ts'

/** Takes the seal off a file and changes it to what the first version wrote. */
async function unseal<T extends object>(path: string, old: (data: T) => T): Promise<T> {
  const { seal: _, ...data } = JSON.parse(await readFile(path, 'utf8'))
  const written = old(data)
  await writeFile(path, JSON.stringify(written))
  return written
}

/** A record of form 1 tells where its file lay. */
const withPath = (record: ArchiveRecord): ArchiveRecord => ({
  ...record,
  schema: 1,
  provenance: { ...record.provenance, path: `/inbox/${record.provenance.name}` },
})

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
  await rm(join(folder, 'local'), { recursive: true })
  await unseal<object>(join(folder, 'archive.json'), head => ({ ...head, schema: 1 }))
  const hashes = new Map<string, string>()
  for (const id of ids) {
    const record = await unseal(join(folder, 'records', id.slice(0, 2), `${id}.json`), withPath)
    hashes.set(id, recordHash(record))
  }
  for (const name of await readdir(join(folder, 'log'))) {
    if (!name.endsWith('.jsonl')) continue
    let previous = '0'.repeat(64)
    const lines = (await readFile(join(folder, 'log', name), 'utf8')).trim().split('\n')
    const old = lines.map(line => {
      const { hash: _, ...entry } = JSON.parse(line)
      const { seal, sealBefore, ...told } = entry.event
      const event = told.kind === 'ingest' ? { ...told, recordHash: hashes.get(told.record) } : told
      const body = { ...entry, event, previous }
      previous = hashOf(body)
      return JSON.stringify({ ...body, hash: previous })
    })
    await writeFile(join(folder, 'log', name), `${old.join('\n')}\n`)
  }
}
