import type { CDPSession } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let input: CDPSession

beforeAll(async () => {
  stage = await openStage()
  input = await stage.page.context().newCDPSession(stage.page)
})

afterAll(() => stage.close())
afterEach(() => stage.forget())

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await stage.page.keyboard.press(key)
}
const told = (label: string) => stage.told(label).textContent()
const show = (locked = false) => stage.show({ name: 'controls', props: { locked } })
const field = () => stage.page.getByRole('textbox', { name: '筛选' })

/** What has the keys, by its name or its words. */
const focused = () =>
  stage.page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return 'nothing'
    return at.getAttribute('aria-label') ?? at.closest('label')?.textContent ?? at.textContent ?? ''
  })

describe('the field over a list', () => {
  it('filters while one types, and Escape clears it before it means anything else', async () => {
    await show()
    await field().focus()
    await stage.page.keyboard.type('2023')
    await expect.poll(() => told('筛得')).toBe('2023')
    await press('Escape')
    expect([await field().inputValue(), await told('筛得')]).toEqual(['', '2023|'])
    expect(await told('所按')).toBe('')
    await press('Escape')
    expect(await told('所按')).toBe('Esc')
  })

  it('waits for the input method: no key of a word being composed filters, clears or leads away', async () => {
    await show()
    await field().focus()
    await input.send('Input.imeSetComposition', { text: 'qing he', selectionStart: 7, selectionEnd: 7 })
    for (const key of ['Enter', 'Escape', 'ArrowDown']) {
      await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: 229 })
    }
    expect([await field().inputValue(), await focused(), await told('所按')]).toEqual(['qing he', '筛选', ''])
    await input.send('Input.insertText', { text: '清河' })
    await expect.poll(() => told('筛得')).toBe('清河')
    expect(await field().inputValue()).toBe('清河')
  })

  it('leads into the list by Enter and by the arrow down, and gets the keys by a press on its picture', async () => {
    await show()
    for (const key of ['Enter', 'ArrowDown']) {
      await stage.page.locator('.filterfield svg').click()
      expect(await focused()).toBe('筛选')
      await press(key)
      expect(await focused()).toBe('清单')
    }
  })

  it('leaves the keys of the window to the window', async () => {
    await show()
    await field().focus()
    await press('F8')
    expect(await told('所按')).toBe('F8')
  })
})

describe('one of a few', () => {
  it('has one stop for Tab, at what is chosen, and arrows choose the next, round the end', async () => {
    await show()
    await field().focus()
    await press('Tab')
    expect(await focused()).toBe('乙')
    await press('ArrowRight')
    expect([await focused(), await told('所选')]).toEqual(['丙', '丙'])
    await press('ArrowRight')
    expect([await focused(), await told('所选')]).toEqual(['甲', '甲'])
    await press('Tab')
    expect(await stage.page.getByRole('radiogroup', { name: '看法' }).locator(':focus').count()).toBe(1)
  })

  it('cannot be chosen anew where nothing can be written', async () => {
    await show(true)
    expect(await stage.page.getByRole('radiogroup', { name: '范围' }).getByRole('radio').first().isDisabled()).toBe(
      true,
    )
    await stage.page.getByText('丙', { exact: true }).first().click({ force: true })
    expect(await told('所选')).toBe('乙')
  })

  it('as a bar: arrows go along it past what cannot be chosen, the space bar takes, and one is always taken', async () => {
    await show()
    const bar = stage.page.getByRole('radiogroup', { name: '看法' })
    await bar.getByRole('radio', { name: '甲' }).focus()
    await press('ArrowRight')
    expect([await focused(), await told('所看')]).toEqual(['丙', '甲'])
    await press('Space')
    expect(await told('所看')).toBe('丙')
    await press('Space')
    expect(await told('所看')).toBe('丙')
    expect(await bar.getByRole('radio', { checked: true }).allTextContents()).toEqual(['丙'])
  })
})

describe('the conditions beside a list', () => {
  it('are one stop for Tab; arrows go from value to value, the space bar takes several and gives them back', async () => {
    await show()
    const values = stage.page.getByRole('toolbar', { name: '年度' }).getByRole('button')
    await values.first().focus()
    await press('Space', 'ArrowDown', 'ArrowDown', 'Space')
    expect(await told('年')).toBe('2023 null')
    expect(await values.evaluateAll(all => all.map(item => item.getAttribute('aria-pressed')))).toEqual([
      'true',
      'false',
      'true',
    ])
    await press('ArrowUp', 'ArrowUp', 'Space')
    expect(await told('年')).toBe('null')
    await press('Tab')
    expect(await focused()).toBe('选这一份')
    await press('Shift+Tab')
    expect(await focused()).toBe('2023')
  })
})

describe('a button', () => {
  it('is pressed by mouse, Enter and the space bar, and what it lies on hears nothing of it', async () => {
    await show()
    const button = stage.page.getByRole('button', { name: '打开' })
    await button.click()
    await button.focus()
    await press('Enter', 'Space')
    expect(await told('所按')).toBe('打开 打开 打开')
  })

  it('that can do nothing is neither pressed nor reached', async () => {
    await show()
    await stage.page.getByRole('button', { name: '不可' }).click({ force: true })
    await stage.page.getByRole('button', { name: '清除' }).focus()
    await press('Tab')
    expect(await focused()).toBe('清单')
    expect(await told('所按')).not.toContain('不可')
  })

  it('with a picture only says its name to who comes by key, and Escape puts the word away and nothing else', async () => {
    await show()
    await stage.page.getByRole('button', { name: '打开' }).focus()
    await press('Tab')
    const tip = stage.page.getByRole('tooltip')
    await tip.waitFor()
    expect([await focused(), await tip.textContent()]).toEqual(['清除', '清除'])
    await press('Escape')
    await tip.waitFor({ state: 'detached' })
    expect([await focused(), await told('所按')]).toEqual(['清除', ''])
    await press('Escape')
    expect(await told('所按')).toBe('Esc')
  })
})

it('a box is ticked by the space bar and by a press on it', async () => {
  await show()
  await stage.page.getByRole('checkbox', { name: '选这一份' }).focus()
  await press('Space')
  expect(await told('勾')).toBe('是')
  await stage.page.locator('.tick').click()
  expect(await told('勾')).toBe('否')
})

describe('tabs', () => {
  const names = () =>
    stage.page.getByRole('tab').evaluateAll(all => all.map(tab => (tab.textContent ?? '').replaceAll(/\W*\d+$/g, '')))

  it('have one stop for Tab, at the one that is open; arrows open the next, round the end', async () => {
    await stage.show({ name: 'tabs', props: { cancelled: 0 } })
    expect(await stage.page.getByRole('tab').count()).toBe(7)
    await stage.page.getByRole('tab', { selected: true }).focus()
    await press('ArrowRight', 'ArrowRight')
    expect(await told('筛选')).toBe('duplicate')
    await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft')
    expect(await told('筛选')).toBe('waiting')
    await press('Home')
    expect([await told('筛选'), (await focused()).startsWith('全部')]).toEqual(['all', true])
    await press('Tab', 'Tab')
    expect(await focused()).toBe('里面')
    await press('Shift+Tab', 'Shift+Tab')
    expect((await focused()).startsWith('全部')).toBe(true)
  })

  it('lead to one panel that has the name of the tab, and say which keys open them from anywhere', async () => {
    await stage.show({ name: 'tabs', props: { cancelled: 2 } })
    expect(await names()).toHaveLength(8)
    await stage.page.getByRole('tab').nth(1).click()
    const panel = stage.page.getByRole('tabpanel')
    expect(await panel.count()).toBe(1)
    expect(await panel.getAttribute('aria-labelledby')).toBe(
      await stage.page.getByRole('tab').nth(1).getAttribute('id'),
    )
    expect(await stage.page.getByRole('tab').last().getAttribute('aria-keyshortcuts')).toBe('Alt+8')
  })
})

it('did so without an error that a person would not have seen', () => {
  expect(stage.problems).toEqual([])
})
