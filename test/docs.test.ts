import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applicationMenu } from '../src/main/menu.ts'

const project = join(import.meta.dirname, '..')
const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md']
const text = (page: string) => readFileSync(join(project, page), 'utf8')
const all = (pattern: RegExp, source: string) => [...source.matchAll(pattern)].map(match => match[1] ?? '')
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> }

describe('the documentation', () => {
  it('names only npm scripts that exist', () => {
    for (const page of pages) {
      const named = [...all(/npm run (?:--silent )?([\w:]+)/g, text(page)), ...all(/npm (start|test)\b/g, text(page))]
      expect([page, named.filter(name => !(name in scripts))]).toEqual([page, []])
    }
  })

  it('points only to files that exist', () => {
    for (const page of pages) {
      const links = all(/\]\((?!https?:|#)([^)#]+)\)/g, text(page))
      expect([page, links.filter(link => !existsSync(join(project, link)))]).toEqual([page, []])
    }
  })

  it('names only files and folders of the source that exist', () => {
    for (const page of pages) {
      const named = all(/`((?:src|test|docs|assets)\/[\w./-]+)`/g, text(page))
      expect([page, named.filter(path => !existsSync(join(project, path)))]).toEqual([page, []])
    }
  })

  it('gives the keys of the review desk as the menu has them', () => {
    const entries = applicationMenu('zh', false).flatMap(group => group.entries)
    const menuKeys = entries.flatMap(entry =>
      entry.kind === 'command' && entry.keys
        ? [entry.keys.replaceAll('CmdOrCtrl', 'Ctrl').replace('Space', '空格')]
        : [],
    )
    const table = text('README.md').split('| 键 | 作用 |')[1]?.split('\n\n')[0] ?? ''
    const keys = all(/^\| ([^|]+) \|/gm, table)
      .flatMap(cell => cell.split(/、|或/))
      .map(key => key.trim().replaceAll(' ', '+'))
      .filter(key => /^(F\d+|Ctrl\+|Shift\+|空格)/.test(key))
    expect(keys.length).toBeGreaterThan(10)
    expect(keys.filter(key => !menuKeys.includes(key))).toEqual([])
  })
})
