import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openIndex, openStoredIndex } from '../../src/main/index/index.ts'
import { paragraph, sampleRecord } from './samples.ts'

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kaijuan-index-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'index.sqlite')
}

const search = { text: '三审', years: [], statuses: [], offset: 0, limit: 10 }

function written(file: string): void {
  const index = openIndex(file, 'archive-1')
  index.put(sampleRecord({ number: 1, name: '清河区', blocks: [paragraph('三审三校')] }), 7)
  index.close()
}

describe('the index file', () => {
  it('is there again when it is opened again', () => {
    const file = place()
    written(file)
    const index = openIndex(file, 'archive-1')
    expect(index.counts()).toEqual({ records: 1, open: 1 })
    expect(index.lastEntry()).toBe(7)
    expect(index.search(search).hits).toBe(1)
    index.close()
  })

  it('is begun anew when it belongs to another archive', () => {
    const file = place()
    written(file)
    const index = openIndex(file, 'archive-2')
    expect([index.counts().records, index.lastEntry()]).toEqual([0, 0])
    index.close()
  })

  it('is begun anew when it is damaged: rubbish, cut short, or a folder in its place', () => {
    const damage = [
      (file: string) => writeFileSync(file, 'not a database, but long enough to be taken for one'.repeat(200)),
      (file: string) => truncateSync(file, Math.floor(statSync(file).size / 3)),
      (file: string) => {
        rmSync(file)
        rmSync(`${file}-wal`, { force: true })
        writeFileSync(file, '')
      },
    ]
    for (const spoil of damage) {
      const file = place()
      written(file)
      spoil(file)
      const index = openIndex(file, 'archive-1')
      index.put(sampleRecord({ number: 2, name: '望溪区', blocks: [paragraph('三审')] }), 8)
      expect(index.search(search).groups.map(group => group.record.name)).toContain('望溪区')
      index.close()
    }
  })

  it('is kept in memory where no file can be made', () => {
    const index = openIndex(join(place(), 'no', 'such', 'folder', 'index.sqlite'), 'archive-1')
    index.put(sampleRecord({ number: 1, name: '清河区' }), 1)
    expect(index.counts().records).toBe(1)
    index.close()
  })

  it('can be cleared and filled again', () => {
    const file = place()
    written(file)
    const index = openIndex(file, 'archive-1')
    index.clear()
    expect([index.counts().records, index.lastEntry(), index.search(search).reports]).toEqual([0, 0, 0])
    index.put(sampleRecord({ number: 3, name: '甲', blocks: [paragraph('又三审')] }), 2)
    expect(index.search(search).reports).toBe(1)
    index.close()
  })

  it('can be asked by another process while it is written, but only if it is of the same archive', () => {
    const file = place()
    expect(openStoredIndex(file, 'archive-1')).toBe(null)
    written(file)
    const writer = openIndex(file, 'archive-1')
    const reader = openStoredIndex(file, 'archive-1')
    expect(reader?.search(search).reports).toBe(1)
    expect(openStoredIndex(file, 'archive-2')).toBe(null)
    reader?.close()
    writer.close()
  })

  it('leaves nothing of a batch that broke off', () => {
    const index = openIndex(place(), 'archive-1')
    expect(() =>
      index.batch(() => {
        index.put(sampleRecord({ number: 1, name: '甲' }), 1)
        throw new Error('broken off')
      }),
    ).toThrow('broken off')
    expect(index.lastEntry()).toBe(0)
    index.close()
  })
})
