import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, go, open, photograph, temporary, waitForResults } from './hands.ts'

const fixtures = join(import.meta.dirname, '../fixtures')

/** Our own report as another year's. */
async function reportOf(folder: string, year: number, change: (text: string) => string): Promise<string> {
  const text = await readFile(join(fixtures, 'reports/桐坞县人民政府2023.html'), 'utf8')
  const path = join(folder, `桐坞县${year}.html`)
  await writeFile(path, change(text.replaceAll('2023', String(year))))
  return path
}

describe('two years of one body, and a locked file', () => {
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

  const row = (text: string | RegExp) => desk.page.locator('.ledger .rows [role="row"]').filter({ hasText: text })
  /** Sum of the figures in the row's column 疑点. */
  const counted = async () => {
    const figures = await row('2023').locator('.q > span[aria-hidden]').allTextContents()
    return figures.reduce((sum, text) => sum + Number(text), 0)
  }

  it('lists what came last first, and forgets what has ended when told to', async () => {
    const misquoted = (text: string) => text.replace('政府信息公开申请152件', '政府信息公开申请155件')
    await go(desk.page, 'import')
    await desk.running.drop([await reportOf(place.folder, 2023, misquoted)])
    await waitForResults(desk.page, 1)
    await desk.running.drop([await reportOf(place.folder, 2022, text => text)])
    await waitForResults(desk.page, 2)
    const rows = await desk.page.locator('.ledger .rows [role="row"]').allTextContents()
    expect(rows.map(text => /桐坞县\d+/.exec(text)?.[0])).toEqual(['桐坞县2022', '桐坞县2023'])
    await desk.page.getByRole('button', { name: '清除已完成' }).click()
    await desk.page.getByText('还没有收件').waitFor()
  })

  it('counts the same questions in the list, in the preview and at the desk, the year before included', async () => {
    await go(desk.page, 'catalogue')
    await row('2023').click()
    const preview = desk.page.locator('.pv .qs h3')
    await preview.waitFor()
    // Two columns carried over otherwise than 2022 carried forward, one document too many in force, one sentence. An import counts other
    // years when there is time: the list is told of it.
    const listed = 4
    await expect.poll(counted).toBe(listed)
    await expect.poll(() => preview.textContent()).toBe(`疑点 ${listed}`)
    await row('2023').dblclick()
    await desk.page.locator('.formpane [data-cell]').first().waitFor()
    expect(await desk.page.locator('.finds h2').textContent()).toContain(`/ ${listed} `)
    expect(await desk.page.locator('.finds ol').textContent()).toContain('跨年')
  })

  it('leads a hint about the prose to its sentence, in the text and in the source', async () => {
    await desk.page.locator('.finds ol li').last().click()
    await desk.page.locator('.desk [role="tab"][data-key="text"][aria-selected="true"]').waitFor()
    const sentence = desk.page.locator('.prose mark.said')
    expect(await sentence.textContent()).toMatch(/^全年新收政府信息公开申请155件，.*件。$/)
    expect(await sentence.locator('b').textContent()).toContain('155件')
    const inView = await sentence.evaluate(mark => {
      const [at, pane] = [mark.getBoundingClientRect(), mark.closest('.prose')?.getBoundingClientRect()]
      return pane !== undefined && at.top >= pane.top && at.bottom <= pane.bottom
    })
    expect(inView).toBe(true)
    expect(await desk.page.locator('.src .lit').textContent()).toContain('申请155件')
    await desk.page.keyboard.press('F9')
    await desk.page.keyboard.type('正文含转办')
    await desk.page.keyboard.press('Enter')
    await desk.page.locator('.finds .now').filter({ hasText: '正文含转办' }).waitFor()
    await go(desk.page, 'catalogue')
    // The list may come before the change is on disk; it is told of it.
    await expect.poll(counted).toBe(3)
  })

  it('counts anew when the year before is put right', async () => {
    await row('2022').dblclick()
    await desk.page.locator('.desk [role="tab"][data-key="requests"]').click()
    for (const [column, figure] of [
      ['individual', '6'],
      ['total', '7'],
    ]) {
      await desk.page.locator(`[data-cell="requests/carriedForward/${column}"]`).click()
      await desk.page.keyboard.type(figure ?? '')
      await desk.page.keyboard.press('Enter')
      await desk.page.locator(`[data-cell="requests/carriedForward/${column}"].fixed`).waitFor()
    }
    await desk.page.getByText('已自动保存').waitFor()
    await go(desk.page, 'catalogue')
    await expect.poll(counted).toBe(1)
  })

  it('opens a locked PDF with its password, and says so where a wrong one was typed', async () => {
    await go(desk.page, 'import')
    await desk.running.drop([join(fixtures, 'pdf/locked.pdf')])
    await waitForResults(desk.page, 1)
    await go(desk.page, 'catalogue')
    await row('locked.pdf').dblclick()
    const field = desk.page.getByLabel('打开密码')
    await field.fill('kaihu')
    await desk.page.keyboard.press('Enter')
    await desk.page.locator('.unlock').filter({ hasText: '打开密码不对' }).waitFor()
    await field.fill('kaijuan')
    await desk.page.keyboard.press('Enter')
    await desk.page.locator('.src .page.pdf canvas').waitFor()
    await go(desk.page, 'history')
    const entry = desk.page.locator('.ev').filter({ hasText: '重读' })
    await entry.click()
    await desk.page.locator('.dt').filter({ hasText: '重新读取' }).waitFor()
  })

  it('reads a kept source again and finds nothing to change', async () => {
    await go(desk.page, 'catalogue')
    await row('2022').dblclick()
    await desk.page.locator('.formpane [data-cell]').first().waitFor()
    await desk.page.keyboard.press('Control+h')
    await desk.page.getByRole('radio', { name: '本份报告' }).click()
    await desk.page.getByRole('button', { name: '重新读取' }).click()
    await desk.page.getByText('这次读得与原来相同').waitFor()
    await desk.page.keyboard.press('Escape')
  })

  it('did so without an error that a person would not have seen', () => {
    expect(desk.problems).toEqual([])
  })
})
