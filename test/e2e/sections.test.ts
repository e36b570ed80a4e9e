import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, go, open, openRow, photograph, temporary, waitForResults } from './hands.ts'

describe('what is said of a section as a whole', () => {
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

  /** Whether an element begins within another. */
  const isIn = (part: string, pane: string) =>
    desk.page.locator(part).evaluate((element, around) => {
      const view = element.closest(around)?.getBoundingClientRect()
      const { top } = element.getBoundingClientRect()
      return view !== undefined && top >= view.top - 1 && top < view.bottom
    }, pane)

  it('opens the desk on that section, in the text and in the source', async () => {
    const text = await readFile(join(import.meta.dirname, '../fixtures/reports/桐坞县人民政府2023.html'), 'utf8')
    const path = join(place.folder, '桐坞县2023.html')
    await writeFile(path, text.replace('五、存在的主要问题及改进情况', '五、存在的问题与下步打算'))
    await go(desk.page, 'import')
    await desk.running.drop([path])
    await waitForResults(desk.page, 1)
    await openRow(desk.page, 0)
    await desk.page.locator('.finds .now').filter({ hasText: '五、存在的问题与下步打算' }).waitFor()
    await expect.poll(() => isIn('[data-section="problems"]', '.prose')).toBe(true)
    expect(await desk.page.locator('.src .lit').textContent()).toContain('五、存在的问题与下步打算')
  })

  it('keeps the head of a long dialog, and with it the way out, in view', async () => {
    await desk.page.keyboard.press('Control+Shift+h')
    const dialog = desk.page.getByRole('dialog')
    await dialog.getByText('六部分').waitFor()
    await dialog.locator('footer').scrollIntoViewIfNeeded()
    await expect.poll(() => isIn('.dialog header', '.dialog')).toBe(true)
    await dialog.locator('header').getByRole('button').click()
    await dialog.waitFor({ state: 'detached' })
  })
})
