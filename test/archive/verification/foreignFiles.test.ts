import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../../src/main/archive/index.ts'
import { messageLines } from '../../../src/shared/messages/index.ts'
import { ingest, never, open, revise, value } from '../samples.ts'
import { contents, tempFolder } from '../temp.ts'

describe('conflicted copies of a synchronising program', () => {
  test('are named at opening and by verification, explained in Chinese, and neither merged nor removed', async () => {
    const folder = await tempFolder()
    const home = join(folder, 'archive')
    await writeFile(join(folder, 'a.txt'), 'a report')
    const archive = await open(home)
    const record = await ingest(archive, join(folder, 'a.txt'))
    await archive.close()
    const shard = `records/${record.id.slice(0, 2)}`
    const year = new Date().getUTCFullYear()
    const copies = [
      `${shard}/${record.id} (冲突副本 李明 2026-03-01 10-00-00).json`,
      `${shard}/${record.id} (Li Ming's conflicted copy 2026-03-01).json`,
      `${shard}/${record.id}-DESKTOP-7F3A9K2.json`,
      `${shard}/${record.id}.sync-conflict-20260301-100000-ABCDEFG.json`,
      `log/${year} (冲突副本 李明).jsonl`,
      `archive (冲突副本 李明).json`,
    ]
    for (const copy of copies)
      await copyFile(
        join(home, copy.startsWith('log') ? `log/${year}.jsonl` : `${shard}/${record.id}.json`),
        join(home, copy),
      )
    const before = await contents(home)
    const again = await open(home)
    expect(again.readOnly).toBeNull()
    expect(again.notes.map(note => note.params.file).sort()).toEqual([...copies].sort())
    for (const note of again.notes) {
      expect(note).toMatchObject({ code: 'archive.conflictCopy', severity: 'warning' })
      expect(messageLines(note, 'zh').todo).toContain('停止同步')
    }
    expect(await again.recordIds()).toEqual([record.id])
    expect(again.lastEntry()).toBe(1)
    const report = value(await again.verify(() => undefined, never()))
    expect(report.problems.map(item => item.params.file).sort()).toEqual([...copies].sort())
    await again.close()
    const after = await contents(home)
    for (const copy of copies) expect(after[copy]).toBe(before[copy])
  })
})

describe('an archive opened to be read beside its writer', () => {
  test('takes over what was stored since when it is refreshed', async () => {
    const folder = await tempFolder()
    const home = join(folder, 'archive')
    await writeFile(join(folder, 'a.txt'), 'a report')
    const writer = await open(home)
    const record = await ingest(writer, join(folder, 'a.txt'))
    const reader = value(await openArchive(home, { version: 'test' }))
    expect(reader.readOnly?.code).toBe('archive.heldByOther')
    expect(value(await reader.refresh())).toBe(false)
    const revised = value(await revise(writer, record, 2022))
    expect(reader.lastEntry()).toBe(1)
    expect(value(await reader.refresh())).toBe(true)
    expect(reader.lastEntry()).toBe(2)
    expect(value(await reader.record(record.id))).toEqual(revised)
    expect(await reader.entriesAfter(0)).toEqual(await writer.entriesAfter(0))
    const page = { before: null, limit: 9, kinds: [], who: [], since: null, record: null, text: '' }
    expect((await reader.journal(page)).total).toBe(2)
    expect(value(await reader.verify(() => undefined, never())).problems).toEqual([])
    expect(value(await writer.refresh())).toBe(false)
  })
})
