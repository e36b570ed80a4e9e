import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Conditions } from '../../src/renderer/catalogue/rows.ts'
import type { CataloguePage, CatalogueRow } from '../../src/shared/data/catalogue.ts'
import { message } from '../../src/shared/messages/index.ts'
import { failure, success } from '../../src/shared/outcome.ts'
import { type Asked, openStage, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())
afterEach(() => stage.forget())

const noConditions: Conditions = { text: '', years: [], statuses: [], sort: 'name', descending: false }

const idOf = (index: number) => String(index).padStart(16, '0')

const rowOf = (index: number, name: string): CatalogueRow => ({
  id: idOf(index),
  name: `${name}${index}`,
  title: null,
  organization: null,
  year: 2023,
  publishedOn: null,
  status: 'pending',
  errors: 0,
  warnings: 0,
  hints: 0,
  format: 'docx',
  bytes: 1,
  fileName: 'a.docx',
  importedAt: '2024-03-12T01:00:00Z',
  reviewer: null,
  newRequests: null,
  concluded: null,
  carriedForward: null,
})

/** The asked-for rows of a list of `matching` rows whose names begin alike. */
function pageOf(input: Asked<'catalogue.list'>['input'], name: string, matching: number, from = 0): CataloguePage {
  const { offset, limit } = input
  const length = Math.max(0, Math.min(limit, matching - offset))
  return {
    rows: Array.from({ length }, (_, at) => rowOf(offset + at + from, name)),
    matching,
    total: matching,
    openFindings: 0,
    byStatus: { pending: matching, reviewing: 0, reviewed: 0, unread: 0 },
    facets: { years: [], statuses: [] },
  }
}

const named = (text: string): Conditions => ({ ...noConditions, text })
const asked = (at: number) => stage.asked('catalogue.list', at)
/** Answers the call that came as number `at`. */
async function answer(at: number, name: string, matching = 300, from = 0): Promise<void> {
  const call = await asked(at)
  await call.answer(success(pageOf(call.input, name, matching, from)))
}

describe('the rows of the catalogue', () => {
  const press = (name: string) => stage.page.getByRole('button', { name, exact: true }).click()
  const known = async () =>
    Promise.all(['件数', '难处', '忙', '各行'].map(async label => (await stage.told(label).textContent()) ?? ''))
  const show = (conditions: Conditions = noConditions, startAt = 0) =>
    stage.show({ name: 'catalogue', props: { conditions, startAt } })

  it('come by the hundred, each hundred once, as they are looked at', async () => {
    await show()
    expect((await asked(0)).input).toEqual({ ...noConditions, offset: 0, limit: 100 })
    expect(await known()).toEqual(['无', '无', '是', '无 无 无 无 无'])
    await answer(0, '甲')
    expect(await known()).toEqual(['300', '无', '否', '甲0 甲99 无 无 无'])
    await press('看90')
    expect((await asked(1)).input).toMatchObject({ offset: 100 })
    await press('看90')
    await press('看0')
    await answer(1, '甲')
    expect(await known()).toEqual(['300', '无', '否', '甲0 甲99 甲100 甲199 无'])
    await press('看90')
    await press('看250')
    expect((await asked(2)).input).toMatchObject({ offset: 200 })
    expect(await stage.count()).toBe(3)
  })

  it('begin where the list was left', async () => {
    await show(noConditions, 250)
    expect((await asked(0)).input).toMatchObject({ offset: 200 })
    await answer(0, '甲')
    expect(await known()).toEqual(['300', '无', '否', '无 无 无 无 甲250'])
    expect(await stage.count()).toBe(1)
  })

  it('stay until those under new conditions are there, and then all go together', async () => {
    await show()
    await answer(0, '甲')
    await press('看90')
    await answer(1, '甲')
    await show(named('乙'))
    expect(await known()).toEqual(['300', '无', '是', '甲0 甲99 甲100 甲199 无'])
    // What was looked at last is asked for: two hundreds.
    expect([(await asked(2)).input, (await asked(3)).input]).toMatchObject([
      { text: '乙', offset: 0 },
      { text: '乙', offset: 100 },
    ])
    await answer(3, '乙', 150)
    expect(await known()).toEqual(['150', '无', '否', '无 无 乙100 无 无'])
    await answer(2, '乙', 150)
    expect(await known()).toEqual(['150', '无', '否', '乙0 乙99 乙100 无 无'])
  })

  it('are never those of older conditions, whichever answer comes last', async () => {
    await show(named('甲'))
    await show(named('乙'))
    await answer(1, '乙')
    await answer(0, '甲', 7)
    expect(await known()).toEqual(['300', '无', '否', '乙0 乙99 无 无 无'])
    await show(named('丙'))
    const late = await asked(2)
    await show(named('乙'))
    await late.answer(failure(message('window.noAnswer')))
    expect(await known()).toEqual(['300', '无', '是', '乙0 乙99 无 无 无'])
    await answer(3, '乙')
    expect(await known()).toEqual(['300', '无', '否', '乙0 乙99 无 无 无'])
  })

  it('stay beside a problem, and are asked for again where they failed', async () => {
    await show()
    await answer(0, '甲')
    await press('看90')
    await (await asked(1)).answer(failure(message('window.noAnswer')))
    expect(await known()).toEqual(['300', 'window.noAnswer', '否', '甲0 甲99 无 无 无'])
    await press('看90')
    await answer(2, '甲')
    expect(await known()).toEqual(['300', '无', '否', '甲0 甲99 甲100 甲199 无'])
    await press('再读')
    await (await asked(3)).reject()
    expect(await known()).toEqual(['300', 'window.noAnswer', '否', '甲0 甲99 甲100 甲199 无'])
  })

  describe('as records change', () => {
    const clock = () => stage.page.clock
    /** Time stands still until a test lets it run. */
    const stopped = async () => {
      await clock().install({ time: 0 })
      await clock().pauseAt(1000)
    }
    afterEach(() => clock().resume())
    const change = (id: number) => stage.tell('record.changed', { id: idOf(id), version: null })

    it('are read again once for news that come together, and once more for news that come meanwhile', async () => {
      await show()
      await answer(0, '甲')
      await stopped()
      for (const id of [1, 2, 3]) await change(id)
      await clock().runFor(399)
      expect(await stage.count()).toBe(1)
      await clock().runFor(1)
      expect(await stage.count()).toBe(2)
      const older = await asked(1)
      expect(older.input).toMatchObject({ offset: 0 })
      expect(await known()).toEqual(['300', '无', '是', '甲0 甲99 无 无 无'])
      await change(4)
      await clock().runFor(400)
      const newer = await asked(2)
      await newer.answer(success(pageOf(newer.input, '新', 301)))
      await older.answer(success(pageOf(older.input, '旧', 300)))
      expect(await known()).toEqual(['301', '无', '否', '新0 新99 无 无 无'])
      await clock().runFor(5000)
      expect(await stage.count()).toBe(3)
    })

    it('are not read again for a place that was left', async () => {
      await show()
      await answer(0, '甲')
      await stopped()
      await change(1)
      await stage.clear()
      await change(2)
      await clock().runFor(5000)
      expect(await stage.count()).toBe(1)
    })
  })
})

describe('the list of the catalogue', () => {
  const grid = () => stage.page.getByRole('grid')
  /** The current row as it is told and as it is drawn. */
  const active = async () => [
    await stage.told('当前').textContent(),
    await grid().evaluate(element => {
      const row = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
      return row?.querySelector('[role="gridcell"]')?.textContent ?? null
    }),
  ]
  const press = (key: string) => grid().press(key)
  const show = (conditions: Conditions = noConditions) => stage.show({ name: 'list', props: { conditions } })

  it('begins at its first row, goes to its last one before that was fetched, and opens it', async () => {
    await show()
    await answer(0, '甲', 1000)
    expect(await active()).toEqual([idOf(0), '甲0'])
    await press('End')
    expect((await asked(1)).input).toMatchObject({ offset: 900 })
    await press('Enter')
    expect(await stage.told('打开的').textContent()).toBe('无')
    await answer(1, '甲', 1000)
    expect(await active()).toEqual([idOf(999), '甲999'])
    await press('Enter')
    expect(await stage.told('打开的').textContent()).toBe(idOf(999))
    await press('Home')
    expect(await active()).toEqual([idOf(0), '甲0'])
  })

  it('keeps the report that is current when rows come before it, or it moves under another order', async () => {
    await show()
    await answer(0, '甲', 90)
    await press('PageDown')
    const [id] = await active()
    expect(id).not.toBe(idOf(0))
    await show({ ...noConditions, descending: true })
    const call = await asked(1)
    const page = pageOf(call.input, '甲', 90)
    await call.answer(success({ ...page, rows: page.rows.toReversed() }))
    expect(await active()).toEqual([id, `甲${Number(id)}`])
  })

  it('goes to the first row when the current report is not listed any more', async () => {
    await show()
    await answer(0, '甲', 90)
    await press('ArrowDown')
    await show(named('乙'))
    expect((await active())[0]).toBe(idOf(1))
    await answer(1, '乙', 5, 500)
    expect(await active()).toEqual([idOf(500), '乙500'])
    await show(named('丙'))
    await answer(2, '丙', 0)
    expect(await stage.told('当前').textContent()).toBe('无')
    expect(await grid().count()).toBe(0)
  })
})

it('did so without an error that a person would not have seen', () => {
  expect(stage.problems).toEqual([])
})
