import { appendFile, mkdir, readdir, readFile, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openArchive } from '../../src/main/archive/index.ts'
import { value } from '../archive/samples.ts'
import { misread } from '../services/misread.ts'
import { type Desk, go, open, photograph, showTable, temporary, waitForResults } from './hands.ts'
import { take } from './screenshots.ts'

const project = join(import.meta.dirname, '../..')
const samples = ['assets/samples/云岭市清河区人民政府2023.html', 'test/fixtures/reports/桐坞县人民政府2023.html']
const cell = 'requests/granted/individual'

describe('looking after the archive', () => {
  let place: Awaited<ReturnType<typeof temporary>>
  let desk: Desk
  let backup: string
  /** Errors that a test brought about itself. */
  const expected: string[] = []

  beforeAll(async () => {
    place = await temporary()
    backup = join(place.folder, 'stick', '备份')
    await mkdir(backup, { recursive: true })
    desk = await open(place.folder)
    await go(desk.page, 'import')
    await desk.running.drop(samples.map(path => join(project, path)))
    await waitForResults(desk.page, 2)
    // Its report is a file of the archive, too.
    await desk.page.getByText('四性检测 2 份').waitFor()
  })

  afterAll(async () => {
    await desk.running.quit()
    await place.remove()
  })

  beforeEach(context => context.onTestFailed(() => photograph(desk, context.task.name)))

  const dialog = () => desk.page.getByRole('dialog')
  const settings = async () => {
    await desk.page.keyboard.press('Control+,')
    await desk.page.locator('.work.settings').waitFor()
  }

  it('backs up into a chosen folder, and settings say when, where and that it was whole', async () => {
    await settings()
    await desk.page.getByText('还没有备份过').waitFor()
    await desk.page.getByRole('button', { name: '备份到…' }).click()
    await desk.running.answerDialog([backup])
    await dialog().getByRole('button', { name: '选文件夹…' }).click()
    await dialog().getByText(backup).waitFor()
    await take(desk.page, 'backup')
    await dialog().getByRole('button', { name: '开始备份' }).click()
    await dialog().getByText('读回核对，全部相符').waitFor()
    expect(await dialog().textContent()).toContain('写入 7 个文件')
    await take(desk.page, 'backup-done')
    await desk.page.keyboard.press('Escape')
    await desk.page
      .locator('.settings .kv')
      .filter({ hasText: `${backup}（完整）` })
      .waitFor()
    await take(desk.page, 'settings-archive')
  })

  it('is begun from the menu too, goes on with the last folder, and says why a folder will not do', async () => {
    await desk.running.clickMenu('备份归档库…')
    await dialog().getByText(backup).first().waitFor()
    await desk.running.answerDialog([join(place.folder, 'archive')])
    await dialog().getByRole('button', { name: '换个文件夹…' }).click()
    await dialog().getByText(join(place.folder, 'archive'), { exact: true }).waitFor()
    await dialog().getByRole('button', { name: '开始备份' }).click()
    await dialog().getByRole('alert').getByText('互相包含').waitFor()
    await take(desk.page, 'backup-failed')
    await desk.page.keyboard.press('Escape')
  })

  it('restores the backup into an empty folder, verifies it, and can use it from now on', async () => {
    const restored = join(place.folder, '恢复')
    await desk.running.clickMenu('由备份恢复…')
    for (const folder of [backup, restored]) {
      await desk.running.answerDialog([folder])
      await dialog().getByRole('button', { name: '选文件夹…' }).first().click()
      await dialog().getByText(folder).waitFor()
    }
    await dialog().getByRole('button', { name: '开始恢复' }).click()
    await dialog().getByText('核验一遍，全部相符').waitFor()
    await dialog().getByRole('button', { name: '以后就用它' }).click()
    await dialog().getByText('关闭开卷再打开').waitFor()
    await take(desk.page, 'restore-done')
    await desk.page.keyboard.press('Escape')
    const archive = value(await openArchive(restored, { version: 'test' }))
    expect([archive.readOnly, (await archive.recordIds()).length]).toEqual([null, 2])
    await archive.close()
  })

  it('reads all sources again: nothing to change, then what older readers had misread', async () => {
    await settings()
    await desk.page.getByRole('button', { name: '重读全部原件…' }).click()
    await dialog().getByRole('button', { name: '看会有哪些改变' }).click()
    await dialog().getByText('没有会改变的').waitFor()
    await desk.page.keyboard.press('Escape')
    await desk.running.quit()
    const archive = value(await openArchive(join(place.folder, 'archive'), { version: 'test' }))
    for (const id of await archive.recordIds())
      value(await archive.replaceExtraction(id, misread(value(await archive.record(id)), cell, 7000)))
    await archive.close()

    desk = await open(place.folder)
    await settings()
    await desk.page.getByRole('button', { name: '重读全部原件…' }).click()
    await take(desk.page, 'reread-all')
    await dialog().getByRole('button', { name: '看会有哪些改变' }).click()
    await dialog().getByText('重读 2 份，2 份会有改变').waitFor()
    await dialog().getByRole('button', { name: '看改了什么' }).first().click()
    await dialog().locator('.changes li').filter({ hasText: '7000' }).waitFor()
    await dialog().locator('.tick').first().click()
    expect(await dialog().getByRole('checkbox').first().isChecked()).toBe(true)
    await take(desk.page, 'reread-all-preview')
    await dialog().getByRole('button', { name: '换上所选 1 份' }).click()
    await dialog().getByText('1 份会有改变').waitFor()
    await dialog().getByRole('button', { name: '全部换上 1 份' }).click()
    await dialog().waitFor({ state: 'detached' })
    await desk.page.locator('.toast').filter({ hasText: '已换上 1 份' }).first().waitFor()
  })

  it('shows the new reading at the desk', async () => {
    await go(desk.page, 'catalogue')
    await desk.page.getByRole('row').filter({ hasText: '桐坞县' }).dblclick()
    await showTable(desk.page, 'requests')
    expect(await desk.page.locator(`[data-cell="${cell}"]`).textContent()).not.toContain('7000')
  })

  it('keeps in its cell what could not be stored, says of which report and what to do, and stores it when asked again', async () => {
    const log = join(place.folder, 'archive/log')
    const [name = ''] = (await readdir(log)).filter(file => file.endsWith('.jsonl'))
    const journal = join(log, name)
    const { size } = await stat(journal)
    // Another program has written into the journal: nothing may be added to it. (As root, permissions forbid nothing.)
    await appendFile(journal, 'x')
    const edited = desk.page.locator(`[data-cell="${cell}"]`)
    await edited.click()
    await desk.page.keyboard.type('31')
    await desk.page.keyboard.press('Enter')
    const refusal = desk.page.getByRole('alertdialog')
    await refusal.getByText('这一处更正没有存下来').waitFor()
    const told = await refusal.textContent()
    for (const words of ['桐坞县', '没有存下来', '此前存下的全部在册', '31 仍在屏上', '再试一次'])
      expect(told).toContain(words)
    expect(await edited.textContent()).toContain('31')
    await take(desk.page, 'not-saved')
    await refusal.getByRole('button', { name: '暂不存' }).click()
    expect(await edited.textContent()).toContain('31')
    expect((await stat(journal)).size).toBe(size + 1)

    await truncate(journal, size)
    await edited.click()
    await desk.page.keyboard.type('32')
    await desk.page.keyboard.press('Enter')
    await expect.poll(async () => (await readFile(journal, 'utf8')).match(/"raw":"3[12]"/g)?.length).toBeGreaterThan(1)
    expect(await edited.textContent()).toContain('32')
  })

  it('shows what a diagnosis holds, word for word, and saves it as one file without any name in it', async () => {
    const folder = join(place.folder, '诊断')
    await mkdir(folder)
    await settings()
    await desk.page.getByRole('button', { name: '导出诊断…' }).click()
    await dialog().getByText('没有报告内容、文件名、人名和路径').waitFor()
    const shown = await dialog().locator('pre').textContent()
    expect(shown).toContain('"kind":"failed","call":"record.revise"')
    await take(desk.page, 'diagnosis')
    await desk.running.answerDialog([folder])
    await dialog().getByRole('button', { name: '存成文件…' }).click()
    await dialog().waitFor({ state: 'detached' })
    const [name = ''] = await readdir(folder)
    await desk.page.locator('.toast').filter({ hasText: name }).first().waitFor()
    const saved = JSON.parse(await readFile(join(folder, name), 'utf8'))
    expect(saved).toMatchObject({ schema: 1, archive: { records: 2 } })
    expect(saved.log.map((line: { kind: string }) => line.kind)).toContain('imported')
    expect(JSON.stringify(saved)).not.toMatch(/[^\x20-\x7e]|\//)
  })

  it('notes an error of the window that nothing caught, by its place and not by its words', async () => {
    const caught = desk.page.waitForEvent('pageerror')
    await desk.page.evaluate(() => {
      setTimeout(() => {
        throw new RangeError('桐坞县')
      })
    })
    await caught
    const noted = async () => await readFile(join(place.folder, 'own/logs/kaijuan.jsonl'), 'utf8')
    await expect.poll(noted).toContain('"kind":"uncaught","where":"window","name":"RangeError"')
    expect(await noted()).not.toContain('桐坞县')
    expected.push('桐坞县')
  })

  it('did so without an error that a person would not have seen', () => {
    expect(desk.problems).toEqual(expected)
  })
})
