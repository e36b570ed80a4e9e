import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Archive } from '../../../src/main/archive/model.ts'
import { ingest, never, open, revise, value } from '../samples.ts'
import { tempFolder } from '../temp.ts'

/** An archive with two records, one of them revised, open to be written. */
export async function setting() {
  const folder = await tempFolder()
  const home = join(folder, 'archive')
  const archive = await open(home)
  await writeFile(join(folder, 'a.txt'), 'a report')
  await writeFile(join(folder, 'b.txt'), 'another report')
  const record = value(await revise(archive, await ingest(archive, join(folder, 'a.txt')), 2022))
  const other = await ingest(archive, join(folder, 'b.txt'))
  const file = join(home, 'records', record.id.slice(0, 2), `${record.id}.json`)
  return { folder, home, archive, record, other, file }
}

/** What verification says. */
export const problemsOf = async (archive: Archive) =>
  value(await archive.verify(() => undefined, never())).problems.map(item => item.code)
