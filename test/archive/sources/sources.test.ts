import { execFileSync } from 'node:child_process'
import { appendFile, chmod, mkdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type FileLayer, realFiles } from '../../../src/main/disk/files.ts'
import { messageLines } from '../../../src/shared/messages/index.ts'
import type { Outcome } from '../../../src/shared/outcome.ts'
import { faultyFiles } from '../faults.ts'
import { ingest, never, open, problem, recordOf, value } from '../samples.ts'
import { contents, tempFolder, tempsIn } from '../temp.ts'

// SHA-256 of "abc", FIPS 180-2 appendix B.1.
const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

async function setting(files?: FileLayer) {
  const folder = await tempFolder()
  const inbox = join(folder, 'inbox')
  const home = join(folder, 'archive')
  await mkdir(inbox)
  return { inbox, home, archive: await open(home, files) }
}

/** A problem that names the file and says what happened, what was kept and what to do, in Chinese. */
function expectProblem(outcome: Outcome<unknown>, code: string, file: string): void {
  expect(problem(outcome)).toBe(code)
  if (outcome.ok) return
  const { what, kept, todo } = messageLines(outcome.problem, 'zh')
  expect(what).toContain(`“${file}”`)
  for (const line of [what, kept, todo]) expect(line).toMatch(/^[^{}]*[一-鿿][^{}]*。$/)
}

describe('a source', () => {
  test('lies under its SHA-256, byte for byte, and nobody may write it', async () => {
    const { inbox, archive } = await setting()
    await writeFile(join(inbox, 'a.txt'), 'abc')
    const kept = value(await archive.keepSource(join(inbox, 'a.txt'), never()))
    expect(kept).toMatchObject({ id: abc.slice(0, 16), sha256: abc, bytes: 3, record: null })
    expect(kept.path).toBe(archive.sourcePath(abc))
    expect(kept.path.replaceAll('\\', '/')).toMatch(new RegExp(`/sources/ba/${abc}$`))
    expect(await readFile(kept.path, 'utf8')).toBe('abc')
    expect((await stat(kept.path)).mode & 0o222).toBe(0)
    expect(await readFile(join(inbox, 'a.txt'), 'utf8')).toBe('abc')
    expect(value(await archive.readSource(abc))).toEqual({ bytes: Buffer.from('abc'), intact: true })
  })

  test('that is there already is not stored twice, and its record is named', async () => {
    const { inbox, home, archive } = await setting()
    await writeFile(join(inbox, 'a.txt'), 'abc')
    await writeFile(join(inbox, 'copy.txt'), 'abc')
    const record = await ingest(archive, join(inbox, 'a.txt'))
    const before = await contents(home)
    expect(value(await archive.keepSource(join(inbox, 'copy.txt'), never())).record).toEqual(record)
    expect(await contents(home)).toEqual(before)
    expect(await tempsIn(home)).toEqual([])
    expect(problem(await archive.addRecord(record, 'archived'))).toBe('archive.recordPresent')
  })

  test('that was cut short in the archive is made whole by importing the same file again', async () => {
    const { inbox, archive } = await setting()
    await writeFile(join(inbox, 'a.txt'), 'abc')
    const { path } = value(await archive.keepSource(join(inbox, 'a.txt'), never()))
    await chmod(path, 0o644)
    await truncate(path, 1)
    expect(value(await archive.readSource(abc)).intact).toBe(false)
    value(await archive.keepSource(join(inbox, 'a.txt'), never()))
    expect(value(await archive.readSource(abc)).intact).toBe(true)
  })

  test.each([
    ['altered', (path: string) => writeFile(path, 'abd')],
    ['missing', (path: string) => rm(path)],
  ] as const)('of a record that is %s is put right by the same file, and the history says so', async (was, damage) => {
    const { inbox, archive } = await setting()
    await writeFile(join(inbox, 'a.txt'), 'abc')
    const record = await ingest(archive, join(inbox, 'a.txt'))
    const path = archive.sourcePath(abc)
    await chmod(path, 0o644)
    await damage(path)
    expect(value(await archive.keepSource(join(inbox, 'a.txt'), never()))).toMatchObject({ record, mended: was })
    expect(value(await archive.readSource(abc)).intact).toBe(true)
    expect(value(await archive.keepSource(join(inbox, 'a.txt'), never())).mended).toBeNull()
    const told = (await archive.entriesAfter(1)).map(({ event }) => event)
    expect(told).toEqual([{ kind: 'repair', record: record.id, name: expect.any(String), sha256: abc, was }])
    expect(value(await archive.verify(() => undefined, never())).problems).toEqual([])
  })

  test('that was put right does not keep its record from being put back', async () => {
    const { inbox, home, archive } = await setting()
    await writeFile(join(inbox, 'a.txt'), 'abc')
    const record = await ingest(archive, join(inbox, 'a.txt'))
    value(await archive.keepGeneration(never()))
    await rm(archive.sourcePath(abc))
    value(await archive.keepSource(join(inbox, 'a.txt'), never()))
    await writeFile(join(home, 'records', record.id.slice(0, 2), `${record.id}.json`), '{}')
    expect(value(await archive.record(record.id))).toEqual(record)
  })

  test('can be empty, and larger than one read', async () => {
    const { inbox, archive } = await setting()
    await writeFile(join(inbox, 'empty.txt'), '')
    expect(value(await archive.keepSource(join(inbox, 'empty.txt'), never())).bytes).toBe(0)
    const large = Buffer.alloc(3 * 1024 * 1024 + 7, 'kaijuan')
    await writeFile(join(inbox, 'large.bin'), large)
    const kept = value(await archive.keepSource(join(inbox, 'large.bin'), never()))
    expect(Buffer.compare(value(await archive.readSource(kept.sha256)).bytes, large)).toBe(0)
  })

  test('that is missing is a problem that names it', async () => {
    const { archive } = await setting()
    expect(problem(await archive.readSource(abc))).toBe('archive.sourceMissing')
  })

  test('must be there before a record is written', async () => {
    const { archive } = await setting()
    const record = recordOf({ id: abc.slice(0, 16), sha256: abc, bytes: 3, path: '', record: null }, 'a.txt')
    expect(problem(await archive.addRecord(record, 'archived'))).toBe('archive.sourceMissing')
  })
})

describe('a file that cannot be taken in', () => {
  test('a folder named x.pdf', async () => {
    const { inbox, home, archive } = await setting()
    await mkdir(join(inbox, 'x.pdf'))
    const before = await contents(home)
    expectProblem(await archive.keepSource(join(inbox, 'x.pdf'), never()), 'archive.fileIsFolder', 'x.pdf')
    expect(await contents(home)).toEqual(before)
  })

  test('a file that vanished before it was read', async () => {
    const { inbox, archive } = await setting()
    expectProblem(await archive.keepSource(join(inbox, 'gone.doc'), never()), 'archive.fileGone', 'gone.doc')
  })

  test('a pipe, without waiting for somebody to write into it', async () => {
    const { inbox, archive } = await setting()
    execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', join(inbox, 'pipe.pdf')])
    expectProblem(await archive.keepSource(join(inbox, 'pipe.pdf'), never()), 'archive.fileIsSpecial', 'pipe.pdf')
    expectProblem(await archive.keepSource('/dev/zero', never()), 'archive.fileIsSpecial', 'zero')
  })

  test('a file of more than 2 GB, before anything is copied', async () => {
    const { inbox, home, archive } = await setting()
    await writeFile(join(inbox, 'disk.img'), '')
    // A sparse file: it has a length and takes no room.
    await truncate(join(inbox, 'disk.img'), 2 * 1024 ** 3 + 1)
    expectProblem(await archive.keepSource(join(inbox, 'disk.img'), never()), 'archive.fileTooLarge', 'disk.img')
    expect(await tempsIn(home)).toEqual([])
  })

  for (const [code, expected] of [
    ['EACCES', 'archive.fileDenied'],
    ['EBUSY', 'archive.fileDenied'],
    ['EIO', 'archive.fileUnreadable'],
    ['ENOENT', 'archive.fileGone'],
  ] as const)
    test(`a file whose opening or reading ends in ${code} leaves nothing behind`, async () => {
      // As root, permission bits forbid nothing; the refusal is injected instead.
      for (const name of ['open', 'read']) {
        const files = faultyFiles(call =>
          call.name === name && call.path.endsWith('a.txt') ? { kind: 'error', code } : null,
        )
        const { inbox, home, archive } = await setting(files)
        await writeFile(join(inbox, 'a.txt'), 'abc')
        const before = await contents(home)
        expectProblem(await archive.keepSource(join(inbox, 'a.txt'), never()), expected, 'a.txt')
        expect(await contents(home)).toEqual(before)
        expect(await tempsIn(home)).toEqual([])
      }
    })

  test('a file that grows whenever it is read; one that changed once only is taken in on the second attempt', async () => {
    let growth = 0
    const path = { given: '' }
    const files: FileLayer = {
      ...realFiles,
      open: async (name, flags, mode) => {
        const file = await realFiles.open(name, flags, mode)
        if (name !== path.given || growth-- <= 0) return file
        let grown = false
        return {
          ...file,
          read: async (buffer, offset, length) => {
            const got = await file.read(buffer, offset, length)
            if (!grown) await appendFile(name, 'more')
            grown = true
            return got
          },
        }
      },
    }
    const { inbox, home, archive } = await setting(files)
    path.given = join(inbox, 'busy.txt')
    await writeFile(path.given, 'abc')
    growth = 100
    const before = await contents(home)
    expectProblem(await archive.keepSource(path.given, never()), 'archive.changedWhileReading', 'busy.txt')
    expect(await contents(home)).toEqual(before)
    growth = 1
    const kept = value(await archive.keepSource(path.given, never()))
    expect(value(await archive.readSource(kept.sha256)).bytes).toEqual(await readFile(path.given))
    expect(await tempsIn(home)).toEqual([])
  })

  test('a file whose import was cancelled', async () => {
    const { inbox, home, archive } = await setting()
    await writeFile(join(inbox, 'a.txt'), 'abc')
    expect(problem(await archive.keepSource(join(inbox, 'a.txt'), AbortSignal.abort()))).toBe('archive.cancelled')
    expect(await tempsIn(home)).toEqual([])
  })
})
