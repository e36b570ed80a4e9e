import { appendFile, copyFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openArchive } from '../../src/main/archive/index.ts'
import { value } from '../archive/samples.ts'
import { launch } from '../host/driver.ts'
import { misread } from '../services/misread.ts'
import { type Desk, go, open, photograph, showTable, temporary, waitForResults } from './hands.ts'
import { saveSettings, take } from './screenshots.ts'

const project = join(import.meta.dirname, '../..')
const sample = (name: string) => join(project, 'assets/samples', name)
const cell = 'requests/granted/individual'

/** What a person meets when the archive is not theirs alone: newer readers, a second window, a damaged disk, a synchronised folder. */
describe('an archive that others touch, too', () => {
  let place: Awaited<ReturnType<typeof temporary>>
  let desk: Desk
  let archive = ''

  beforeAll(async () => {
    place = await temporary()
    archive = join(place.folder, 'archive')
    desk = await open(place.folder)
    await saveSettings(desk.page, { who: '陆知远' })
    await go(desk.page, 'import')
    await desk.running.drop(['桐坞县人民政府2023.html', '云岭市清河区人民政府2023.docx'].map(sample))
    await waitForResults(desk.page, 2)
  })

  afterAll(async () => {
    await desk.running.quit()
    await place.remove()
  })

  beforeEach(context => context.onTestFailed(() => photograph(desk, context.task.name)))

  const row = (text: string) => desk.page.locator('.ledger .rows [role="row"]').filter({ hasText: text })
  const openReport = async (name: string) => {
    await go(desk.page, 'catalogue')
    await row(name).dblclick()
    await desk.page.locator('.formpane [data-cell]').first().waitFor()
  }
  const banner = () => desk.page.locator('.banner')
  const dialog = () => desk.page.locator('.dialog-veil')

  it('shows at the desk where a newer reading says otherwise than the person, and is answered by deciding again', async () => {
    await openReport('桐坞县')
    await showTable(desk.page, 'requests')
    await desk.page.locator(`[data-cell="${cell}"]`).click()
    await desk.page.keyboard.type('77')
    await desk.page.keyboard.press('Enter')
    await desk.page.getByText('已自动保存').waitFor()
    await desk.running.quit()
    const kept = value(await openArchive(archive, { version: 'test' }))
    const ids = await kept.recordIds()
    for (const id of ids) {
      const record = value(await kept.record(id))
      if (record.revisions.length > 0) value(await kept.replaceExtraction(id, misread(record, cell, 83)))
    }
    await kept.close()

    desk = await open(place.folder)
    await openReport('桐坞县')
    const line = desk.page.locator('.finds li').filter({ hasText: '重读作 83，人定为 77' })
    await line.click()
    const now = desk.page.locator('.finds .now').filter({ hasText: '重读所得不同' })
    await now.waitFor()
    expect(await now.textContent()).toContain('仍以人定的为准')
    await take(desk.page, 'reread-disagrees')
    await desk.page.keyboard.press('F2')
    await desk.page.keyboard.type('61')
    await desk.page.keyboard.press('Enter')
    await desk.page.getByText('已自动保存').waitFor()
    await now.waitFor({ state: 'detached' })
    await line.waitFor({ state: 'detached' })
  })

  it('only reads in a second window, says who writes, and gives files to the first', async () => {
    const second = await launch({ archive, userData: join(place.folder, 'own2') })
    const { page } = second
    const why = page.locator('.banner').filter({ hasText: '此处只能看' })
    expect(await why.textContent()).toMatch(/进程 \d+，\d{4}-\d\d-\d\d \d\d:\d\d 打开/)
    await go(page, 'import')
    await page.getByText('交给打开着归档库的那个开卷收入').waitFor()
    await second.drop([sample('望溪区人民政府2022.html')])
    await page.locator('.toast').filter({ hasText: '已交给打开着这个归档库的另一个开卷' }).waitFor()
    await go(page, 'catalogue')
    await page.locator('.ledger .rows [role="row"]').filter({ hasText: '望溪区' }).waitFor()
    await go(desk.page, 'catalogue')
    await row('望溪区').waitFor()

    await desk.running.quit()
    await page.locator('.banner').filter({ hasText: '另一个开卷已关闭' }).waitFor()
    await second.quit()
  })

  it('says at opening what a crash, a synchronising program and a damaged disk have left, and what was put right', async () => {
    const kept = value(await openArchive(archive, { version: 'test' }))
    value(await kept.keepGeneration(new AbortController().signal))
    await kept.close()
    desk = await open(place.folder)
    await desk.running.kill()
    const log = `log/${new Date().getFullYear()}.jsonl`
    await copyFile(join(archive, log), join(archive, log.replace('.jsonl', ' (冲突副本 许砚).jsonl')))
    await appendFile(join(archive, log), '{"number":')
    desk = await open(place.folder)
    await banner().filter({ hasText: '打开时的情况 2 件' }).getByRole('button', { name: '看说明' }).click()
    await dialog().getByText('上次意外中断').waitFor()
    await dialog().getByText('是同步程序留下的冲突副本').waitFor()
    await take(desk.page, 'opening-notes')
    await desk.page.keyboard.press('Enter')
    await banner().getByRole('button', { name: '关闭' }).click()
    await banner().waitFor({ state: 'detached' })

    const records = (await readdir(join(archive, 'records'), { recursive: true })).filter(name =>
      name.endsWith('.json'),
    )
    for (const name of records) await writeFile(join(archive, 'records', name), '{"schema":1')
    await openReport('望溪区')
    await banner().filter({ hasText: '的留存与沿革复原' }).waitFor()
    await go(desk.page, 'history')
    await desk.page.locator('.ev').filter({ hasText: '修复' }).first().waitFor()
  })

  it('did so without an error that a person would not have seen', () => {
    expect(desk.problems).toEqual([])
  })
})
