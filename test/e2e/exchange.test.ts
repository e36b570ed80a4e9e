import { appendFile, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { objections } from '../exchange/validator.ts'
import { type Desk, go, open, photograph, temporary, waitForResults } from './hands.ts'

const project = join(import.meta.dirname, '../..')
const pictures = join(project, 'test-results/screens')
const samples = join(project, 'assets/samples')

type Calls = Record<string, (input: unknown) => Promise<unknown>>

/** The window in both sizes and themes, for people to look at; nothing may be cut off at its edges. */
async function take(page: Page, name: string): Promise<void> {
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1280, height: 800 },
  ])
    for (const theme of ['dark', 'light'] as const) {
      await page.setViewportSize(size)
      await page.evaluate(
        wanted => (globalThis as unknown as { kaijuan: { calls: Calls } }).kaijuan.calls['app.saveSettings']?.(wanted),
        { theme },
      )
      await page.locator(`html[data-theme="${theme}"]`).waitFor()
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map(animation => animation.finished)))
      await page.screenshot({ path: join(pictures, `${name}-${theme}-${size.width}x${size.height}.png`) })
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('.dialog-veil .dialog, .dialog-veil .dialog-acts')].some(
          item => item.scrollWidth > item.clientWidth + 1,
        ),
      )
      expect([name, theme, size.width, wide]).toEqual([name, theme, size.width, false])
    }
}

describe('handing over and taking in through the window', () => {
  let place: Awaited<ReturnType<typeof temporary>>
  let desk: Desk
  let bag = ''

  beforeAll(async () => {
    place = await temporary()
    desk = await open(place.folder)
    await desk.running.drop(
      ['桐坞县人民政府2023.html', '云岭市清河区人民政府2023.docx'].map(name => join(samples, name)),
    )
    await waitForResults(desk.page, 2)
  })

  afterAll(async () => {
    await desk.running.quit()
    await place.remove()
  })

  beforeEach(context => context.onTestFailed(() => photograph(desk, context.task.name)))

  const dialog = () => desk.page.locator('.dialog-veil')
  const press = (name: string | RegExp) => dialog().getByRole('button', { name }).click()

  it('exports what the catalogue lists, says how many and where, and shows what was written', async () => {
    await go(desk.page, 'catalogue')
    await desk.page.locator('.ledger .rows [role="row"]').filter({ hasText: '桐坞县' }).click()
    await desk.page.locator('.pv h2').waitFor()
    await desk.page.keyboard.press('Control+e')
    await dialog().getByText('当前这一份：云岭市桐坞县人民政府 2023').waitFor()
    await dialog().getByText('全库 2 份').click()
    await desk.running.answerDialog([place.folder])
    await press('选位置')
    await dialog()
      .getByText(/开卷导出-\d{4}-\d\d-\d\d/)
      .waitFor()
    await take(desk.page, 'export')
    await press('导出 2 份')
    await dialog().getByText('已打包 2 份，文件 10 个').waitFor()
    await take(desk.page, 'exported')
    const [name = ''] = (await readdir(place.folder)).filter(entry => entry.startsWith('开卷导出'))
    bag = join(place.folder, name)
    expect(objections(bag)).toEqual([])
    await dialog().locator('.main-act').click()
    await dialog().waitFor({ state: 'hidden' })
    await go(desk.page, 'history')
    await desk.page.getByRole('button', { name: /^导出/ }).click()
    const entry = desk.page.locator('.ev').filter({ hasText: `导出 2 份到“${name}”` })
    await entry.click()
    await desk.page.locator('.dt').getByText('文件 10 个').waitFor()
    await take(desk.page, 'export-history')
    await desk.page.getByRole('button', { name: /^导出/ }).click()
  })

  it('takes the bag back as duplicates, and refuses it by the file’s name once that was damaged', async () => {
    await go(desk.page, 'import')
    await desk.running.drop([bag])
    await waitForResults(desk.page, 4)
    expect(await desk.page.locator('.ledger .rows [role="row"]').filter({ hasText: '重复' }).count()).toBe(2)
    const [victim = ''] = (await readdir(bag, { recursive: true })).filter(entry => entry.endsWith('.docx'))
    await appendFile(join(bag, victim), 'x')
    await desk.running.drop([bag])
    await waitForResults(desk.page, 5)
    const refused = desk.page.locator('.ledger .rows [role="row"]').filter({ hasText: '失败' })
    await refused.click()
    expect(await refused.textContent()).toContain('清河区人民政府2023.docx”与清单上的摘要不符')
    await take(desk.page, 'bag-refused')
  })

  it('inspects the report in view, item by item, and saves a page to print', async () => {
    await go(desk.page, 'catalogue')
    await desk.page.locator('.pv').getByRole('button', { name: '四性检测' }).click()
    await take(desk.page, 'inspect')
    await press('检测 1 份')
    await dialog().locator('.items').waitFor()
    expect(await dialog().locator('.items tbody tr').count()).toBe(23)
    expect(await dialog().locator('.items tr').filter({ hasText: '病毒' }).textContent()).toContain('未检')
    await take(desk.page, 'inspected')
    await desk.running.answerDialog([place.folder])
    await press('存成可打印的一页')
    await desk.page.getByText('旁边另有同名 JSON').waitFor()
    const [page = ''] = (await readdir(place.folder)).filter(entry => entry.endsWith('.html'))
    expect(await readFile(join(place.folder, page), 'utf8')).toContain('电子档案四性检测报告')
    await desk.page.keyboard.press('Escape')
  })

  it('inspects what the import list brought, in one go', async () => {
    await go(desk.page, 'import')
    // By itself, after the import: calm, and to be opened again.
    await desk.page.getByText('四性检测 2 份，没有不通过').waitFor()
    await take(desk.page, 'inspected-by-itself')
    await desk.page.locator('.importing .tabs').getByRole('button', { name: '查看' }).click()
    await dialog().getByText('收件后自动进行').waitFor()
    await take(desk.page, 'inspected-report')
    await desk.page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
    await desk.page.locator('.importing .tabs').getByRole('button', { name: '四性检测' }).click()
    await dialog().getByText('收件单上的 2 份').waitFor()
    await take(desk.page, 'inspect-arrived')
    await press('检测 2 份')
    await dialog().getByText('检测了 2 份').waitFor()
    await desk.page.keyboard.press('Escape')
  })

  it('keeps the reports: they are opened again from the history', async () => {
    await go(desk.page, 'history')
    const line = desk.page.locator('.timeline .ev').filter({ hasText: '四性检测' })
    await line.filter({ hasText: '收件后自动进行' }).last().click()
    await desk.page.getByRole('button', { name: '查看检测报告' }).waitFor()
    await take(desk.page, 'history-inspection')
    await desk.page.keyboard.press('Enter')
    await dialog().getByText('收件后自动进行').waitFor()
    await desk.page.keyboard.press('Escape')
  })

  it('did so without an error that a person would not have seen', () => {
    expect(desk.problems).toEqual([])
  })
})
