import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readersDigest, readersVersion } from '../src/main/readersVersion.ts'
import { tempFolder } from './archive/temp.ts'

const src = join(import.meta.dirname, '../src')

it('the version of the readers changes with the readers, and with nothing else', async () => {
  const copy = await tempFolder()
  for (const room of ['main/readers', 'main/recognition', 'shared/form', 'shared/messages'])
    await cp(join(src, room), join(copy, room), { recursive: true })
  expect(readersDigest(copy)).toBe(readersDigest(src))
  await mkdir(join(copy, 'main/cli'))
  await writeFile(join(copy, 'main/cli/run.ts'), 'other')
  expect(readersDigest(copy)).toBe(readersDigest(src))
  const reader = join(copy, 'main/readers/sniff.ts')
  await writeFile(reader, `${await readFile(reader, 'utf8')}\n`)
  expect(readersDigest(copy)).not.toBe(readersDigest(src))
  expect(readersVersion('1.2.3')).toBe(`1.2.3+${readersDigest(src)}`)
})
