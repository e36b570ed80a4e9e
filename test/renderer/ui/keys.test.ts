import { describe, expect, it } from 'vitest'
import { comboOf, isWindowKey, type KeyPress, runKey } from '../../../src/renderer/ui/keys/keys.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  keyCode: 0,
  isComposing: false,
  ...held,
})

describe('naming a key press', () => {
  it.each([
    [press('F8'), 'F8'],
    [press('F8', { shiftKey: true }), 'Shift+F8'],
    [press('o', { ctrlKey: true }), 'Ctrl+O'],
    [press('O', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+O'],
    [press('z', { metaKey: true }), 'Ctrl+Z'],
    [press(',', { ctrlKey: true }), 'Ctrl+,'],
    [press('1', { altKey: true }), 'Alt+1'],
    [press(' '), 'Space'],
    [press('ArrowDown', { ctrlKey: true }), 'Ctrl+ArrowDown'],
    [press('Enter'), 'Enter'],
  ])('%o is %s', (event, combo) => {
    expect(comboOf(event)).toBe(combo)
  })

  it('leaves every key to an input method that is composing', () => {
    expect(comboOf(press('Enter', { isComposing: true }))).toBeNull()
    expect(comboOf(press('Process', { keyCode: 229 }))).toBeNull()
    expect(comboOf(press('F8', { keyCode: 229 }))).toBeNull()
  })

  it('gives a modifier alone no name', () => {
    expect(comboOf(press('Control', { ctrlKey: true }))).toBeNull()
    expect(comboOf(press('Shift', { shiftKey: true }))).toBeNull()
  })
})

describe('keys of the whole window', () => {
  it('are function keys, Ctrl and Alt combinations and Escape', () => {
    for (const combo of ['F1', 'F12', 'Shift+F6', 'Ctrl+1', 'Ctrl+Shift+O', 'Alt+8', 'Escape']) {
      expect(isWindowKey(combo)).toBe(true)
    }
  })

  it('are never bare letters, digits, marks, Space, Enter or arrows', () => {
    for (const combo of ['A', '1', ',', 'Space', 'Enter', 'ArrowDown', 'Delete', 'F', 'F1x']) {
      expect(isWindowKey(combo)).toBe(false)
    }
  })
})

describe('running a key', () => {
  const event = (key: string) => {
    const calls: string[] = []
    return {
      calls,
      event: { ...press(key), preventDefault: () => calls.push('kept'), stopPropagation: () => calls.push('stopped') },
    }
  }

  it('keeps a key that was taken from everybody else', () => {
    const { calls, event: given } = event('F8')
    expect(runKey(Object.fromEntries([['F8', () => undefined]]), given)).toBe(true)
    expect(calls).toEqual(['kept', 'stopped'])
  })

  it('leaves a key alone that nobody wants or that its handler declines', () => {
    const { calls, event: given } = event('F9')
    expect(runKey(Object.fromEntries([['F8', () => undefined]]), given)).toBe(false)
    expect(runKey(Object.fromEntries([['F9', () => false]]), given)).toBe(false)
    expect(calls).toEqual([])
  })
})
