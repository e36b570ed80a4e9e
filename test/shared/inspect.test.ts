import { describe, expect, it } from 'vitest'
import { countResults, type InspectionKey, inspectionKeys, type Look } from '../../src/shared/data/inspection.ts'
import type { ArchiveRecord } from '../../src/shared/data/record.ts'
import { type InspectionFacts, inspect } from '../../src/shared/inspecting/inspect.ts'
import { itemWords } from '../../src/shared/words/inspection.ts'
import { recordOf } from '../archive/samples.ts'

const sha256 = 'b'.repeat(64)
const plain = recordOf({ id: 'b'.repeat(16), sha256, bytes: 9, path: '', record: null }, '甲.txt')
const withReport = (change: object): ArchiveRecord => {
  const { report } = plain.extraction
  if (!report) throw new Error('no report')
  return { ...plain, extraction: { ...plain.extraction, report: { ...report, ...change } } }
}
const look: Look = {
  ...{ format: 'text', readable: true, encrypted: false, misnamed: false, characters: 100, lost: 0 },
  active: { looked: ['script'], found: [], partial: false },
}
const whole: InspectionFacts = {
  record: withReport({ title: '年度报告', publishedOn: '2024-01-10' }),
  brokenRevision: null,
  differences: [],
  ingested: true,
  source: { bytes: 9, sha256, readOnly: true },
  look,
  now: new Date('2026-01-01T00:00:00Z'),
}
const results = (facts: Partial<InspectionFacts>) =>
  Object.fromEntries(inspect({ ...whole, ...facts }).items.map(item => [item.key, item])) as Record<
    InspectionKey,
    ReturnType<typeof inspect>['items'][number]
  >

describe('an inspection', () => {
  it('has every item once, each with a name, a method and a basis in both languages', () => {
    expect(inspect(whole).items.map(item => item.key)).toEqual([...inspectionKeys])
    for (const key of inspectionKeys)
      for (const words of Object.values(itemWords[key])) expect([words.zh, words.en].every(Boolean)).toBe(true)
  })

  it('says of each item when it was proved: by the import, or now', () => {
    const proved = { source: '2025-01-01T00:00:01Z', look: '2025-01-01T00:00:02Z', record: '2025-01-01T00:00:03Z' }
    const at = (facts: Partial<InspectionFacts>) => Object.entries(results(facts)).map(([key, item]) => [item.at, key])
    expect(new Set(at({}).map(([time]) => time))).toEqual(new Set(['2026-01-01T00:00:00.000Z']))
    const keys = (time: string) =>
      at({ proved: { ...proved, missing: 0 } }).flatMap(([is, key]) => (is === time ? key : []))
    expect(keys(proved.source)).toEqual(['sourceDigest', 'byteCount'])
    expect(keys(proved.record)).toEqual(['revisionChain', 'journalProof', 'process', 'content', 'recordReadable'])
    expect(keys(proved.look)).toContain('macros')
    const now = ['metadataValues', 'requiredMetadata', 'provenance', 'personalData', 'virus']
    expect(keys('2026-01-01T00:00:00.000Z')).toEqual(now)
    expect(results({ proved: { ...proved, missing: 2 } }).content.result).toBe('fail')
  })

  it('fails exactly what is wrong', () => {
    const wrong: readonly (readonly [Partial<InspectionFacts>, InspectionKey, string])[] = [
      [{ source: { bytes: 9, sha256: 'c'.repeat(64), readOnly: true } }, 'sourceDigest', '实为 ccc'],
      [{ source: { bytes: 8, sha256, readOnly: true } }, 'byteCount', '实为 8'],
      [{ source: { bytes: 9, sha256, readOnly: false } }, 'readOnly', '可以写入'],
      [{ differences: ['archive.recordAltered'] }, 'journalProof', 'archive.recordAltered'],
      [{ ingested: false }, 'process', '不在日志上'],
      [{ look: { ...look, format: 'html' } }, 'sourceFacts', '实测 html'],
      [{ look: { ...look, misnamed: true } }, 'formatAndName', '名为“甲.txt”'],
      [{ look: { ...look, lost: 3 } }, 'encoding', '3 个字符'],
      [{ record: withReport({ title: null, publishedOn: '2024-01-10' }) }, 'requiredMetadata', '缺 题名'],
      [{ record: withReport({ title: 'x', publishedOn: '2022-01-10' }) }, 'metadataValues', '日期 2022-01-10'],
      [{ record: withReport({ title: 'x', publishedOn: '2024-01-10', year: 1999 }) }, 'metadataValues', '年度 1999'],
      [
        {
          look: { ...look, active: { looked: ['script'], found: [{ kind: 'script', where: '/JS' }], partial: false } },
        },
        'scripts',
        '发现 1 处：/JS',
      ],
    ]
    const failing = (facts: Partial<InspectionFacts>) =>
      inspect({ ...whole, ...facts })
        .items.filter(item => item.result === 'fail')
        .map(item => item.key)
    const before = failing({})
    for (const [facts, key, words] of wrong) {
      expect(failing(facts).filter(one => !before.includes(one))).toEqual([key])
      expect(results(facts)[key].detail.zh).toContain(words)
    }
  })

  it('never calls passed what nobody looked at', () => {
    const blind = results({ look: null })
    for (const key of ['macros', 'scripts', 'embedded', 'external', 'encryption', 'encoding'] as const)
      expect([key, blind[key].result]).toEqual([key, 'notChecked'])
    const locked = results({ look: { ...look, readable: false, encrypted: true } })
    expect(locked.scripts.result).toBe('notChecked')
    expect(locked.encryption.result).toBe('fail')
    const part = results({ look: { ...look, active: { looked: ['script'], found: [], partial: true } } })
    expect(part.scripts).toMatchObject({ result: 'notChecked', detail: { zh: '只查了能打开的部分，没有发现' } })
    expect(results({}).virus.result).toBe('notChecked')
    expect(results({}).macros.result).toBe('notApplicable')
  })

  it('finds numbers of a person in the prose, and does not repeat them', () => {
    const saying = (...texts: readonly string[]) => {
      const sections = texts.map(text => ({ key: 'other', heading: '六、其他需要报告的事项', text, anchor: null }))
      return results({ record: withReport({ sections }) }).personalData
    }
    expect(saying('', ' ').result).toBe('notChecked')
    expect(saying('联系电话0878-7712345。')).toMatchObject({
      result: 'pass',
      nature: 'safety',
      detail: { zh: '正文没有发现身份证号、手机号、银行卡号' },
    })
    const found = saying('电话13900001234。', '证号11010119900307213X，卡号6222020000000000000。')
    expect(found).toMatchObject({
      result: 'fail',
      detail: {
        zh: '正文发现 3 处：手机号 139****1234、身份证号 110****213X、银行卡号 622****0000',
        en: '3 in the prose: mobile number 139****1234, identity number 110****213X, bank card 622****0000',
      },
    })
    const many = saying(Array.from({ length: 7 }, (_, at) => `电话1390000123${at}。`).join(''))
    expect(many.detail.zh).toContain('发现 7 处')
    expect(many.detail.zh.match(/139/g)).toHaveLength(5)
  })

  it('is counted by result', () => {
    const { items } = inspect(whole)
    const counts = countResults(items)
    expect(counts.pass + counts.fail + counts.notApplicable + counts.notChecked).toBe(items.length)
  })
})
