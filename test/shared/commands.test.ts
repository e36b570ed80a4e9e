import { describe, expect, it } from 'vitest'
import { isWindowKey } from '../../src/renderer/ui/keys/keys.ts'
import { commands, keyLines, keyPlaces, keysOf } from '../../src/shared/commands.ts'

describe('the table of commands', () => {
  it('gives no key to two commands, and none that an input method swallows', () => {
    const keys = commands.flatMap(command => command.keys ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    // Space is the form's own: a grid hears it, never the whole window.
    expect(keys.filter(key => !isWindowKey(key))).toEqual(['Space'])
  })

  it('lists every command that has keys exactly once, in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const listed = keyPlaces.flatMap(place => keyLines(place, language).map(line => line.keys))
      for (const { id, keys } of commands)
        expect([id, listed.filter(item => item === keysOf(id, language)).length]).toEqual([id, keys === null ? 0 : 1])
    }
  })

  it('writes keys as they stand on a keyboard', () => {
    expect([keysOf('import.folder'), keysOf('review.confirm'), keysOf('review.confirm', 'en')]).toEqual([
      ...['Ctrl Shift O', '空格', 'Space'],
    ])
    expect(keysOf('archive.backup')).toBe('')
  })

  it('binds no bare letter', () => {
    for (const place of keyPlaces)
      for (const { keys } of keyLines(place, 'zh')) expect(keys).not.toMatch(/(^|、)[A-Za-z0-9]($|、)/)
  })
})
