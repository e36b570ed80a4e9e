import { describe, expect, it } from 'vitest'
import { applicationMenu } from '../../src/main/menu.ts'
import { commands as table } from '../../src/shared/commands.ts'

describe('the application menu', () => {
  const commands = (language: 'zh' | 'en') =>
    applicationMenu(language, true).flatMap(group =>
      group.entries.flatMap(entry => (entry.kind === 'command' ? [entry] : [])),
    )

  it('has one entry for every command, in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(
        commands(language)
          .map(entry => entry.command)
          .sort(),
      ).toEqual(table.map(command => command.id).sort())
    }
  })

  it('gives no two entries the same keys', () => {
    // Some entries have none.
    const keys = commands('zh').flatMap(entry => entry.keys ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is Chinese in Chinese and English in English', () => {
    expect(commands('zh').every(entry => /\p{Script=Han}/u.test(entry.label))).toBe(true)
    expect(commands('en').every(entry => !/\p{Script=Han}/u.test(entry.label))).toBe(true)
  })

  it('has an entry for the developer tools, with keys, only where they are asked for', () => {
    const entries = (tools: boolean) =>
      applicationMenu('zh', tools)
        .flatMap(group => group.entries)
        .filter(entry => entry.kind === 'role' && entry.role === 'toggleDevTools')
    expect(entries(true)).toEqual([
      { kind: 'role', label: '切换开发者工具', role: 'toggleDevTools', keys: 'CmdOrCtrl+Shift+I' },
    ])
    expect(entries(false)).toEqual([])
  })
})
