import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Scenes } from './page/scenes.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())
afterEach(() => stage.forget())

const button = (name: string) => stage.page.getByRole('button', { name, exact: true })
const dialog = () => stage.page.getByRole('dialog', { name: '移出报告', exact: true })
const opener = () => button('打开')

/** What has the keys: its name as a screen reader says it, or what it is. */
const focused = () =>
  stage.page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return 'nothing'
    return at.getAttribute('aria-label') ?? at.closest('label')?.textContent?.trim() ?? at.textContent?.trim() ?? ''
  })

/** Everything that a screen reader can reach and act on now, by its name. The tree has an order of its own. */
async function reachable(): Promise<ReadonlySet<string>> {
  const session = await stage.page.context().newCDPSession(stage.page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const roles = new Set(['button', 'radio', 'textbox', 'dialog', 'alertdialog'])
  const seen = nodes.filter(node => !node.ignored && roles.has(String(node.role?.value)))
  return new Set(seen.map(node => `${node.role?.value} ${node.name?.value}`))
}

async function open(props: Scenes['dialog']): Promise<void> {
  await stage.show({ name: 'dialog', props })
  await opener().focus()
  await stage.page.keyboard.press('Enter')
  await stage.page.locator('.dialog-veil').waitFor()
}

describe('the keys of a dialog', () => {
  it('go to its main act as it opens, and what has them is pressed by Enter', async () => {
    await open({ content: 'question', acts: 'main' })
    expect(await focused()).toBe('移出')
    await stage.page.keyboard.press('Enter')
    expect(await stage.told('所按').textContent()).toBe('移出')
  })

  it('go to the answer that is taken where there is no main act, so that Enter does not close what was just opened', async () => {
    await open({ content: 'question', acts: 'plain' })
    expect(await focused()).toBe('所选')
    await stage.page.keyboard.press('Enter')
    expect(await dialog().isVisible()).toBe(true)
  })

  it('go to the field that is asked for', async () => {
    await open({ content: 'field', acts: 'none' })
    await stage.page.keyboard.type('重复')
    expect(await stage.page.getByRole('textbox', { name: '理由' }).inputValue()).toBe('重复')
  })

  it('go to the text where there is nothing to press, and to a question that comes late', async () => {
    await open({ content: 'text', acts: 'none' })
    expect(await focused()).toBe('这一步不能撤回。')
    await stage.show({ name: 'dialog', props: { content: 'field', acts: 'none' } })
    await stage.page.keyboard.type('重复')
    expect(await stage.page.getByRole('textbox', { name: '理由' }).inputValue()).toBe('重复')
  })

  it('go on to what is there when the act that had them goes away', async () => {
    await open({ content: 'question', acts: 'main' })
    await stage.show({ name: 'dialog', props: { content: 'question', acts: 'plain' } })
    expect(await focused()).toBe('所选')
  })

  it('stay where the person put them when something else changes', async () => {
    await open({ content: 'question', acts: 'main' })
    await button('取消').focus()
    await stage.show({ name: 'dialog', props: { content: 'text', acts: 'main' } })
    expect(await focused()).toBe('取消')
  })

  it('walk through all of it by Tab, forwards and backwards, and never behind it', async () => {
    await open({ content: 'field', acts: 'main' })
    for (const key of ['Tab', 'Shift+Tab']) {
      const seen: string[] = []
      for (let step = 0; step < 12; step += 1) {
        await stage.page.keyboard.press(key)
        seen.push(await focused())
      }
      // Between the last and the first the keys are the browser's own for one step.
      const inside = seen.filter(name => name !== 'nothing')
      expect(new Set(inside)).toEqual(new Set(['关闭', '理由', '取消', '细看', '移出']))
      expect(inside.length).toBeGreaterThan(8)
    }
  })
})

describe('a dialog that is left', () => {
  const ways = {
    'by Escape': () => stage.page.keyboard.press('Escape'),
    'by its cross': () => button('关闭').click(),
    'by one of its acts': () => button('取消').click(),
    'by a click beside it': () => stage.page.mouse.click(20, 780),
  }
  it.each(Object.entries(ways))('%s gives the keys back to what opened it', async (_way, leave) => {
    await open({ content: 'question', acts: 'main' })
    await leave()
    await dialog().waitFor({ state: 'detached' })
    expect(await focused()).toBe('打开')
    expect(await stage.told('问关').textContent()).toBe('1')
  })

  it('stays as long as its owner keeps it, however often Escape is pressed', async () => {
    await open({ content: 'text', acts: 'plain', kept: true })
    for (let times = 1; times <= 4; times += 1) {
      await stage.page.keyboard.press('Escape')
      expect(await stage.told('问关').textContent()).toBe(String(times))
      expect(await stage.page.locator('.dialog-veil').count()).toBe(1)
    }
  })

  it('is the one on top only, and gives the keys back to the one under it', async () => {
    await open({ content: 'question', acts: 'main' })
    await button('细看').click()
    const second = stage.page.getByRole('dialog', { name: '细目' })
    await second.waitFor()
    expect(await reachable()).toEqual(new Set(['dialog 细目', 'button 关闭']))
    await stage.page.keyboard.press('Escape')
    await second.waitFor({ state: 'detached' })
    expect(await dialog().isVisible()).toBe(true)
    expect(await focused()).toBe('细看')
    await stage.page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect(await focused()).toBe('打开')
  })
})

describe('a dialog to a screen reader', () => {
  it('has its title for a name, and nothing behind it can be reached', async () => {
    await stage.show({ name: 'dialog', props: { content: 'question', acts: 'main' } })
    expect(await reachable()).toEqual(new Set(['button 打开', 'button 旁边']))
    await open({ content: 'question', acts: 'main' })
    expect(await reachable()).toEqual(
      new Set([
        'dialog 移出报告',
        'button 关闭',
        'radio 全部',
        'radio 所选',
        'button 取消',
        'button 细看',
        'button 移出',
      ]),
    )
    await stage.page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect(await reachable()).toEqual(new Set(['button 打开', 'button 旁边']))
  })

  it('is an alert where it tells of an error: without a cross, not left by a click beside it, left by Escape', async () => {
    await open({ tone: 'error', content: 'text', acts: 'main' })
    expect(await reachable()).toEqual(new Set(['alertdialog 移出报告', 'button 取消', 'button 细看', 'button 移出']))
    await stage.page.mouse.click(20, 780)
    const alert = stage.page.getByRole('alertdialog', { name: '移出报告' })
    expect(await alert.isVisible()).toBe(true)
    expect(await stage.told('问关').textContent()).toBe('0')
    await stage.page.keyboard.press('Escape')
    await alert.waitFor({ state: 'detached' })
    expect(await focused()).toBe('打开')
  })
})

it('did so without an error that a person would not have seen', () => {
  expect(stage.problems).toEqual([])
})
