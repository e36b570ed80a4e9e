import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, go, open, showTable, temporary, waitForResults } from './hands.ts'
import { pictures, published, saveSettings, take } from './screenshots.ts'

const project = join(import.meta.dirname, '../..')
const samples = join(project, 'assets/samples')

async function openSample(page: Page, format: string): Promise<void> {
  await go(page, 'catalogue')
  const row = page.getByRole('row').filter({ hasText: '云岭市清河区人民政府' }).filter({ hasText: format }).last()
  await row.dblclick()
  await page.locator('.formpane [data-cell]').first().waitFor()
}

describe('every screen, on our own sample reports, in both themes and sizes', () => {
  let place: Awaited<ReturnType<typeof temporary>>
  let desk: Desk

  beforeAll(async () => {
    await mkdir(pictures, { recursive: true })
    await mkdir(published, { recursive: true })
    place = await temporary()
    desk = await open(place.folder)
    await saveSettings(desk.page, { who: '陆知远' })
  })

  afterAll(async () => {
    await desk.running.quit()
    await place.remove()
  })

  it('first run', async () => {
    await go(desk.page, 'catalogue')
    await take(desk.page, 'first-run')
  })

  it('import, with a file that is no report and a file that is not what its name says', async () => {
    await go(desk.page, 'import')
    await desk.running.drop([samples, join(project, 'test/fixtures/html/word-page.doc'), join(project, 'package.json')])
    await waitForResults(desk.page, 11)
    await take(desk.page, 'import')
  })

  it('catalogue', async () => {
    await go(desk.page, 'catalogue')
    await desk.page.getByRole('row').filter({ hasText: '云岭市清河区人民政府' }).filter({ hasText: 'PDF' }).click()
    await desk.page.locator('.pv .leaf').waitFor()
    await take(desk.page, 'catalogue')
  })

  it('review of a PDF, a finding open, a cell corrected and one judged', async () => {
    await openSample(desk.page, 'PDF')
    await showTable(desk.page, 'requests')
    await desk.page.locator('[data-cell="requests/granted/business"]').click()
    await desk.page.keyboard.type('8')
    await desk.page.keyboard.press('Enter')
    await desk.page.locator('[data-cell="requests/granted/business"].fixed').waitFor()
    await desk.page.keyboard.press('F8')
    await desk.page.locator('.src canvas').first().waitFor()
    await take(desk.page, 'review')
  })

  it('review of a document without pages', async () => {
    await openSample(desk.page, 'DOCX')
    await desk.page.keyboard.press('F8')
    await take(desk.page, 'review-reading')
    for (const table of ['disclosure', 'proceedings'] as const) {
      await showTable(desk.page, table)
      await take(desk.page, `review-${table}`)
    }
  })

  it('review of the prose, the metadata, and what reading again would change', async () => {
    await desk.page.locator('.finds ol li.hint').click()
    await desk.page.locator('.prose mark.said').waitFor()
    await take(desk.page, 'review-prose')
    await desk.page.locator('.desk [role="tab"][data-key="fields"]').click()
    await take(desk.page, 'review-fields')
    await desk.page.keyboard.press('Control+Shift+H')
    await desk.page.locator('.trace summary').first().waitFor()
    await take(desk.page, 'review-trace')
    await desk.page.keyboard.press('Escape')
    await desk.page.keyboard.press('Control+h')
    await desk.page.getByRole('button', { name: '重新读取' }).click()
    await desk.page.locator('.rereading p').filter({ hasText: '相同' }).waitFor()
    await take(desk.page, 'reread')
    await desk.page.keyboard.press('Escape')
    await desk.page.keyboard.press('Escape')
  })

  it('a file that needs a password', async () => {
    await go(desk.page, 'import')
    await desk.running.drop([join(project, 'test/fixtures/pdf/locked.pdf')])
    await waitForResults(desk.page, 12)
    await go(desk.page, 'catalogue')
    await desk.page.getByRole('row').filter({ hasText: 'locked.pdf' }).dblclick()
    await desk.page.getByLabel('打开密码').fill('kaihu')
    await desk.page.keyboard.press('Enter')
    await desk.page.locator('.unlock').filter({ hasText: '不对' }).waitFor()
    await take(desk.page, 'locked')
    await desk.page.getByLabel('打开密码').fill('kaijuan')
    await desk.page.keyboard.press('Enter')
    await desk.page.locator('.src .page').waitFor()
  })

  it('search', async () => {
    await go(desk.page, 'search')
    await desk.page.keyboard.type('三审三校')
    await desk.page.keyboard.press('Enter')
    await desk.page.locator('.res mark').first().waitFor()
    await take(desk.page, 'search')
  })

  it('history', async () => {
    await go(desk.page, 'history')
    await desk.page.locator('.ev').first().click()
    await take(desk.page, 'history')
  })

  it('settings', async () => {
    await desk.page.keyboard.press('Control+,')
    await desk.page.locator('.work.settings').waitFor()
    await take(desk.page, 'settings')
  })

  it('handing over, and inspecting', async () => {
    await desk.page.keyboard.press('Control+e')
    await desk.page
      .locator('.dialog-veil [role="radio"], .dialog-veil input[type="radio"]')
      .first()
      .waitFor({ state: 'attached' })
    await take(desk.page, 'export')
    await desk.page.keyboard.press('Escape')
    await desk.page.locator('.dialog-veil').waitFor({ state: 'detached' })
  })

  it('settings in English, with every letter twice as large', async () => {
    await saveSettings(desk.page, { language: 'en' })
    await take(desk.page, 'settings-en')
    // As a person sets it in the system or by Ctrl +: the window then has half the room.
    await desk.page.setViewportSize({ width: 640, height: 400 })
    await desk.page.screenshot({ path: join(pictures, 'settings-en-200pct.png') })
    await saveSettings(desk.page, { language: 'zh' })
    await desk.page.setViewportSize({ width: 1280, height: 800 })
  })

  it('drew them with its own style sheets alone: nothing writes a style element, which the policy would refuse', async () => {
    expect(await desk.page.locator('style').count()).toBe(0)
  })

  it('showed them without an error that a person would not have seen', () => {
    expect(desk.problems).toEqual([])
  })
})
