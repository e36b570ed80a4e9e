import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBytes } from '../../src/main/ingest/readBytes.ts'
import { gather } from '../../src/main/ingest/tracing.ts'
import { readSource } from '../../src/main/readers/index.ts'
import { recognise } from '../../src/main/recognition/index.ts'
import { type CellKey, cellKey } from '../../src/shared/form/index.ts'
import { cellStory, finalOf } from '../../src/shared/trace/cellStory.ts'
import { stepsOf, type Trace } from '../../src/shared/trace/steps.ts'
import { wholeStory } from '../../src/shared/trace/wholeStory.ts'

/** The steps of a reading, as the worker gathers them. */

const fixtures = join(import.meta.dirname, '../fixtures')
const endings = new Set(['.doc', '.docx', '.pdf', '.html', '.txt', '.rtf', '.odt'])
const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter(name => endings.has(extname(name)))
  .map(name => join(fixtures, name))
  .sort()

type Read = Awaited<ReturnType<typeof readBytes>>
type Both = { readonly plain: Read; readonly traced: Read; readonly trace: Trace }

async function both(path: string, pictures = true): Promise<Both> {
  const bytes = () => new Uint8Array(readFileSync(path))
  const quiet = () => undefined
  const { trace, gathered } = gather(pictures)
  const without = await readBytes(bytes(), basename(path), quiet)
  return {
    plain: without,
    traced: await readBytes(bytes(), basename(path), quiet, undefined, trace),
    trace: gathered(),
  }
}

/** The least of what a cell's confidence rests on. */
const least = (weights: readonly { readonly value: number }[]) => Math.min(...weights.map(weight => weight.value))

describe('a traced reading', () => {
  it('is the same as one that nobody listens to, and its steps end where the report stands, for every fixture', async () => {
    expect(files.length).toBeGreaterThan(30)
    for (const file of files) {
      const { plain: read, traced, trace } = await both(file)
      expect(traced, file).toEqual(read)
      const tables = stepsOf(trace, 'table')
      expect(
        tables.map(step => step.table),
        file,
      ).toEqual(read.report?.tables.map(table => table.key) ?? [])
      for (const [at, table] of (read.report?.tables ?? []).entries()) {
        const step = tables[at]
        const cells = (step?.cells ?? []).map(cell => {
          return { ...cell, key: cellKey(table.key, cell.row, cell.column) }
        })
        expect(
          cells.map(cell => finalOf(trace, cell.key, cell)),
          file,
        ).toEqual(table.cells.map(({ value, confidence }) => ({ value, confidence })))
        const found = cells.filter(cell => cell.state !== 'absent')
        expect(
          found.map(cell => least(cell.weights)),
          file,
        ).toEqual(found.map(cell => cell.confidence))
      }
    }
  })

  it.each(['doc', 'docx', 'pdf', 'html', 'txt', 'rtf', 'odt'])(
    'of a report in %s names the three tables with rows and heads, and each cell’s steps',
    async format => {
      const folder = format === 'rtf' || format === 'odt' ? format : 'reports'
      const name = folder === 'reports' ? `桐坞县人民政府2023.${format}` : `report.${format}`
      const { trace } = await both(join(fixtures, folder, name))
      const tables = stepsOf(trace, 'table')
      expect(tables.map(step => [step.table, step.rows.length, step.cells.length])).toEqual([
        ['disclosure', 6, 10],
        ['requests', 25, 175],
        ['proceedings', 3, 15],
      ])
      expect(stepsOf(trace, 'search').map(step => step.finds.filter(find => find.chosen).length)).toEqual([1, 1, 1])
      for (const step of tables) {
        expect(step.rows.every(row => row.text !== '' && row.confidence > 0.9)).toBe(true)
        expect(step.heads.length).toBeGreaterThan(4)
        for (const cell of step.cells) {
          const key: CellKey = cellKey(step.table, cell.row, cell.column)
          const told = cellStory(trace, key, 'zh').map(part => part.step)
          expect(
            told.filter(part => part !== 'byHead'),
            key,
          ).toEqual(expect.arrayContaining(['found', 'row', 'column', 'byCount', 'verdict', 'reading', 'weights']))
        }
      }
      expect(stepsOf(trace, 'fact').map(step => step.fact)).toEqual([
        ...['title', 'organization', 'year', 'publishedOn', 'region', 'kind', 'period', 'documentNumber'],
      ])
      expect(stepsOf(trace, 'sniff')).toHaveLength(1)
    },
  )

  it('says of a cell that head and count find differently what each of them found', async () => {
    const page = readFileSync(join(fixtures, 'reports/桐坞县人民政府2023.html'), 'utf8')
    // One cell of the row is gone: what is left moves under the heads of its neighbours.
    const row = /(（一）\s*予以公开[\s\S]*?<\/td>\s*)<td[\s\S]*?<\/td>/
    const { trace, gathered } = gather(false)
    await readBytes(Buffer.from(page.replace(row, '$1')), 'short.html', () => undefined, undefined, trace)
    const cells = stepsOf(gathered(), 'table').flatMap(step => step.cells.filter(cell => cell.row === 'granted'))
    expect(cells.map(cell => cell.verdict)).not.toContain('agree')
    expect(cells.every(cell => cell.confidence < 0.9)).toBe(true)
    expect(cells[0]?.byHead).toEqual([{ text: '5', anchor: expect.anything() }])
    expect(cells[0]?.byCount).toBeNull()
  })

  it('says of a cell with another unit than the form’s that this lowers it', async () => {
    const page = readFileSync(join(fixtures, 'reports/桐坞县人民政府2023.html'), 'utf8')
    const { trace, gathered } = gather(false)
    const inYuan = page.replace('单位：万元', '单位：元')
    expect(inYuan).not.toBe(page)
    await readBytes(Buffer.from(inYuan), 'yuan.html', () => undefined, undefined, trace)
    const told = cellStory(gathered(), 'disclosure/fees/amount', 'zh')
    expect(told.find(part => part.step === 'weights')).toMatchObject({
      told: expect.stringContaining('另用单位'),
      doubtful: true,
    })
  })

  it('says of figures that a machine made out from a picture that they are doubted for that', async () => {
    const path = join(fixtures, 'reports/桐坞县人民政府2023.pdf')
    const { document } = await readSource(new Uint8Array(readFileSync(path)), basename(path))
    if (!document) throw new Error('not read')
    const { trace, gathered } = gather(false)
    const pages = document.pages.map(page => ({ ...page, recognised: true as const }))
    const { report } = recognise({ ...document, pages }, basename(path), trace)
    const key = cellKey('requests', 'granted', 'individual')
    const cell = stepsOf(gathered(), 'table')
      .flatMap(step => step.cells.filter(item => cellKey(step.table, item.row, item.column) === key))
      .at(0)
    if (!cell) throw new Error('not told')
    expect(cell.confidence).toBeGreaterThan(0.9)
    expect(finalOf(gathered(), key, cell)).toEqual({ value: cell.value, confidence: 0.5 })
    const kept = report.tables.flatMap(table =>
      table.cells.filter(item => cellKey(table.key, item.row, item.column) === key),
    )
    expect(kept.map(item => item.confidence)).toEqual([0.5])
    expect(cellStory(gathered(), key, 'zh').at(-1)).toMatchObject({ step: 'recognised', doubtful: true })
  })

  it('keeps what was drawn on the pages only where pictures are wanted', async () => {
    const path = join(fixtures, 'reports/桐坞县人民政府2023.pdf')
    const pages = stepsOf((await both(path)).trace, 'page')
    expect(pages).toHaveLength(5)
    expect(pages[1]?.frames.map(frame => [frame.by, frame.rows, frame.columns])).toEqual([
      ['lines', 14, 4],
      ['lines', 5, 8],
    ])
    expect(pages[1]?.drawn?.glyphs).toHaveLength(pages[1]?.glyphs ?? 0)
    expect(pages[1]?.drawn?.rules).toHaveLength(pages[1]?.rules ?? 0)
    expect(stepsOf((await both(path, false)).trace, 'page').map(page => page.drawn)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })

  it('counts the steps beyond its limit', () => {
    const { trace, gathered } = gather(false)
    for (let at = 0; at < 5_003; at += 1)
      trace({ kind: 'join', upper: at, lower: at + 1, joined: true, tolerances: {} })
    expect(gathered().steps).toHaveLength(5_000)
    expect(gathered().left).toBe(3)
    expect(wholeStory(gathered(), 'zh').at(-1)?.lines[0]?.told).toBe('另有 3 步过多，未列')
  })
})
