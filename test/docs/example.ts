import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { cellsCsv, csvHead } from '../../src/main/exchange/cellsCsv.ts'
import { recordLayout } from '../../src/main/exchange/record/layout.ts'
import { fold } from '../../src/main/index/text/fold.ts'
import { tokensOf } from '../../src/main/index/text/tokens.ts'
import { readSource } from '../../src/main/readers/index.ts'
import { recognise } from '../../src/main/recognition/index.ts'
import { parseTyped } from '../../src/renderer/review/state/parse.ts'
import type { Input } from '../../src/shared/api.ts'
import { checkReport } from '../../src/shared/checks/index.ts'
import type { Block } from '../../src/shared/data/document.ts'
import type { Cell, ReportTable } from '../../src/shared/data/report.ts'
import { messageText } from '../../src/shared/messages/index.ts'
import { findingText } from '../../src/shared/words/findingText.ts'
import { file, imported, services, tempFolder, value } from '../services/support.ts'

/** What the pages of docs/rooms show of the example: each block by its name, made by the program itself. */
export type Shown = Readonly<Record<string, string>>

export const exampleName = '青石镇2023.html'

/** What differs from run to run is written otherwise: times and the person as …, each hash as a letter, so that one sees which are the same. */
function steady(id: string): (value: unknown) => string {
  const letters = new Map<string, string>()
  const letterOf = (hash: string): string => {
    const known = letters.get(hash) ?? String.fromCharCode(65 + letters.size)
    letters.set(hash, known)
    return known
  }
  return value =>
    JSON.stringify(value)
      .replace(/"\d{4}-\d\d-\d\dT[^"]*"/g, '"…"')
      .replace(/"who":"[^"]*"/g, '"who":"…"')
      .replace(/"([0-9a-f]{64})"/g, (_, hash: string) => {
        if (/^0+$/.test(hash)) return '"0…0"'
        return hash.startsWith(id) ? `"${id}…"` : `"${letterOf(hash)}"`
      })
}

function shownBlock(block: Block, index: number): readonly string[] {
  if (block.kind !== 'grid') return [`${index} ${block.kind} ${'text' in block ? block.text : ''}`]
  const cell = (at: number) => JSON.stringify(block.cells[at])
  return [
    `${index} grid of ${block.rows} rows and ${block.columns} columns`,
    ...[0, 2, 23].map(at => `    ${cell(at)}`),
  ]
}

const shownCell = (table: ReportTable) => (cell: Cell) =>
  [
    `${table.key}/${cell.row}/${cell.column}`,
    ...[cell.state, String(cell.value), JSON.stringify(cell.raw), String(cell.confidence)],
    `block ${cell.anchor?.block} row ${cell.anchor?.row} column ${cell.anchor?.column}`,
  ].join('  ')

async function readingShown(bytes: Uint8Array): Promise<Shown> {
  const { document } = await readSource(bytes, exampleName)
  if (!document) throw new Error('the example cannot be read')
  const { report, messages } = recognise(document, exampleName)
  const [table] = report.tables
  if (!table) throw new Error('the example has no table')
  const { title, organization, kind, year, publishedOn } = report
  return {
    blocks: document.blocks.flatMap(shownBlock).join('\n'),
    facts: JSON.stringify({ title, organization, kind, year, publishedOn }),
    cells: [...table.cells.slice(0, 5), ...table.cells.slice(13)].map(shownCell(table)).join('\n'),
    alternatives: JSON.stringify(table.cells[0]?.alternatives),
    messages: messages.map(item => `${item.code}  ${messageText(item, 'zh')}`).join('\n'),
    findings: checkReport(report)
      .filter(item => item.severity === 'error')
      .map(item => `${item.rule}  ${findingText(item, report, 'zh').detail}`)
      .join('\n'),
  }
}

async function names(folder: string): Promise<string> {
  const found = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())
  const paths = found.map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
  return paths
    .map(path => path.replace(/archive-\d{4}-\d\d-\d\d/, 'archive-<day>').replace(/\d{4}\.jsonl/, '<year>.jsonl'))
    .filter(path => !/^(?:archive\.lock|index\.sqlite|inspections|log\/summary)/.test(path))
    .sort()
    .join('\n')
}

const wholeJournal: Input<'journal.list'> = {
  ...{ before: null, limit: 50, kinds: [], who: [], since: null, until: null, text: '', record: null },
}

/** Puts the example through reader, recognition, archive, index and exchange. */
export async function exampleShown(text: string): Promise<Shown> {
  const folder = join(await tempFolder(), 'archive')
  const open = await services({ folder })
  const [item] = await imported(open, await file(exampleName, text))
  const id = item?.record ?? ''
  const typed = parseTyped('２', 'count')
  if (!typed.ok) throw new Error(typed.error)
  const change = { kind: 'cell', cell: 'proceedings/review/upheld', after: typed.reading } as const
  const revised = value(await open.api['record.revise']({ id, base: 0, act: 'edit', why: '', change }))
  const journal = value(await open.api['journal.list'](wholeJournal)).entries.toReversed()
  const plain = steady(id)
  const query = '三审三校 12条'
  const found = value(await open.api['search.run']({ text: query, years: [], statuses: [], offset: 0, limit: 20 }))
  const { words, pieces } = tokensOf(fold(query.split(' ')[1] ?? '').text)
  return {
    ...(await readingShown(Buffer.from(text))),
    item: JSON.stringify({ ...item, path: '…' }),
    files: await names(folder),
    typed: JSON.stringify(typed.reading),
    wanted: JSON.stringify({ id, base: 0, act: 'edit', why: '', change }),
    ingest: plain(journal[0]),
    revise: plain(journal.at(-1)),
    revision: plain(revised.revisions[0]),
    folded: fold('全年主动公开信息１２条，严格落实三审三校。').text,
    tokens: JSON.stringify({ words: [...words], pieces: [...pieces] }),
    hits: JSON.stringify(found.groups.map(group => ({ record: group.record.id, hits: group.hits }))),
    csv: [csvHead.slice(1), cellsCsv(revised).split('\r\n')[0] ?? ''].join('').replace(/\r\n/g, '\n'),
    bag: Object.values(recordLayout(revised)).slice(1).join('\n'),
  }
}
