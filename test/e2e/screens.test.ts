import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, go, open, showTable, temporary, waitForResults } from './hands.ts'

const project = join(import.meta.dirname, '../..')
const pictures = join(project, 'test-results/screens')
const published = join(project, 'docs/screenshots')
const samples = join(project, 'assets/samples')
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const
const themes = ['light', 'dark'] as const
const shownInReadme = [
  'review-light-1280x800.png',
  'import-light-1280x800.png',
  'search-light-1280x800.png',
  'catalogue-dark-1280x800.png',
]

type Calls = Record<string, (input: unknown) => Promise<unknown>>

async function saveSettings(page: Page, settings: object): Promise<void> {
  await page.evaluate(
    wanted => (globalThis as unknown as { kaijuan: { calls: Calls } }).kaijuan.calls['app.saveSettings']?.(wanted),
    settings,
  )
}

async function setTheme(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await saveSettings(page, { theme })
  await page.locator(`html[data-theme="${theme}"]`).waitFor()
}

/** Nothing may be cut off at the window's edges: the frame fills it exactly and never scrolls. */
async function overflow(page: Page): Promise<string> {
  return page.evaluate(() => {
    const root = document.documentElement
    const wide = [...document.querySelectorAll('.bar, .foot, .rail')].filter(
      item => item.scrollWidth > item.clientWidth + 1,
    )
    const outside = root.scrollWidth > innerWidth || root.scrollHeight > innerHeight
    return [...(outside ? ['page'] : []), ...wide.map(item => item.className)].join(' ')
  })
}

/** Takes the screen in both sizes and themes; asserts that it fits. */
async function take(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const theme of themes) {
      await setTheme(page, theme)
      // Controls fade between themes; the picture is of where they come to rest.
      await page.evaluate(async () => {
        await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
        await Promise.allSettled(document.getAnimations().map(animation => animation.finished))
      })
      await page.locator('[aria-busy="true"]').waitFor({ state: 'hidden' })
      const file = `${name}-${theme}-${size.width}x${size.height}.png`
      await page.screenshot({ path: join(pictures, file) })
      // The pictures of the documentation are renewed on request only: each run's dates differ.
      if (process.env.KAIJUAN_SCREENSHOTS === '1' && shownInReadme.includes(file))
        await copyFile(join(pictures, file), join(published, file))
      expect(`${file}: ${await overflow(page)}`).toBe(`${file}: `)
    }
  }
  await page.setViewportSize(sizes[0])
}

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
    await desk.page.locator('#desk-tab-fields').click()
    await take(desk.page, 'review-fields')
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

  it('showed them without an error that a person would not have seen', () => {
    expect(desk.problems).toEqual([])
  })
})
