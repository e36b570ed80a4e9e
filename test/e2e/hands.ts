import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launch, type Running } from '../host/driver.ts'

/** What a person does with the window, named as they would name it. */

export type Desk = { readonly running: Running; readonly page: Page; readonly problems: readonly string[] }

/** Opens the application and listens for errors that a person would not see. */
export async function open(folder: string, size = { width: 1280, height: 800 }): Promise<Desk> {
  const running = await launch({ archive: join(folder, 'archive'), userData: join(folder, 'own') })
  const problems: string[] = []
  running.page.on('pageerror', error => problems.push(error.message))
  running.page.on('console', entry => {
    if (entry.type() === 'error') problems.push(entry.text())
  })
  await running.page.setViewportSize(size)
  return { running, page: running.page, problems }
}

export async function temporary(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kaijuan-e2e-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

const places = {
  import: { key: '1', name: '收件' },
  catalogue: { key: '2', name: '目录' },
  search: { key: '4', name: '检索' },
  history: { key: '6', name: '沿革' },
} as const

/** Goes to a place by its key and waits until the window shows it. */
export async function go(page: Page, place: keyof typeof places): Promise<void> {
  await page.keyboard.press(`Control+${places[place].key}`)
  await page.locator('main .bar h1').filter({ hasText: places[place].name }).waitFor()
}

/** Waits until the import queue has a result for every one of `count` files. */
export async function waitForResults(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    all => {
      const done = document.querySelector('.sum .big b')?.textContent?.replaceAll(',', '')
      const text = document.querySelector('.sum .big')?.textContent ?? ''
      return done === String(all) && text.includes(`/ ${all} `)
    },
    count,
    { timeout: 300_000 },
  )
}

/** Opens the record in a row (from 0) of the catalogue, by keyboard. */
export async function openRow(page: Page, row: number): Promise<void> {
  await go(page, 'catalogue')
  await page.locator('.ledger[role="grid"][aria-busy="false"]').focus()
  await page.keyboard.press('Home')
  for (let step = 0; step < row; step += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  // It opens on its first question, which may be one about the prose.
  await page.locator('.desk [role="tab"][aria-selected="true"]').waitFor()
}

export async function showTable(page: Page, table: 'disclosure' | 'requests' | 'proceedings'): Promise<void> {
  await page.locator(`.desk [role="tab"][data-key="${table}"]`).click()
  await page.locator(`[data-cell^="${table}/"]`).first().waitFor()
}

/** What the form shows, cell by cell: the text of the number, with marks of state taken off. */
export async function shownCells(page: Page): Promise<Map<string, string>> {
  const shown = new Map<string, string>()
  for (const table of ['disclosure', 'requests', 'proceedings'] as const) {
    await showTable(page, table)
    const cells = await page.locator(`[data-cell^="${table}/"]`).evaluateAll(all =>
      all.map(cell => {
        const copy = cell.cloneNode(true) as Element
        for (const mark of copy.querySelectorAll('s, .sic')) mark.remove()
        return [cell.getAttribute('data-cell') ?? '', copy.textContent?.trim() ?? ''] as const
      }),
    )
    for (const [key, text] of cells) shown.set(key, text)
  }
  return shown
}

export async function cellText(page: Page, key: string): Promise<string> {
  return (await page.locator(`[data-cell="${key}"]`).textContent())?.trim() ?? ''
}

/** Keeps a picture of the window as it stood when a test failed. */
export async function photograph(desk: Desk, name: string): Promise<void> {
  await desk.page.screenshot({
    path: join(import.meta.dirname, '../../test-results', `${name.replaceAll(/[^\w\u4e00-\u9fff]+/g, '-')}.png`),
  })
}
