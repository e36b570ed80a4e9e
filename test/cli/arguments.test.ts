import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { options, readArguments, verbs } from '../../src/main/cli/arguments.ts'
import { usage } from '../../src/main/cli/usage.ts'
import { extractSchema } from '../shared/extractSchema.ts'
import { kaijuan, root } from './support.ts'

const optionNames = Object.keys(options).sort()
const read = (...argv: readonly string[]) => readArguments(argv, {})

describe('the command line', () => {
  it('is a verb, its operands and its options in any order', () => {
    expect(read('--json', 'extract', 'a.doc', '--archive', '/x', 'b.doc')).toEqual({
      kind: 'run',
      language: 'zh',
      command: {
        verb: 'extract',
        operands: ['a.doc', 'b.doc'],
        json: true,
        archive: '/x',
        years: [],
        statuses: [],
        bag: null,
        page: null,
        html: null,
        csv: null,
        all: false,
        dryRun: false,
        noInspect: false,
      },
    })
  })

  it('keeps excluded words of a search apart from options', () => {
    expect(read('search', '公开', '-不予', '--year', '2023', '--year=2022', '--status', 'pending')).toMatchObject({
      command: { operands: ['公开', '-不予'], years: [2023, 2022], statuses: ['pending'] },
    })
  })

  it('is wrong without a verb, with an unknown verb or option, and with too many or too few operands', () => {
    const wrong = [
      [],
      ['exract', 'a'],
      ['extract'],
      ['extract', '--jsn', 'a'],
      ['list', 'x'],
      ['show'],
      ['show', 'a', 'b'],
      ['list', '--year', 'x'],
      ['list', '--status', 'done'],
      ['list', '--lang', 'fr'],
      ['list', '--archive'],
    ]
    for (const argv of wrong) expect([argv, read(...argv).kind]).toEqual([argv, 'wrong'])
  })

  it('speaks Chinese unless it is asked otherwise or the system speaks another language', () => {
    const language = (environment: Record<string, string>, ...argv: string[]) =>
      readArguments(['list', ...argv], environment).language
    expect(language({})).toBe('zh')
    expect(language({ LANG: 'C.UTF-8' })).toBe('zh')
    expect(language({ LANG: 'zh_CN.UTF-8' })).toBe('zh')
    expect(language({ LANG: 'en_GB.UTF-8' })).toBe('en')
    expect(language({ LANG: 'en_GB.UTF-8' }, '--lang', 'zh')).toBe('zh')
    expect(language({ LANG: 'de_DE', LC_ALL: 'zh_TW' })).toBe('zh')
  })

  it('ends with 2 and the usage when it is wrong, with 0 and both languages when help is wanted', async () => {
    const wrong = await kaijuan('bogus')
    expect([wrong.status, wrong.out]).toEqual([2, []])
    expect(wrong.log).toContain('没有“bogus”这个动作')
    expect(wrong.log).toContain('用法')
    const help = await kaijuan('--help')
    expect(help.status).toBe(0)
    expect(help.out.join()).toMatch(/用法[\s\S]*Usage/)
    expect(await kaijuan('--version')).toMatchObject({ status: 0, out: ['9.9.9'] })
  })
})

describe('the usage', () => {
  it.each(['zh', 'en'] as const)('names every verb and every option there is, and no other: %s', language => {
    const [, verbLines = '', optionLines = ''] = usage[language].split(/^(?:动作：|选项：|Verbs:|Options:)$/m)
    const first = (lines: string, pattern: RegExp) => [...lines.matchAll(pattern)].map(([, name]) => name)
    expect(first(verbLines, /^ {2}([a-z]+) /gm).sort()).toEqual([...verbs].sort())
    expect(first(optionLines, /^ {2}--([a-z-]+) /gm).sort()).toEqual(optionNames)
  })
})

describe('docs/output.md', () => {
  const documentation = readFileSync(join(root, 'docs/output.md'), 'utf8')

  it('has a chapter for every verb, and names every option', () => {
    expect([...documentation.matchAll(/^## ([a-z]+)/gm)].map(([, verb]) => verb).sort()).toEqual([...verbs].sort())
    const named = new Set([...documentation.matchAll(/--([a-z-]+)/g)].map(([, name]) => name))
    expect(optionNames.filter(name => !named.has(name))).toEqual([])
  })

  it('names every member of the output of extract', () => {
    const members = (schema: z.ZodType): readonly string[] => {
      if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
        return members(schema.unwrap() as z.ZodType)
      if (schema instanceof z.ZodArray) return members(schema.element as z.ZodType)
      if (!(schema instanceof z.ZodObject)) return []
      return Object.entries(schema.shape).flatMap(([name, inner]) => [name, ...members(inner as z.ZodType)])
    }
    const all = members(extractSchema)
    expect(all.length).toBeGreaterThan(40)
    for (const name of all) expect(documentation).toContain(`\`${name}\``)
  })
})
