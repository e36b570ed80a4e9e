import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { otherNames, placeChanges } from '../../../src/main/recognition/gazetteer/placeChanges.ts'
import { gazetteer, isTooEarly, isTooLate, placeName } from '../../../src/main/recognition/gazetteer/places.ts'
import { recognise } from '../../../src/main/recognition/index.ts'
import type { Report } from '../../../src/shared/data/report.ts'

/** The place of a report: from the name of its body, else from its prose. Real names of places are facts. */

function report(lines: readonly string[]): Report {
  const blocks = [...lines, '一、总体情况', '略。'].map(text => ({ kind: 'paragraph', text }) as const)
  return recognise({ format: 'docx', title: null, blocks, pages: [] }, 'x.docx').report
}
const of = (body: string, ...prose: readonly string[]) => report([`${body}2023年政府信息公开工作年度报告`, ...prose])

describe('a place in the name of the body', () => {
  test.each([
    ['重庆市九龙坡区白市驿镇人民政府', '500107105', '重庆市九龙坡区白市驿镇', 'town', 'town'],
    ['白市驿镇人民政府', '500107105', '重庆市九龙坡区白市驿镇', 'town', 'town'],
    ['嘉兴市南湖区人民政府办公室', '330402', '浙江省嘉兴市南湖区', 'county', 'office'],
    ['南湖区人民政府', '330402', '浙江省嘉兴市南湖区', 'county', 'government'],
    ['重庆南岸区教育委员会', '500108', '重庆市南岸区', 'county', 'department'],
    ['彭水县郁山镇', '500243102', '重庆市彭水苗族土家族自治县郁山镇', 'town', 'town'],
    ['河南省济源市沁园街道办事处', '419001001', '河南省济源市沁园街道', 'town', 'town'],
    ['吉林省吉林市船营区人民政府', '220204', '吉林省吉林市船营区', 'county', 'government'],
    ['广西壮族自治区教育厅', '450000', '广西壮族自治区', 'province', 'department'],
    ['重庆市公安局九龙坡区分局', '500107', '重庆市九龙坡区', 'county', 'department'],
    ['国家税务总局重庆市南岸区税务局', '500108', '重庆市南岸区', 'county', 'department'],
    ['潼南县人民政府', '500152', '重庆市潼南区', 'county', 'government'],
    ['长沙县人民政府', '430121', '湖南省长沙市长沙县', 'county', 'government'],
    ['榆中县城关镇人民政府', '620123100', '甘肃省兰州市榆中县城关镇', 'town', 'town'],
  ])('%s lies in %s', (body, code, name, level, kind) => {
    const found = of(body)
    expect(found.region).toEqual({ code, name, level })
    expect(found).toMatchObject({ kind, unsure: [], fieldAnchors: { region: { block: 0 }, kind: { block: 0 } } })
  })

  test.each(['城关镇人民政府', '朝阳区人民政府', '石桥镇人民政府'])(
    '%s is in several places, and none is chosen',
    body => {
      expect(of(body).region).toBeNull()
    },
  )

  test('a parent anywhere in the text decides between namesakes, unsurely', () => {
    expect(of('朝阳区人民政府', '按照长春市的部署编制。')).toMatchObject({
      region: { code: '220104', name: '吉林省长春市朝阳区' },
      unsure: ['region'],
    })
    expect(of('城关镇人民政府', '榆中县委、县政府要求。').region?.name).toBe('甘肃省兰州市榆中县城关镇')
    expect(of('朝阳区人民政府', '学习长春市和北京市的经验。').region).toBeNull()
  })

  test('a place that no list has is none, whatever known names follow it', () => {
    expect(of('云岭市清河区人民政府').region).toBeNull()
    expect(of('桐坞县石桥镇人民政府', '学习南岸区经验。').region).toBeNull()
  })

  test('a town that no list has leaves its county, unsurely', () => {
    expect(of('重庆市南岸区桐坞镇人民政府')).toMatchObject({
      region: { code: '500108', level: 'county' },
      kind: 'town',
      unsure: ['region'],
    })
  })
})

describe('no place in the name', () => {
  test('the place that the prose names most is taken, unsurely', () => {
    const found = report([
      '2023年政府信息公开工作年度报告',
      '综合全县2023年度政府信息公开工作情况编制而成。',
      '会同县司法局清理文件，学习嘉兴市做法，全县开设“走进彭水”栏目，完善“彭水发布”。',
    ])
    expect(found).toMatchObject({
      organization: null,
      region: { code: '500243', name: '重庆市彭水苗族土家族自治县', level: 'county' },
      kind: 'government',
      unsure: ['region', 'kind'],
      fieldAnchors: { region: { block: 2 } },
    })
  })

  test('places named as often as each other decide nothing', () => {
    expect(report(['2023年政府信息公开工作年度报告', '学习南岸区、潼南区经验。']).region).toBeNull()
  })

  test('nothing is made of prose without a place', () => {
    expect(report(['2023年政府信息公开工作年度报告', '本报告依法编制。'])).toMatchObject({ region: null, kind: null })
  })
})

describe('what kind of body', () => {
  test.each([
    ['某某县', 'government'],
    ['某某县政府办公室', 'office'],
    ['某某市政府办公厅', 'office'],
    ['某某县发展和改革委员会', 'department'],
    ['某某县司法局', 'department'],
    ['某某县某某街道', 'town'],
    ['某某县某某乡人民政府', 'town'],
    ['某某镇党政办公室', 'town'],
    ['某某经济技术开发区管理委员会', 'other'],
    ['某某县人民医院', 'other'],
  ])('%s is %s', (body, kind) => {
    expect(of(body).kind).toBe(kind)
  })
})

describe('the lists of places', () => {
  test('hold all levels, each within another', () => {
    const { byName } = gazetteer()
    const levels = new Map<string, number>()
    for (const place of new Set([...byName.values()].flat())) {
      levels.set(place.level, (levels.get(place.level) ?? 0) + 1)
      expect(place.parent === null).toBe(place.level === 'province')
      expect(place.code).toMatch(place.level === 'town' ? /^\d{9}$/ : /^\d{6}$/)
    }
    expect(levels.get('province')).toBe(34)
    expect(levels.get('county')).toBeGreaterThan(2800)
    expect(levels.get('town')).toBeGreaterThan(40_000)
  })

  test('every other name leads to the place it is another name of', () => {
    const { byName } = gazetteer()
    const led = otherNames.map(([other, listed, within]) => [
      other,
      byName.get(other)?.some(place => place.name === listed && placeName(place).startsWith(within)) ?? false,
    ])
    expect(led.filter(([, right]) => !right)).toEqual([])
  })

  test('what changed since the lists were made has its code and name of today, under its former name too', () => {
    const { byName } = gazetteer()
    for (const { code, name, was } of placeChanges) {
      const place = byName.get(name)?.find(item => item.code === code)
      expect(place, name).toMatchObject({ code, name, level: 'county' })
      if (was !== null) expect([...byName.values()].flat().some(item => item.code === was)).toBe(false)
    }
    expect(of('洛阳市偃师市人民政府').region).toMatchObject({ code: '410307', name: '河南省洛阳市偃师区' })
    expect(of('旬阳县城关镇人民政府').region?.code).toBe('610981100')
  })
})

const all = [...new Set([...gazetteer().byName.values()].flat())]
/** Zones, farms and islands are named in more ways than can be known. */
const zone = /(?:开发区|园区|示范区|管理区|工业区|产业区|高新区|经开区)$/
/**
 * Found by trying all 41,504: towns listed right under a city of which another county has a town of the same name, so that the full name
 * names neither; and two names with characters that are taken for others (於 for 于, a character outside the fonts).
 */
const ambiguous = new Set(['610305100', '610981100', '610981118', '130571100', '330112104', '522626001', '410308100'])
const listed = all.filter(
  place =>
    /^[^（）]{2,8}(?:省|市|自治区|自治州|区|县|旗|盟|镇|乡|街道)$/.test(place.name) &&
    !zone.test(place.name) &&
    !ambiguous.has(place.code) &&
    !isTooEarly(place, 2023) &&
    !isTooLate(place, 2023),
)

test('any place of the lists, named in full, is found to be that place', () => {
  fc.assert(
    fc.property(fc.constantFrom(...listed), place => {
      const found = of(`${placeName(place)}${place.name.endsWith('街道') ? '办事处' : '人民政府'}`)
      // Two towns of one city whose county the lists leave out can have one full name: then neither is chosen.
      const namesakes = all.filter(other => other.name === place.name && placeName(other) === placeName(place))
      expect(found.region?.code).toBe(namesakes.length === 1 ? place.code : undefined)
    }),
    { numRuns: 200 },
  )
})

test('whatever a body is called, a region is one of the lists whose name begins it', () => {
  const codes = new Map(all.map(place => [place.code, place]))
  const part = fc.oneof(
    fc.constantFrom(...listed).map(place => place.name),
    fc.constantFrom('桐坞县', '城关镇', '重庆', '人民政府', '办公室', '司法局', '云岭市', '区'),
  )
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), parts => {
      const { region, unsure } = of(parts.join(''))
      if (region === null) return
      const place = codes.get(region.code)
      expect(place && placeName(place)).toBe(region.name)
      if (!unsure.includes('region')) expect(parts.join('')).toContain(place?.name.slice(0, 2))
    }),
    { numRuns: 200 },
  )
})

describe('period and number', () => {
  const title = '桐坞县2023年政府信息公开工作年度报告'
  test.each([
    ['本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。', '2023-01-01', '2023-12-31', []],
    ['统计期限为2023年1月1日至12月31日。', '2023-01-01', '2023-12-31', []],
    ['数据统计时间：2023.1.1—2023.12.31', '2023-01-01', '2023-12-31', []],
    ['统计期限自202311日起至20231231日止。', '2023-01-01', '2023-12-31', ['period']],
  ])('“%s” says from %s to %s', (line, from, to, unsure) => {
    const found = report([title, line])
    expect(found.period).toEqual({ from, to })
    expect(found.unsure).toEqual(unsure)
    expect(found.fieldAnchors.period).toEqual({ block: 1 })
  })

  test.each([
    '统计期限为2023年。',
    '2023年1月1日至12月31日开展活动。',
    '统计期限自2023年12月31日至2023年1月1日。',
    '统计期限自2013年1月1日至2023年12月31日。',
    '统计期限自2023年13月1日至2023年14月31日。',
  ])('“%s” says none', line => {
    expect(report([title, line]).period).toBeNull()
  })

  test.each([
    ['桐政办〔2024〕3号', '桐政办〔2024〕3号'],
    ['文号：桐政办函[2024]12号', '桐政办函[2024]12号'],
    ['文  号', '桐政办发〔2024〕第5号', '桐政办发〔2024〕第5号'],
  ])('“%s” is the document’s number', (...texts) => {
    expect(report([...texts.slice(0, -1), title]).documentNumber).toBe(texts.at(-1))
  })

  test('a number that is quoted is another document’s', () => {
    const quoted = '根据《国务院办公厅关于印发格式的通知》（国办公开办函〔2021〕30号）编制。'
    expect(report([title, quoted]).documentNumber).toBeNull()
    expect(report([title, '一、总体情况', '桐政办〔2024〕3号']).documentNumber).toBeNull()
  })
})
