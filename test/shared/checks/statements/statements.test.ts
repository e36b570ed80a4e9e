import { describe, expect, it } from 'vitest'
import { checkReport, defaultOff } from '../../../../src/shared/checks/index.ts'
import { isOn } from '../../../../src/shared/checks/model.ts'
import type { Report } from '../../../../src/shared/data/report.ts'
import type { SectionKey } from '../../../../src/shared/form/index.ts'
import { findingText } from '../../../../src/shared/words/findingText.ts'
import { withCells } from '../../reports.ts'
import { saying, whole } from '../proseReport.ts'

const statements = (report: Report) => checkReport(report).filter(({ rule }) => /^N([789]|10)$/.test(rule))
const found = (text: string, key?: SectionKey, report?: Report) =>
  statements(saying(text, key, report)).map(({ id, printed, expected }) => [id, printed, expected])
/** The words of the report that the first finding points at. */
const pointed = (text: string) => {
  const [finding] = statements(saying(text))
  return text.slice(finding?.passage?.start, finding?.passage?.end)
}
const put = (report: Report, row: string, value: number | null) =>
  withCells(report, 'requests', cell =>
    cell.row === row && cell.column === 'total'
      ? { value, state: value === null ? 'blank' : 'number', raw: value === null ? '' : String(value) }
      : null,
  )
const texts = (text: string) => {
  const report = saying(text)
  const [finding] = statements(report)
  if (!finding) throw new Error('there is something to say')
  return { zh: findingText(finding, report, 'zh'), en: findingText(finding, report, 'en') }
}

describe('N7, all done', () => {
  const text = '收到政府信息公开申请1204件，全部办结。'

  it('is doubted where table 三 carries something forward, and only there', () => {
    expect(found(text)).toEqual([['N7:overview', 0, 10]])
    expect(found(text, 'overview', put(whole, 'carriedForward', 1))).toEqual([['N7:overview', 0, 1]])
    expect(found(text, 'overview', put(whole, 'carriedForward', 0))).toEqual([])
    expect(found(text, 'overview', put(whole, 'carriedForward', null))).toEqual([])
    const cells = ['requests/carriedForward/total']
    expect(statements(saying(text))[0]).toMatchObject({ cells, table: 'requests', severity: 'hint' })
    expect(found('政府信息公开申请无结转。')).toHaveLength(1)
    expect(found('政府信息公开申请没有转入。')).toHaveLength(1)
    for (const some of ['结转至下年度7件', '结转至下年度10件', '7件结转至下年度'])
      expect(found(`收到政府信息公开申请1204件，全部办结，${some}。`)).toEqual([])
  })

  it('is read in sections 一, 三 and 六', () => {
    expect(found(text, 'other')).toEqual([['N7:other', 0, 10]])
    expect(found(text, 'requests')).toEqual([['N7:requests', 0, 10]])
    expect(found(text, 'problems')).toEqual([])
  })

  it('leads to the words, and tells both', () => {
    expect(pointed(text)).toBe('全部办结')
    expect(pointed('政府信息公开申请均按期办理完毕，无结转下年度办理的情况。')).toBe('无结转下年度办理')
    expect(texts(text).zh).toEqual({
      title: '正文写已全部办结，表三结转下年度 10',
      detail: '正文“一、总体情况”写“全部办结”，表三四 一行结转下年度继续办理，总计为 10。',
      word: '正文',
    })
    expect(texts(text).en.title).toBe('The prose says all is done, 10 are carried forward')
  })

  it.each(['我区收到政府信息公开申请1204件，全部办结。', '全镇收到申请1204件，均已办结。'])(
    'is the body’s own: %s',
    own => {
      expect(found(own)).toHaveLength(1)
    },
  )

  it.each(['清河区民政局收到申请4件，全部办结。', '收到申请，全部按期答复。', '其中网上申请4件，全部办结。'])(
    'is not said of a part, or of answers: %s',
    other => {
      expect(found(other)).toEqual([])
    },
  )

  it('is said by the body that the report is of, whatever it is called', () => {
    const own = { ...whole, organization: '云岭市清河区民政局' }
    expect(found('云岭市清河区民政局收到申请4件，全部办结。', 'overview', own)).toHaveLength(1)
  })
})

describe('N8, another year', () => {
  it('is pointed at where it stands, once in a section', () => {
    const text = '2022年，全区公开工作平稳。\n2022年，全区收到来信。'
    expect(found(text)).toEqual([['N8:overview/2022', 2022, 2023]])
    expect(pointed(text)).toBe('2022年')
    expect(pointed('现将2021年度政府信息公开工作情况报告如下。')).toBe('2021年度政府信息公开工作情况报告如下')
    expect(texts(text).zh.detail).toBe('正文“一、总体情况”写“2022年”，报告是 2023 年的，或是沿用了别年的文字。')
    expect(texts(text).en.title).toBe('The prose says 2022, the report is of 2023')
  })

  it.each([
    ['2023年，全区公开工作平稳。', []],
    ['2022年，全区公开工作平稳。', [2022]],
    ['2021年，全区公开工作平稳。', []],
    ['2024年，全区公开工作平稳。', []],
    ['二○二二年，全区公开工作平稳。', [2022]],
    ['2022年，全区公开工作平稳。2023年，更进一步。', []],
    ['2022年，全区公开工作平稳。较上年好。', [2022]],
    ['2022年，全区公开工作比往年平稳。', []],
    ['（二）2022年，全区公开工作平稳。', [2022]],
    ['截至2022年12月31日，专区6处。', [2022]],
    ['截至2022年9月30日，专区6处。', []],
    ['截至2024年底，力争专区10处。', []],
    ['截至2023年底，专区6处。', []],
    ['现将2024年度情况报告如下。', [2024]],
    ['现将2023年度情况报告如下。', []],
    ['《2022年度情况》现已公布。', []],
    ['“2022年，公开工作平稳”一文获奖。', []],
  ])('%s: %j', (text, years) => {
    expect(found(text).map(([, printed]) => printed)).toEqual(years)
  })

  it('needs the report’s own year', () => {
    expect(found('2022年，全区公开工作平稳。', 'overview', { ...whole, year: null, title: null })).toEqual([])
    expect(found('2022年，全区公开工作平稳。', 'overview', { ...whole, year: 2022, title: null })).toEqual([])
  })
})

describe('N9, one figure and two values', () => {
  it('is said of what tables count where it is right once and a whole in both places', () => {
    const text = '全区共收到政府信息公开申请1204件。全年收到政府信息公开申请1240件。'
    expect(found(text)).toEqual([['N9:overview/newRequests/1240', 1240, 1204]])
    expect(pointed(text)).toBe('收到政府信息公开申请1240件')
    expect(statements(saying(text))[0]).toMatchObject({ cells: ['requests/newRequests/total'], table: 'requests' })
    expect(found('全区共收到政府信息公开申请1204件。窗口收到政府信息公开申请30件。')).toEqual([])
    // Wrong in both places: that is N1's.
    expect(found('全区共收到政府信息公开申请1205件。全年收到政府信息公开申请1240件。')).toEqual([])
    expect(texts(text).zh).toMatchObject({
      title: '新收申请，正文一处 1,204，一处 1,240',
      detail: '正文“一、总体情况”写“收到政府信息公开申请1240件”，另一处写 1,204，同一数字前后不同。',
    })
    expect(texts(text).en.title).toBe('new requests: 1,204 in one place, 1,240 in another')
  })

  it('is said of what no table counts, the later against the first', () => {
    const text = '全区主动公开政府信息3821条。综上，全区累计主动公开政府信息3281条。'
    expect(found(text)).toEqual([['N9:overview/disclosed/3281', 3281, 3821]])
    expect(found('全区主动公开政府信息3821条。综上，全区累计主动公开政府信息3,821条。')).toEqual([])
    expect(found('全区主动公开政府信息0.38万条。综上，全区累计主动公开政府信息3821条。')).toEqual([])
    expect(found('全区主动公开政府信息0.38万条。综上，全区累计主动公开政府信息3901条。')).toHaveLength(1)
    expect(texts(text).zh.title).toBe('主动公开信息，正文一处 3,821，一处 3,281')
    expect(texts(text).en.detail).toContain('says 3,281 (items disclosed), and 3,821 in another place')
  })

  it('is not said of another year, another body, or a part', () => {
    const whole = '全区主动公开政府信息3821条。'
    for (const other of [
      '2022年全区主动公开政府信息3650条。',
      '各乡镇共主动公开政府信息1206条。',
      '其中，全年网站公开政府信息2300条。',
      '全区主动公开政府信息约3900条。',
    ])
      expect(found(whole + other).filter(([id]) => String(id).startsWith('N9'))).toEqual([])
  })
})

describe('N10, parts and their total', () => {
  it('leads to the list, and tells both sums', () => {
    const text = '全年公开信息100条，其中网站70条，公告栏40条。'
    expect(found(text)).toEqual([['N10:overview/100/110', 100, 110]])
    expect(pointed(text)).toBe('100条，其中网站70条，公告栏40条')
    expect(texts(text).zh).toEqual({
      title: '正文分项之和 110，总数写 100',
      detail: '正文“一、总体情况”写“100条，其中网站70条，公告栏40条”，分项相加为 110，总数写作 100。',
      word: '正文',
    })
    expect(texts(text).en.title).toBe('Parts add up to 110, the total says 100')
  })

  it.each([
    ['公开信息100条，其中网站70条，公告栏30条。', []],
    ['公开信息100条，其中网站70条，公告栏31条。', [101]],
    ['公开信息100条，其中网站70条，公告栏20条。', []],
    ['公开信息100条，其中网站70条，公告栏29条。', []],
    ['公开信息100条，其中网站50条、公众号50条、公告栏51条。', []],
    ['公开信息100条，其中网站50条、公众号50条、公告栏50条。', [150]],
    ['公开信息100条，其中网站70条，其他20条。', [90]],
    ['公开信息100条，其中网站70条，其他30条。', []],
    ['公开信息100条，其中网站101条。', []],
    ['公开信息100条，其中网站50条、公众号30条、公告栏18条。', [98]],
    ['公开信息100条，其中网站50条、公众号30条、公告栏17条。', []],
    ['公开信息100条，其中网站70条，组织培训40次。', []],
    ['公开信息100条，其中网站70条，涉及民生60条。', []],
    ['公开信息100条，其中网站70条，同比增加60条。', []],
    ['公开信息100条，其中网站50条、公众号30条、公告栏20条、广播9条。', [109]],
    ['公开信息100条，其中网站50条、公众号50条，民生60条、财政40条。', []],
    ['公开信息约100条，其中网站70条，公告栏40条。', []],
    ['公开信息100条，其中网站70条（政策50条），公告栏30条。', []],
    ['收到235件，办结240件，其中公开120件、不公开120件。', []],
    ['收到235件，办结240件，其中公开120件、不公开115件。', []],
    ['网站70条、公告栏30条，共计100条。', []],
    ['网站70条、公告栏30条，共计101条。', [100]],
    ['网站70条、公告栏30条，共计99条。', [100]],
    ['网站70条，共计100条。', []],
    ['每期300份，发出12期，共3600份。', []],
    ['栏目40个，分别为优22个、良18个。', []],
    ['栏目40个，分别为优22个、良17个。', [39]],
    ['查阅点9处（县级3处、乡镇6处）。', []],
    ['查阅点9处（县级3处、乡镇7处）。', [10]],
    ['查阅点9处（县级3处、乡镇5处）。', []],
    ['公开信息100条。其中，网站70条，公告栏40条。', [110]],
    ['公开信息100条。网站70条，公告栏40条。', []],
  ])('%s: %j', (text, sums) => {
    expect(found(text).map(([, , expected]) => expected)).toEqual(sums)
  })

  it('is one list a sentence, and each is judged by itself', () => {
    const text = '公开100条，其中网站70条、公告栏40条；解读20篇，其中图解15篇、视频9篇。'
    expect(found(text).map(([, printed, expected]) => [printed, expected])).toEqual([
      [100, 110],
      [20, 24],
    ])
  })
})

describe('rules that are off', () => {
  it('speak only when they are asked for', () => {
    const off = new Set(['N10'] as const)
    expect(isOn('N10', {}, off)).toBe(false)
    expect(isOn('N10', { asked: new Set() }, off)).toBe(false)
    expect(isOn('N10', { asked: off }, off)).toBe(true)
    expect(isOn('N9', {}, off)).toBe(true)
    expect([...defaultOff].every(rule => !isOn(rule, {}))).toBe(true)
  })
})
