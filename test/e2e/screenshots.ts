import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const project = join(import.meta.dirname, '../..')
export const pictures = join(project, 'test-results/screens')
export const published = join(project, 'docs/screenshots')
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

export async function saveSettings(page: Page, settings: object): Promise<void> {
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
export async function take(page: Page, name: string): Promise<void> {
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
