import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, go, open, openRow, photograph, showTable, temporary, waitForResults } from './hands.ts'

const reports = join(import.meta.dirname, '../fixtures/reports')

describe('how a cell was read, asked at the desk', () => {
  let place: Awaited<ReturnType<typeof temporary>>
  let desk: Desk

  beforeAll(async () => {
    place = await temporary()
    desk = await open(place.folder)
    await go(desk.page, 'import')
    await desk.running.drop([join(reports, '桐坞县人民政府2023.pdf')])
    await waitForResults(desk.page, 1)
    await openRow(desk.page, 0)
    await showTable(desk.page, 'requests')
  })

  afterAll(async () => {
    await desk.running.quit()
    await place.remove()
  })

  beforeEach(context => context.onTestFailed(() => photograph(desk, context.task.name)))

  const panel = () => desk.page.getByRole('dialog', { name: '查看读法' })
  const cell = () => desk.page.locator('[data-cell="requests/granted/individual"]')

  it('opens by its key with the steps of the focused cell first, then those of the whole reading', async () => {
    await cell().click()
    await desk.page.keyboard.press('Control+Shift+H')
    const steps = panel().locator('.trace-cell > div')
    await steps.first().waitFor()
    const told = await steps.allInnerTexts()
    expect(told.map(text => text.split('\n')[0])).toEqual([
      '表在何处',
      '行首',
      '列首',
      '列首之下',
      '按格数',
      '两种读法',
      '读作',
      '把握',
    ])
    expect(told.join('\n')).toContain('列首与格数指同一格')
    expect(told.join('\n')).toContain('“61” → 61')
    const groups = await panel().locator('summary').allInnerTexts()
    expect(groups.map(text => text.replace(/\s*\d+$/, ''))).toEqual([
      ...['格式', '各页', '原件各段', '六部分', '题名与机关', '找表之处'],
      ...['表二，找到何处', '表二，行', '表二，列', '表三，找到何处', '表三，行', '表三，列'],
      ...['表四，找到何处', '表四，行', '表四，列'],
    ])
  })

  it('unfolds by the keyboard, and Escape gives the keys back to the cell', async () => {
    const rows = panel().locator('details').filter({ hasText: '表三，行' })
    expect(await rows.locator('li').first().isVisible()).toBe(false)
    await rows.locator('summary').focus()
    await desk.page.keyboard.press('Enter')
    await rows.locator('li').filter({ hasText: '原件作“（一）予以公开”' }).waitFor()
    await desk.page.keyboard.press('Escape')
    await panel().waitFor({ state: 'detached' })
    expect(await desk.page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe(
      'requests/granted/individual',
    )
  })

  it('opens by its button as well', async () => {
    await desk.page.getByRole('button', { name: '查看读法' }).click()
    await panel().locator('.trace-cell').waitFor()
    await panel().getByRole('button', { name: '关闭' }).last().click()
    await panel().waitFor({ state: 'detached' })
  })

  it('did so without an error that a person would not have seen', () => {
    expect(desk.problems).toEqual([])
  })
})
