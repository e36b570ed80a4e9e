/**
 * Writes a synthetic archive of any size, as the application would have written it but without its fsyncs:
 * `node test/bench/archive/make.ts FOLDER 10000`. Records have the size of real ones (about 70 KB), sources that of a text report.
 */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { noHash } from '../../../src/main/archive/journal/lines.ts'
import { recordFile, sourceFile } from '../../../src/main/archive/layout.ts'
import { hashOf, recordHash } from '../../../src/main/archive/revisions.ts'
import { sealedJson } from '../../../src/main/archive/seal.ts'
import { absentTable } from '../../../src/shared/current/current.ts'
import type { JournalEvent } from '../../../src/shared/data/journal.ts'
import type { ArchiveRecord } from '../../../src/shared/data/record.ts'
import type { ReportTable } from '../../../src/shared/data/report.ts'
import { tableKeys } from '../../../src/shared/form/index.ts'

const words =
  '政府信息公开工作年度报告主动依申请办理结果行政复议诉讼机关制发规范性文件平台建设监督保障群众需求回应解读培训考核存在问题改进情况'

/** Reports of one organization: checks between years are part of the work. */
const years = 10

/** Prose that differs from report to report. */
function prose(seed: number, length: number): string {
  let text = ''
  for (let at = 0; text.length < length; at++) {
    const from = (seed * 7919 + at * 104729) % (words.length - 6)
    text += `${words.slice(from, from + 3 + ((seed + at) % 4))}${at % 9 === 8 ? '。' : at % 4 === 3 ? '，' : ''}`
  }
  return text
}

function table(key: (typeof tableKeys)[number], seed: number): ReportTable {
  const empty = absentTable(key, '2021')
  const cells = empty.cells.map((cell, index) => {
    const value = (seed * 31 + index * 17) % 400
    const anchor = { kind: 'cell' as const, block: 7, row: index, column: index % 7 }
    return { ...cell, state: 'number' as const, value, raw: String(value), confidence: 0.99, anchor }
  })
  return { ...empty, cells: cells as ReportTable['cells'] }
}

/** The number-th report and the bytes it was read from. */
export function syntheticRecord(number: number): { readonly record: ArchiveRecord; readonly source: Buffer } {
  const texts = Array.from({ length: 40 }, (_, index) => prose(number * 40 + index, 220))
  const name = `第${Math.ceil(number / years)}号街道办事处`
  const source = Buffer.from(`${name}\n${texts.join('\n')}`)
  const sha256 = createHash('sha256').update(source).digest('hex')
  const at = new Date(Date.UTC(2024, 0, 1) + number * 60_000).toISOString()
  const blocks = texts.map(text => ({ kind: 'paragraph' as const, text, anchor: null }))
  const record = {
    schema: 1,
    id: sha256.slice(0, 16),
    source: { sha256, bytes: source.length, format: 'text' },
    provenance: {
      name: `${name}.txt`,
      path: `/inbox/${name}.txt`,
      modifiedAt: null,
      importedAt: at,
      importedBy: '李明',
    },
    extraction: {
      reader: 'synthetic',
      at,
      document: { format: 'text', title: name, blocks, pages: [] },
      report: {
        title: `${name}2023年政府信息公开工作年度报告`,
        organization: name,
        year: 2014 + (number % years),
        publishedOn: null,
        region: null,
        sections: [{ key: 'overview', heading: '一、总体情况', text: texts.slice(0, 20).join('\n'), anchor: null }],
        tables: tableKeys.map(key => table(key, number)),
        fieldAnchors: {},
        kind: 'town',
        period: null,
        documentNumber: null,
        unsure: [],
      },
      messages: [],
    },
    revisions: [],
  }
  // The shape is that of the contract; only members no bench looks at are simplified.
  return { record: record as unknown as ArchiveRecord, source }
}

/** Writes `count` records, their sources, journal and head. `made` gives the number-th, if not of the size of a real one. */
export async function makeArchive(
  folder: string,
  count: number,
  made: typeof syntheticRecord = syntheticRecord,
): Promise<void> {
  await mkdir(join(folder, 'log'), { recursive: true })
  const head = {
    schema: 2,
    id: '6f1d3a52-8f0e-4a53-9d1c-0d3f6f2f7a10',
    createdAt: '2024-01-01T00:00:00.000Z',
    settings: { language: 'zh', theme: 'system', who: '李明' },
  }
  await writeFile(join(folder, 'archive.json'), sealedJson(head).bytes)
  const folders = new Set<string>()
  const put = async (path: string, bytes: Buffer) => {
    if (!folders.has(dirname(path))) await mkdir(dirname(path), { recursive: true })
    folders.add(dirname(path))
    await writeFile(path, bytes)
  }
  let previous = noHash
  let lines: string[] = []
  for (let number = 1; number <= count; number++) {
    const { record, source } = made(number)
    const { bytes, seal } = sealedJson(record)
    await put(sourceFile(folder, record.source.sha256), source)
    await put(recordFile(folder, record.id), bytes)
    const { name: fileName, importedAt: at } = record.provenance
    const name = record.extraction.report?.organization ?? ''
    const { sha256 } = record.source
    const event: JournalEvent = {
      kind: 'ingest',
      record: record.id,
      name,
      fileName,
      sha256,
      state: 'archived',
      recordHash: recordHash(record),
      seal,
    }
    const body = { number, at, who: '李明', event, previous }
    const entry = { ...body, hash: hashOf(body) }
    previous = entry.hash
    lines.push(JSON.stringify(entry))
    if (lines.length === 1000 || number === count) {
      await writeFile(join(folder, 'log', '2024.jsonl'), `${lines.join('\n')}\n`, { flag: 'a' })
      lines = []
    }
  }
}

if (process.argv[1] === import.meta.filename) {
  const [folder, count] = process.argv.slice(2)
  if (!folder || !Number(count)) throw new Error('make.ts FOLDER COUNT')
  await makeArchive(folder, Number(count))
}
