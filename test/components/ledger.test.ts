import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Scenes } from './page/scenes.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())
afterEach(() => stage.forget())

const grid = () => stage.page.getByRole('grid', { name: '册', exact: true })
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await stage.page.keyboard.press(key)
}
const current = () => stage.told('当前').textContent()

/** The row that a screen reader is told is current: its cells; null where it is told none. */
const active = () =>
  grid().evaluate(element => {
    const id = element.getAttribute('aria-activedescendant')
    return id === null ? null : (document.getElementById(id)?.textContent ?? 'not in the document')
  })

/** Whether the current row is to be seen, whole, in its list. */
const inView = () =>
  grid().evaluate(element => {
    const row = element.querySelector('[role="row"].cur')?.getBoundingClientRect()
    const view = element.querySelector('.rows')?.getBoundingClientRect()
    return row !== undefined && view !== undefined && row.top >= view.top - 0.5 && row.bottom <= view.bottom + 0.5
  })

async function show(props: Scenes['ledger']): Promise<void> {
  await stage.show({ name: 'ledger', props })
  await grid().focus()
}

describe('the keys of a ledger', () => {
  it('move the current row by one, by what fits, and to both ends, and it is always in view and told', async () => {
    await show({ count: 1000 })
    const steps: readonly (readonly [string, number])[] = [
      ['ArrowDown', 1],
      ['ArrowDown', 2],
      ['ArrowUp', 1],
      ['PageDown', 10],
      ['PageDown', 19],
      ['PageUp', 10],
      ['End', 999],
      ['ArrowUp', 998],
      ['PageUp', 989],
      ['Home', 0],
    ]
    for (const [key, at] of steps) {
      await press(key)
      expect([key, await current(), await active(), await inView()]).toEqual([key, `${at}`, `第${at}行${at}`, true])
    }
  })

  it('stop at both ends, and do nothing where there is no row', async () => {
    await show({ count: 3 })
    await press('ArrowUp', 'PageUp')
    expect(await current()).toBe('0')
    await press('PageDown', 'ArrowDown', 'End')
    expect(await current()).toBe('2')
    await stage.forget()
    await show({ count: 0, start: -1 })
    await press('ArrowDown', 'End', 'Home', 'Enter')
    expect([await current(), await active()]).toEqual(['-1', null])
    expect(await stage.told('打开的').textContent()).toBe('无')
  })

  it('open the current row by Enter, a pointed one by a double click, and take more keys of its place', async () => {
    await show({ count: 50 })
    await press('ArrowDown', 'Enter')
    expect(await stage.told('打开的').textContent()).toBe('1')
    await press('Delete')
    expect(await stage.told('打开的').textContent()).toBe('无')
    await grid().getByRole('row').filter({ hasText: '第3行' }).click()
    expect([await current(), await stage.told('打开的').textContent()]).toEqual(['3', '无'])
    await grid().getByRole('row').filter({ hasText: '第4行' }).dblclick()
    expect([await current(), await stage.told('打开的').textContent()]).toEqual(['4', '4'])
  })

  it('belong to a head that is sorted by while it has them', async () => {
    await show({ count: 50, start: 5 })
    const head = stage.page.getByRole('columnheader', { name: '名称' })
    expect(await head.getAttribute('aria-sort')).toBe('ascending')
    await head.getByRole('button').focus()
    await press('Enter')
    expect(await head.getAttribute('aria-sort')).toBe('descending')
    await press('ArrowDown', 'End')
    expect([await current(), await stage.told('打开的').textContent()]).toEqual(['5', '无'])
  })
})

describe('the rows of a ledger', () => {
  const drawn = () => grid().locator('.rows [role="row"]').count()

  it('are in the document only where they can be seen, and told with their place in the whole', async () => {
    await show({ count: 100_000 })
    expect(await drawn()).toBeLessThan(30)
    expect(await grid().getAttribute('aria-rowcount')).toBe('100001')
    await press('End')
    expect(await drawn()).toBeLessThan(30)
    const last = grid().getByRole('row').filter({ hasText: '第99999行' })
    expect(await last.getAttribute('aria-rowindex')).toBe('100001')
    expect(await last.getAttribute('aria-selected')).toBe('true')
    expect(await grid().locator('[aria-selected="true"]').count()).toBe(1)
  })

  it('follow the wheel, and whoever fetches them is told which are wanted', async () => {
    await show({ count: 1000 })
    expect(await stage.told('所见').textContent()).toBe('0–19')
    await grid()
      .locator('.rows')
      .evaluate(element => element.scrollTo(0, 3200))
    await stage.told('所见').filter({ hasText: '92–119' }).waitFor()
    await grid().getByRole('row').filter({ hasText: '第100行' }).waitFor()
    // The keys go on from the current row, and bring it back into view.
    await press('ArrowDown')
    expect([await current(), await active(), await inView()]).toEqual(['1', '第1行1', true])
  })

  it('are there without text while they are fetched, and get it without moving', async () => {
    await show({ count: 40, fetched: 4, start: 6, busy: true })
    expect(await grid().getAttribute('aria-busy')).toBe('true')
    expect([await active(), await inView()]).toEqual(['', true])
    const top = await grid()
      .locator('.cur')
      .evaluate(row => row.getBoundingClientRect().top)
    await stage.show({ name: 'ledger', props: { count: 40, start: 6 } })
    expect(await grid().getAttribute('aria-busy')).toBe('false')
    expect([await current(), await active()]).toEqual(['6', '第6行6'])
    expect(
      await grid()
        .locator('.cur')
        .evaluate(row => row.getBoundingClientRect().top),
    ).toBe(top)
  })

  it('keep the current one when they become more or fewer, as long as it is among them', async () => {
    await show({ count: 200, start: 150 })
    expect([await active(), await inView()]).toEqual(['第150行150', true])
    await stage.show({ name: 'ledger', props: { count: 5000 } })
    expect([await current(), await active(), await inView()]).toEqual(['150', '第150行150', true])
    await stage.show({ name: 'ledger', props: { count: 151 } })
    expect([await current(), await active(), await inView()]).toEqual(['150', '第150行150', true])
    await press('ArrowUp')
    expect([await current(), await active(), await inView()]).toEqual(['149', '第149行149', true])
  })

  it('show the current one as the list opens, in a wide window too, where rows are higher', async () => {
    await stage.page.setViewportSize({ width: 1680, height: 1000 })
    await show({ count: 1000, start: 700 })
    expect([await active(), await inView()]).toEqual(['第700行700', true])
    await stage.page.setViewportSize({ width: 1280, height: 800 })
  })

  it('lead back among them by any key when they became fewer than the current one', async () => {
    await show({ count: 200, start: 150 })
    await stage.show({ name: 'ledger', props: { count: 20 } })
    expect(await active()).toBeNull()
    await press('ArrowUp')
    expect([await current(), await active(), await inView()]).toEqual(['19', '第19行19', true])
  })

  it('make room for what is unfolded under the current one, wherever that is', async () => {
    await show({ count: 100, detail: 90 })
    const gap = () =>
      grid().evaluate(element => {
        const row = element.querySelector('.cur')
        const next = row?.nextElementSibling
        return (next?.getBoundingClientRect().top ?? 0) - (row?.getBoundingClientRect().bottom ?? 0)
      })
    const seen = () =>
      grid().evaluate(element => {
        const more = element.querySelector('.more')?.getBoundingClientRect()
        const row = element.querySelector('.cur')?.getBoundingClientRect()
        const view = element.querySelector('.rows')?.getBoundingClientRect()
        if (!more || !row || !view) return null
        return [more.height, more.top - row.bottom, more.bottom <= view.bottom + 0.5]
      })
    for (const key of ['ArrowDown', 'PageDown', 'PageDown', 'ArrowUp']) {
      await press(key)
      expect([key, await gap(), await seen(), await inView()]).toEqual([key, 90, [90, 0, true], true])
    }
    await press('End')
    expect([await seen(), await inView()]).toEqual([[90, 0, true], true])
  })
})

it('did so without an error that a person would not have seen', () => {
  expect(stage.problems).toEqual([])
})
