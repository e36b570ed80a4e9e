import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FileLayer } from '../../src/main/disk/files.ts'
import { makeArchive } from '../bench/archive/make.ts'
import { faultyFiles } from './faults.ts'
import { open, revise, value } from './samples.ts'
import { tempFolder } from './temp.ts'

/** The real file system, with a count of the calls and of the bytes read and written. */
function counted(): FileLayer & { readonly take: () => { calls: number; read: number; written: number } } {
  const layer = faultyFiles(() => null)
  let calls = 0
  let read = 0
  let written = 0
  return {
    ...layer,
    open: async (path, flags, mode) => {
      const file = await layer.open(path, flags, mode)
      return {
        ...file,
        read: async (...args) => {
          const got = await file.read(...args)
          read += got
          return got
        },
        write: async (...args) => {
          const put = await file.write(...args)
          written += put
          return put
        },
      }
    },
    readFile: async path => {
      const bytes = await layer.readFile(path)
      if (!path.startsWith('/proc/')) read += bytes.length
      return bytes
    },
    take: () => {
      const taken = { calls: layer.calls() - calls, read, written }
      calls = layer.calls()
      read = 0
      written = 0
      return taken
    },
  }
}

async function costs(records: number) {
  const home = join(await tempFolder(), 'archive')
  await makeArchive(home, records)
  await (await open(home)).close()
  const files = counted()
  const archive = await open(home, files)
  const opening = files.take()
  const [id = ''] = await archive.recordIds()
  const record = value(await archive.record(id))
  files.take()
  value(await revise(archive, record, 2020))
  const saving = files.take()
  await archive.close()
  return { opening, saving, folders: Math.min(256, records) }
}

test('opening and saving one cell cost the same in an archive of 60 records and in one of 1,500', async () => {
  const small = await costs(60)
  const large = await costs(1500)
  // Saving: the record, its journal line and what makes both durable.
  expect(large.saving.calls).toBe(small.saving.calls)
  expect(large.saving.written).toBeLessThan(small.saving.written * 1.2)
  // Opening: the folders of records and sources are looked through for unfinished files; there are 256 of each at most.
  expect(large.opening.read).toBeLessThan(small.opening.read + 300 * 1024)
  expect(large.opening.calls - small.opening.calls).toBeLessThan(5 * 256)
})
