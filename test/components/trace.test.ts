import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readSource } from '../../src/main/readers/index.ts'
import { recognise } from '../../src/main/recognition/index.ts'
import { message } from '../../src/shared/messages/index.ts'
import type { Retraced, TraceStep } from '../../src/shared/trace/steps.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let read: Retraced

/** A page with table 四 and a title that would be markup if nobody escaped it. */
const page = `<html><body><h1>&lt;b id=planted&gt;青石镇人民政府2023年政府信息公开工作年度报告</h1><p>四、政府信息公开行政复议、行政诉讼情况</p>
<table><tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr>${'<td rowspan=2>结果维持</td><td rowspan=2>结果纠正</td><td rowspan=2>其他结果</td><td rowspan=2>尚未审结</td><td rowspan=2>总计</td>'}<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>
<tr>${'<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>'.repeat(2)}</tr><tr>${Array.from({ length: 15 }, (_, at) => `<td>${at === 0 ? '2（含上年1件）' : 0}</td>`).join('')}</tr></table></body></html>`

beforeAll(async () => {
  stage = await openStage()
  const steps: TraceStep[] = []
  const { document } = await readSource(Buffer.from(page), 'page.html', step => steps.push(step))
  if (document) recognise(document, 'page.html', step => steps.push(step))
  read = { trace: { steps, left: 0 }, messages: [], newer: false }
})
afterAll(() => stage.close())
afterEach(() => stage.forget())

const dialog = () => stage.page.getByRole('dialog', { name: '查看读法' })

async function open(cell: 'proceedings/review/upheld' | 'requests/granted/total' | null): Promise<void> {
  await stage.show({ name: 'trace', props: { cell } })
  await stage.page.getByRole('button', { name: '查看' }).click()
  await dialog().waitFor()
}

describe('how a cell was read', () => {
  it('says that the source is being read again, until the answer is there', async () => {
    await open('proceedings/review/upheld')
    expect(await dialog().getByRole('status').innerText()).toContain('正在重新读取')
    const asked = await stage.asked('record.trace', 0)
    expect(asked.input).toEqual({ id: '0123456789abcdef' })
    await asked.answer({ ok: true, value: read })
    const steps = await dialog().locator('.trace-cell > div').allInnerTexts()
    expect(steps.join('\n')).toContain('“2（含上年1件）” → 文字')
    // Words where a figure is due: the steps that make it doubtful stand out.
    expect(await dialog().locator('.trace-cell .doubt dt').allInnerTexts()).toEqual(['读作', '把握'])
    expect(await dialog().locator('summary').first().innerText()).toContain('格式')
  })

  it('stops the reading when it is closed before the answer', async () => {
    await open(null)
    await stage.asked('record.trace', 0)
    await stage.page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect((await stage.asked('record.trace', 1)).input).toEqual({ id: null })
  })

  it('has nothing to stop once the answer is there', async () => {
    await open(null)
    await (await stage.asked('record.trace', 0)).answer({ ok: true, value: read })
    await stage.page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect(await stage.count()).toBe(1)
  })

  it('says why the source could not be read, and tries again when told to', async () => {
    await open(null)
    const problem = message('ingest.damagedCopy', { file: '报告.pdf' })
    await (await stage.asked('record.trace', 0)).answer({ ok: false, problem })
    await dialog().getByRole('alert').waitFor()
    await dialog().getByRole('button', { name: '再试一次' }).click()
    await (await stage.asked('record.trace', 1)).answer({ ok: true, value: { ...read, newer: true } })
    await dialog().getByText('读法在收存之后改过').waitFor()
  })

  it('says that the table of the cell was not read, where it was not', async () => {
    await open('requests/granted/total')
    await (await stage.asked('record.trace', 0)).answer({ ok: true, value: read })
    expect(await dialog().locator('.trace-cell dd').allInnerTexts()).toEqual(['这张表没有读出'])
  })

  it('shows the source’s own markup as text', async () => {
    await open(null)
    await (await stage.asked('record.trace', 0)).answer({ ok: true, value: read })
    expect(await stage.page.locator('#planted').count()).toBe(0)
    expect(await dialog().innerText()).toContain('<b id=planted>')
  })
})

it('did so without an error that a person would not have seen', () => {
  expect(stage.problems).toEqual([])
})
