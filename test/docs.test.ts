import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verbs } from '../src/main/cli/arguments.ts'
import { usage } from '../src/main/cli/usage.ts'
import { keyLines, keyPlaces } from '../src/shared/commands.ts'

const project = join(import.meta.dirname, '..')
const written = readdirSync(join(project, 'docs'), { recursive: true }).map(
  name => `docs/${String(name).replaceAll('\\', '/')}`,
)
const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...written.filter(name => name.endsWith('.md')),
]
const text = (page: string) => readFileSync(join(project, page), 'utf8')
const all = (pattern: RegExp, source: string) => [...source.matchAll(pattern)].map(match => match[1] ?? '')
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> }

/** What each page names that is not there: a page of one line for each, so that the failure says where to look. */
const missing = (named: (page: string) => readonly string[], isThere: (name: string, page: string) => boolean) =>
  pages.flatMap(page => named(page).flatMap(name => (isThere(name, page) ? [] : [`${page}: ${name}`])))

describe('the documentation', () => {
  it('leads to each of its pages by a link', () => {
    const linked = pages.flatMap(page =>
      all(/\]\((?!https?:|#)([^)#]+)\)/g, text(page)).map(link => join(dirname(page), link)),
    )
    expect(pages.filter(page => page.startsWith('docs/') && !linked.includes(join(page)))).toEqual([])
  })

  it('names only npm scripts that exist', () => {
    const named = (page: string) => [
      ...all(/npm run (?:--silent )?([\w:]+)/g, text(page)),
      ...all(/npm (start|test)\b/g, text(page)),
      // Named without npm run, beside another: `bench:accuracy`.
      ...all(/`((?:bench|soak|test):\w+)\b/g, text(page)),
    ]
    expect(missing(named, name => name in scripts)).toEqual([])
  })

  it('names every npm script, so that nobody has to find one in package.json', () => {
    const words = pages.flatMap(page => all(/`(?:npm (?:run )?)?(?:--silent )?([\w:]+)[^`\n]*`/g, text(page)))
    const shown = pages.flatMap(page => all(/npm (?:run )?(?:--silent )?([\w:]+)/g, text(page)))
    const named = new Set([...words, ...shown])
    expect(Object.keys(scripts).filter(name => !named.has(name))).toEqual([])
  })

  it('points only to files that exist', () => {
    const links = (page: string) => all(/\]\((?!https?:|#)([^)#]+)\)/g, text(page))
    expect(missing(links, (link, page) => existsSync(join(project, dirname(page), link)))).toEqual([])
  })

  it('names only files and folders of the repository that exist', () => {
    const named = (page: string) => all(/(?<![\w./-])((?:src|test|docs|assets)\/[\w./-]*\w)/g, text(page))
    expect(pages.flatMap(named).length).toBeGreaterThan(150)
    expect(missing(named, path => existsSync(join(project, path)))).toEqual([])
  })

  it('has every verb of the command line in README and output.md, and no other', () => {
    expect(new Set(all(/kaijuan -- ([a-z]+)/g, text('README.md')))).toEqual(new Set(verbs))
    expect(all(/^## ([a-z]+)/gm, text('docs/output.md')).sort()).toEqual([...verbs].sort())
  })

  it('names only options that the command line has', () => {
    const known = new Set(all(/(--[a-z][a-z-]*)/g, usage.en))
    const lines = all(/kaijuan -- (.*)/g, text('README.md'))
    const named = [...lines, text('docs/output.md').replace(/npm run --silent/g, '')].flatMap(line =>
      all(/(?<![\w-])(--[a-z][a-z-]*)/g, line),
    )
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter(option => !known.has(option))).toEqual([])
  })

  it('gives the keys of the desk and of the whole window as F1 lists them', () => {
    const table = text('README.md').split('| 键 | 作用 |')[1]?.split('\n\n')[0] ?? ''
    const rows = [...table.matchAll(/^\| ([^|]+) \| ([^|]+) \|$/gm)].map(([, keys, what]) => ({ keys, what }))
    expect(rows.slice(1)).toEqual([...keyLines('review', 'zh'), ...keyLines('anywhere', 'zh')])
  })

  it('names in its text only keys that there are', () => {
    const known = keyPlaces.flatMap(place => keyLines(place, 'zh').map(line => line.keys))
    const named = all(/`((?:Ctrl|Shift|Alt)[^`]*|F\d+)`/g, text('README.md'))
    expect(named.length).toBeGreaterThan(2)
    expect(named.filter(keys => !known.includes(keys))).toEqual([])
  })
})
