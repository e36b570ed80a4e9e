import { basename } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ownReport, realReports } from './expected.ts'
import {
  cellText,
  type Desk,
  go,
  open,
  openRow,
  photograph,
  shownCells,
  showTable,
  temporary,
  waitForResults,
} from './hands.ts'

const real = realReports()
const reports = [ownReport(), ...real]
const files = reports.flatMap(report => report.files)

describe(`one report, all the way (${real.length > 0 ? 'own and real reports' : 'own reports only'})`, () => {
  let place: Awaited<ReturnType<typeof temporary>>
  let desk: Desk

  beforeAll(async () => {
    place = await temporary()
    desk = await open(place.folder)
  })

  afterAll(async () => {
    await desk.running.quit()
    await place.remove()
  })

  beforeEach(context => context.onTestFailed(() => photograph(desk, context.task.name)))

  it('takes every file that is dropped, reads it, and says so', async () => {
    await go(desk.page, 'import')
    await desk.running.drop(files)
    await waitForResults(desk.page, files.length)
    const tabs = await desk.page.getByRole('tab').allTextContents()
    expect(tabs.find(text => text.startsWith('失败') || text.includes('失败'))).toContain('0')
    expect(tabs.find(text => text.includes('已归档'))).toContain(String(files.length))
  })

  it('shows every number of every report as printed, whatever the format', async () => {
    for (let row = 0; row < files.length; row += 1) {
      await openRow(desk.page, row)
      const name = (await desk.page.locator('.bar h1').textContent())?.trim() ?? ''
      const report =
        reports.find(item => item.organization === name) ?? reports.find(item => item.organization === null)
      if (!report) throw new Error(`the window shows an unknown report: ${name}`)
      const shown = await shownCells(desk.page)
      const wrong = [...report.cells].filter(([key, value]) => {
        const text = shown.get(key) ?? 'no cell'
        return value === null ? !/^(空|[—\-–/／无]*)$/.test(text) : Number(text.replaceAll(',', '')) !== value
      })
      expect(wrong.map(([key, value]) => `${name} ${key}: ${shown.get(key)} instead of ${value}`)).toEqual([])
    }
  })

  it('lights in the source the very cell one points at, and the rest of its row', async () => {
    const { page } = desk
    await go(page, 'catalogue')
    const docx = page.locator('.ledger .rows [role="row"]').filter({ hasText: '桐坞县' }).filter({ hasText: 'DOCX' })
    await docx.dblclick()
    await showTable(page, 'requests')
    const lit = page.locator('.src td.lit.cell')
    const { cells } = ownReport()
    const keys = [...cells.keys()].filter(key => key.startsWith('requests/'))
    const rowOf = (key: string) => keys.filter(other => other.startsWith(key.slice(0, key.lastIndexOf('/') + 1)))
    // Figures that stand nowhere else in the report, so that no neighbour can be taken for them.
    const alone = keys.filter(key => [...cells.values()].filter(value => value === cells.get(key)).length === 1)
    expect(alone.length).toBeGreaterThan(8)
    for (const key of alone) {
      await page.locator(`[data-cell="${key}"]`).click()
      await lit.filter({ hasText: new RegExp(`^${cells.get(key)}$`) }).waitFor()
      const band = await page.locator('.src td.band').allTextContents()
      const others = rowOf(key).filter(other => other !== key)
      expect([key, ...band.filter(text => /^\d+$/.test(text)).map(Number)]).toEqual([
        key,
        ...others.map(other => cells.get(other)),
      ])
    }
  })

  it('knows the same bytes again and keeps no second copy', async () => {
    await go(desk.page, 'import')
    const again = files[0] ?? ''
    await desk.running.drop([again])
    await desk.page.getByRole('tab').filter({ hasText: '重复' }).click()
    const row = desk.page
      .getByRole('row')
      .filter({ hasText: basename(again) })
      .filter({ hasText: '重复' })
    await row.waitFor()
    expect(await row.textContent()).toContain('字节完全相同')
  })

  it('corrects a cell by keyboard, takes it back and does it again', async () => {
    await openRow(desk.page, 0)
    await showTable(desk.page, 'requests')
    const key = 'requests/granted/individual'
    const before = await cellText(desk.page, key)
    await desk.page.locator(`[data-cell="${key}"]`).click()
    await desk.page.keyboard.type('7777')
    await desk.page.keyboard.press('Enter')
    const cell = desk.page.locator(`[data-cell="${key}"]`)
    await cell.filter({ hasText: '7777' }).waitFor()
    await desk.page.keyboard.press('Control+z')
    await cell.filter({ hasNotText: '7777' }).waitFor()
    expect(await cellText(desk.page, key)).toBe(before)
    await desk.page.keyboard.press('Control+y')
    await cell.filter({ hasText: '7777' }).waitFor()
    await desk.page.locator('.margin, .mg.bad').first().waitFor()
  })

  it('finds reports by a two-character word and opens one at the place', async () => {
    await go(desk.page, 'search')
    await desk.page.keyboard.type('公开')
    await desk.page.keyboard.press('Enter')
    await desk.page.locator('.res mark').first().waitFor()
    expect(await desk.page.locator('.res mark').first().textContent()).toBe('公开')
    await desk.page.keyboard.press('ArrowDown')
    await desk.page.keyboard.press('Enter')
    await desk.page.locator('.formpane [data-cell]').first().waitFor()
    // A reading view marks words with CSS highlights, a PDF page with boxes over them.
    await desk.page.waitForFunction(() => {
      const marked = [...CSS.highlights.values()].flatMap(highlight => [...highlight]).map(range => String(range))
      return marked.includes('公开') || document.querySelector('.src .found') !== null
    })
  })

  it('has all of it again after a restart', async () => {
    await desk.running.quit()
    desk = await open(place.folder)
    await openRow(desk.page, 0)
    await showTable(desk.page, 'requests')
    await desk.page.locator('[data-cell="requests/granted/individual"]').filter({ hasText: '7777' }).waitFor()
    await go(desk.page, 'history')
    const entries = desk.page.locator('.ev').filter({ hasText: '7777' })
    await entries.nth(2).waitFor()
    expect((await entries.allTextContents()).map(text => /更正|撤销|重做/.exec(text)?.[0])).toEqual([
      '重做',
      '撤销',
      '更正',
    ])
  })

  it('did so without an error that a person would not have seen', () => {
    expect(desk.problems).toEqual([])
  })
})
