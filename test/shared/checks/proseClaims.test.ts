import { describe, expect, it } from 'vitest'
import { checkReport } from '../../../src/shared/checks/index.ts'
import { type FigureKey, figureName, figures, tableFigure } from '../../../src/shared/checks/prose/figures.ts'
import { hanNumber, readFigure } from '../../../src/shared/checks/prose/numerals.ts'
import { proseClaims } from '../../../src/shared/checks/prose/proseClaims.ts'
import { sentencesOf } from '../../../src/shared/checks/prose/sentences.ts'
import { agreeingReport, withCells } from '../reports.ts'
import { saying, whole } from './proseReport.ts'

/** What sentences are read to say, one kind of sentence after the other: the figure and the number, before any comparison. */
const said = (text: string, report = whole) =>
  proseClaims(saying(text, 'overview', report), {}).map(claim => [claim.figure, claim.said.value])
const hints = (text: string, report = whole, previous = whole) =>
  checkReport(saying(text, 'overview', report), { previous }).flatMap(({ rule, printed, expected }) =>
    rule.startsWith('N') ? [[rule, printed, expected]] : [],
  )

describe('a numeral', () => {
  it.each([
    ['零', 0],
    ['十', 10],
    ['十万', 100_000],
    ['一百零五', 105],
    ['两百', 200],
    ['一万零五', 10_005],
    ['二十三万五千', 235_000],
    ['一百万', 1_000_000],
    ['三千二', 3_002],
    ['五六', null],
    ['二百x', null],
  ])('%s is %s', (text, value) => {
    expect(hanNumber(text)).toBe(value)
  })

  it('in figures stands for what its last digit leaves open', () => {
    expect(readFigure('1.5亿')).toEqual({ value: 150_000_000, slack: 5_000_000 })
    expect(readFigure('3亿')).toEqual({ value: 300_000_000, slack: 50_000_000 })
    expect(readFigure('12.50')).toEqual({ value: 12.5, slack: 0.005 })
    expect(readFigure('1,234,567')).toEqual({ value: 1_234_567, slack: 0 })
    expect(readFigure('十二')).toEqual({ value: 12, slack: 0 })
    for (const none of ['1,23', '12,3456', '1.2.3', 'x1', '1x', '1.5十'])
      expect([none, readFigure(none)]).toEqual([none, null])
  })
})

describe('a sentence', () => {
  const cut = (text: string) => sentencesOf({ key: 'overview', heading: '', text, anchor: null })

  it('ends at a stop of any kind, and holds no white space and no full-width digits', () => {
    expect(cut('一。二；三;四！五？六\n七').map(item => item.text)).toEqual(['一', '二', '三', '四', '五', '六', '七'])
    expect(cut('收 到\t\u3000１２．５％、８﹪，（九） A').map(item => item.text)).toEqual(['收到12.5%、8%，（九）A'])
    expect(cut('０９').map(item => item.text)).toEqual(['09'])
    expect(cut('。。\n \n')).toEqual([])
  })

  it('leads from each of its characters back to the section', () => {
    expect(cut(' 一 二。 三')).toEqual([
      { section: 'overview', text: '一二', places: [1, 3] },
      { section: 'overview', text: '三', places: [6] },
    ])
  })

  it('is not read when it is longer than any sentence, and text is not read for ever', () => {
    expect(cut('字'.repeat(800)).map(item => item.text.length)).toEqual([800])
    expect(cut(`${'字'.repeat(801)}。尾`).map(item => item.text)).toEqual(['尾'])
    expect(cut(`${'\n'.repeat(199_999)}首尾`).map(item => item.text)).toEqual(['首'])
  })

  it('is cut once for each section', () => {
    const section = { key: 'overview', heading: '', text: '一。', anchor: null } as const
    expect(sentencesOf(section)).toBe(sentencesOf(section))
  })
})

describe('a figure of the tables', () => {
  const keys = Object.keys(figures) as FigureKey[]

  it('has a name of its own in Chinese and English, and is called by its key where nobody knows it', () => {
    for (const language of ['zh', 'en'] as const) {
      const names = keys.map(key => figureName(key)[language])
      expect(new Set(names).size).toBe(keys.length)
      for (const name of names) expect(name).toMatch(language === 'zh' ? /^\p{Script=Han}{2,}$/u : /^[a-z][a-z ]+$/)
    }
    expect(keys.map(key => figures[key].key)).toEqual(keys)
    expect(figureName('unheard')).toEqual({ zh: 'unheard', en: 'unheard' })
  })

  const values: Readonly<Record<FigureKey, number>> = {
    newRequests: 1204,
    carriedOver: 6,
    concluded: 1200,
    carriedForward: 10,
    granted: 600,
    partiallyGranted: 100,
    disclosed: 700,
    denied: 200,
    unavailable: 150,
    notProcessed: 90,
    other: 60,
    review: 16,
    litigation: 35,
    proceedings: 51,
    reviewUpheld: 9,
    reviewCorrected: 5,
    litigationUpheld: 34,
    litigationCorrected: 1,
    issued: 11,
    repealed: 2,
    inForce: 45,
    fees: 2484.5,
    concludedRate: 1200,
    grantedShare: 600,
    partiallyGrantedShare: 100,
    deniedShare: 200,
    unavailableShare: 150,
    notProcessedShare: 90,
    growth: 1204,
  }
  it.each(keys)('%s adds up the cells that the form has for it', key => {
    expect(tableFigure(whole, figures[key])?.value).toBe(values[key])
  })

  it('is unknown where one of its cells is no number or the table is missing, and follows the edition', () => {
    const dashed = withCells(whole, 'requests', cell =>
      cell.row === 'denied.security' && cell.column === 'total' ? { state: 'dash', value: null, raw: '—' } : null,
    )
    expect(tableFigure(dashed, figures.denied)).toBeNull()
    expect(tableFigure(dashed, figures.granted)?.value).toBe(600)
    expect(tableFigure({ ...whole, tables: [] }, figures.review)).toBeNull()
    const old = agreeingReport('2019', () => 2)
    expect(tableFigure(old, figures.other)?.cells).toEqual(['requests/other/total'])
    expect(tableFigure(whole, figures.other)?.cells).toEqual(
      ['noCorrection', 'feeUnpaid', 'other'].map(row => `requests/other.${row}/total`),
    )
    expect(tableFigure(old, figures.issued)).toBeNull()
  })
})

describe('requests in the prose', () => {
  it.each<[string, readonly (readonly [FigureKey, number])[]]>([
    ['全年收到政府信息公开申请1204件。', [['newRequests', 1204]]],
    ['受理依申请公开事项30宗。', [['newRequests', 30]]],
    ['政府信息公开申请量为30件。', [['newRequests', 30]]],
    ['政府信息公开申请总数30件。', [['newRequests', 30]]],
    ['政府信息公开申请数量增加30件。', []],
    ['政府信息公开申请数量中办结30件。', [['concluded', 30]]],
    ['网络平台政府信息公开申请数量30件。', []],
    ['没有收到政府信息公开申请。', [['newRequests', 0]]],
    ['没有收到网络政府信息公开申请。', []],
    ['未收到公民申请行政复议，政府信息公开平稳。', [['review', 0]]],
    ['收到申请30件。', []],
    ['办结政府信息公开申请30件。', [['concluded', 30]]],
    ['政府信息公开申请均已答复，共答复30件。', [['concluded', 30]]],
    ['按期办结政府信息公开申请30件。', []],
    ['政府信息公开申请中，书面答复30件。', []],
    ['公开建议提案，办结30件。', []],
    ['政府信息公开申请上年结转6件。', [['carriedOver', 6]]],
    ['政府信息公开申请去年遗留6件。', [['carriedOver', 6]]],
    ['政府信息公开申请结转的上年度6件。', [['carriedOver', 6]]],
    ['政府信息公开申请2022年度结转6件。', [['carriedOver', 6]]],
    ['政府信息公开申请2021年度结转6件。', []],
    ['政府信息公开申请上年结转办结6件。', []],
    ['政府信息公开申请结转下年度继续办理10件。', [['carriedForward', 10]]],
    ['政府信息公开申请转入次年10件。', [['carriedForward', 10]]],
    ['政府信息公开申请结转至2024年10件。', [['carriedForward', 10]]],
    ['政府信息公开申请结转至2022年10件。', []],
    ['政府信息公开申请剩余10件结转至2024年。', [['carriedForward', 10]]],
    ['政府信息公开申请答复10件结转下年度。', [['concluded', 10]]],
    ['政府信息公开申请有8件结转至下年10件。', [['carriedForward', 10]]],
  ])('%s', (text, claims) => {
    expect(said(text)).toEqual(claims)
  })

  it('may count what was carried over with what was received, where the sentence speaks of it, and only there', () => {
    expect(hints('收到政府信息公开申请1210件，含上年结转6件。')).toEqual([])
    expect(hints('收到政府信息公开申请1210件。')).toEqual([['N1', 1210, 1204]])
    expect(hints('收到政府信息公开申请1211件，含上年结转6件。')).toEqual([['N1', 1211, 1204]])
  })
})

describe('whose and which year’s number it is', () => {
  const named = (organization: string) => ({ ...whole, organization })
  it.each<[string, string, boolean]>([
    ['云岭市清河区人民政府', '区政府办公室收到政府信息公开申请30件', false],
    ['云岭市清河区人民政府办公室', '区政府办公室收到政府信息公开申请30件', true],
    ['云岭市清河区东门街道办事处', '街道收到政府信息公开申请30件', true],
    ['云岭市清河区人民政府', '街道收到政府信息公开申请30件', false],
    ['清河区部门联合会', '清河区部门联合会收到政府信息公开申请30件', true],
    ['云岭市清河区人民政府', '各部门收到政府信息公开申请30件', false],
    ['云岭市清河区人民政府', '各镇街、各部门收到政府信息公开申请30件', true],
    ['云岭市清河区人民政府', '各部门和各镇街收到政府信息公开申请30件', true],
    ['云岭市清河区人民政府', '区本级和各镇街收到政府信息公开申请30件', true],
    ['云岭市清河区人民政府', '区本级收到政府信息公开申请30件', false],
    ['云岭市清河区人民政府', '全区各级行政部门收到政府信息公开申请30件', true],
    ['云岭市清河区人民政府', '全区各单位收到政府信息公开申请30件', true],
    ['云岭市清河区人民政府', '个别单位收到政府信息公开申请30件', false],
    ['云岭市清河区人民政府', '我单位收到政府信息公开申请30件', true],
  ])('%s: %s, its own: %s', (organization, text, own) => {
    expect(said(`${text}。`, named(organization))).toEqual(own ? [['newRequests', 30]] : [])
  })

  it.each<[string, boolean]>([
    ['2023年', true],
    ['2022年', false],
    ['较2022年有所变化，2023年', true],
    ['去年', false],
    ['较去年下降，', true],
    ['上年结转的办理完毕，', true],
    ['近三年', false],
    ['近5年', false],
    ['2020年以来', false],
    ['上半年', false],
    ['前三季度', false],
    ['一个季度', false],
    ['1月至6月', false],
    ['1月1日至9月', false],
    ['3月—10月', false],
    ['1月至12月', true],
    ['截至6月', false],
    ['截止2023年11月', false],
    ['截至2023年12月', true],
    ['历年', false],
    ['往年少，今年', true],
    ['历年最多，全年', true],
  ])('%s…: of this year: %s', (when, own) => {
    expect(said(`${when}收到政府信息公开申请30件。`)).toEqual(own ? [['newRequests', 30]] : [])
  })

  it.each(['约', '近', '超', '超过', '达到近', '不足', '至少', '逾'])('%s 30 is no number to compare', word => {
    expect(said(`收到政府信息公开申请${word}30件。`)).toEqual([])
  })
})

describe('results, reviews and lawsuits in the prose', () => {
  it.each<[string, readonly (readonly [FigureKey, number])[]]>([
    ['政府信息公开申请中予以公开30件。', [['granted', 30]]],
    [
      '申请中部分公开30件，其他处理4件。',
      [
        ['partiallyGranted', 30],
        ['other', 4],
      ],
    ],
    ['申请中予以公开和部分公开30件。', [['disclosed', 30]]],
    ['申请中予以公开或予以部分公开30件。', [['disclosed', 30]]],
    ['申请中不予公开和部分公开30件。', []],
    ['申请中部分公开和不予公开30件。', []],
    ['申请中予以公开和不予公开30件。', []],
    ['申请中予以公开20件，又予以公开10件。', []],
    ['申请中予以公开决定30件。', []],
    ['申请中不予公开30件，涉及国家秘密2件。', []],
    ['申请中不予公开30件，涉及国家秘密。', [['denied', 30]]],
    ['申请中无法提供4件。', [['unavailable', 4]]],
    ['申请中因信访不予处理4件。', []],
    ['申请中因信访等不予处理4件。', [['notProcessed', 4]]],
    ['2022年申请中予以公开30件。', []],
    ['予以公开30件。', []],
    ['信息公开行政复议30件。', [['review', 30]]],
    ['信息公开行政诉讼30件。', [['litigation', 30]]],
    ['信息公开行政复议和诉讼30件。', [['proceedings', 30]]],
    ['信息公开行政复议或行政诉讼30件。', [['proceedings', 30]]],
    ['信息公开复议后提起行政诉讼30件。', []],
    ['信息公开直接提起行政诉讼30件。', []],
    ['信息公开未经行政复议30件。', []],
    ['信息公开行政复议结果维持9件。', [['reviewUpheld', 9]]],
    ['信息公开行政诉讼结果维持34件。', [['litigationUpheld', 34]]],
    ['信息公开行政诉讼结果纠正2件。', [['litigationCorrected', 2]]],
    ['信息公开行政复议、诉讼结果维持9件。', []],
    ['信息公开行政复议结果维持9件，结果维持3件。', []],
    ['2022年信息公开行政复议30件。', []],
    ['没有因信息公开被提起行政复议。', [['review', 0]]],
    [
      '未发生信息公开行政复议、行政诉讼情况。',
      [
        ['review', 0],
        ['litigation', 0],
      ],
    ],
    ['信息公开无行政诉讼败诉。', []],
    ['信息公开无不服行政复议的情形。', []],
    ['未经信息公开行政复议。', []],
    ['行政复议30件。', []],
  ])('%s', (text, claims) => {
    expect(said(text)).toEqual(claims)
  })
})

describe('documents and fees in the prose', () => {
  it.each<[string, readonly (readonly [FigureKey, number])[]]>([
    ['新制定规范性文件12件。', [['issued', 12]]],
    ['出台的行政规范性文件12件。', [['issued', 12]]],
    ['规范性文件本年新制发12件。', [['issued', 12]]],
    ['起草并制定规范性文件12件。', []],
    ['制定规章和规范性文件12件。', []],
    ['制定规范性文件12件，制定规范性文件13件。', []],
    ['废止规范性文件3件。', [['repealed', 3]]],
    ['规范性文件本年废止3件。', [['repealed', 3]]],
    [
      '制定规范性文件12件，废止3件。',
      [
        ['issued', 12],
        ['repealed', 3],
      ],
    ],
    ['拟废止规范性文件3件。', []],
    ['失效和废止规范性文件3件。', []],
    ['现行有效规范性文件40件。', [['inForce', 40]]],
    ['规范性文件继续有效40件。', [['inForce', 40]]],
    [
      '制定规范性文件12件，现行有效40件。',
      [
        ['issued', 12],
        ['inForce', 40],
      ],
    ],
    ['2022年制定规范性文件12件。', []],
    ['行政事业性收费2484.5万元。', [['fees', 2484.5]]],
    ['行政事业性收费24,845,000元。', [['fees', 2484.5]]],
    ['行政事业性收费0.5亿元。', [['fees', 5000]]],
    ['行政事业性收费约300万元。', []],
    ['行政事业性收费标准300元。', []],
    ['减免行政事业性收费300万元。', []],
    ['减免之后收取的各项行政事业性收费300万元。', [['fees', 300]]],
    ['2022年行政事业性收费300万元。', []],
    ['行政事业性收费300件。', []],
  ])('%s', (text, claims) => {
    expect(said(text)).toEqual(claims)
  })

  it('are as exact as they are printed', () => {
    expect(hints('行政事业性收费2484万元。行政事业性收费2484.6万元。')).toEqual([])
    expect(hints('行政事业性收费2485万元。')).toEqual([])
    expect(hints('行政事业性收费2484.6万元。')).toEqual([['N6', 2484.6, 2484.5]])
    expect(hints('行政事业性收费0.25亿元。')).toEqual([])
    expect(hints('行政事业性收费0.26亿元。')).toEqual([['N6', 2600, 2484.5]])
    expect(hints('行政事业性收费24845000元。')).toEqual([])
    expect(hints('行政事业性收费24845001元。')).toEqual([['N6', 2484.5001, 2484.5]])
  })
})

describe('percentages in the prose', () => {
  const last = withCells({ ...whole, year: 2022 }, 'requests', cell =>
    cell.row === 'newRequests' && cell.column === 'total' ? { value: 1500 } : null,
  )

  it.each<[string, readonly (readonly [string, number, number])[]]>([
    // Of what was concluded, of what was to be done, of what was received: 600 of 1200, 1210, 1204.
    ['申请中予以公开600件，占50%。', []],
    ['申请中予以公开600件，占49.6%。', []],
    ['申请中予以公开600件，占比49.8%。', []],
    ['申请中予以公开600件，占49.2%。', [['N5', 49.2, 50]]],
    ['申请中予以公开和部分公开700件，占58.3%。', []],
    ['申请中予以公开和部分公开700件，占50%。', [['N5', 50, 58.33]]],
    ['申请中部分公开100件，占9.3%。', [['N5', 9.3, 8.33]]],
    ['申请中不予公开200件（占17.7%）。', [['N5', 17.7, 16.67]]],
    ['申请中无法提供150件，占13.5%。', [['N5', 13.5, 12.5]]],
    ['申请中不予处理90件，占8.5%。', [['N5', 8.5, 7.5]]],
    ['2022年申请中予以公开600件，占40%。', []],
    ['申请办结率为98%。', [['N5', 98, 99.17]]],
    ['申请办结率均达到98%。', []],
    ['申请依法按时办结率98%。', []],
    ['办结率98%。', []],
    ['申请1204件，同比下降19.7%。', []],
    ['申请1204件，比上年减少20.7%。', [['N5', 20.7, 19.73]]],
    ['申请1204件，较去年同期增长了19.7%。', [['N5', 19.7, -19.73]]],
  ])('%s', (text, expected) => {
    expect(hints(text, whole, last).filter(([rule]) => rule === 'N5')).toEqual(expected)
  })

  it('of nothing, or of what no table says, are not compared', () => {
    const none = withCells(last, 'requests', cell =>
      cell.row === 'newRequests' && cell.column === 'total' ? { value: 0 } : null,
    )
    expect(hints('申请1204件，同比增长19%。', whole, none)).toEqual([])
    const blank = withCells(whole, 'requests', cell =>
      cell.row === 'carriedOver' && cell.column === 'total' ? { state: 'blank', value: null, raw: '' } : null,
    )
    expect(hints('申请办结率98%。', blank)).toEqual([])
    expect(
      hints(
        '申请办结率98%。',
        agreeingReport('2021', () => 0),
      ),
    ).toEqual([])
  })
})

describe('a hint', () => {
  it('is one for each figure and number, by its rule, with the table it is about', () => {
    const text = '行政事业性收费300万元。收到政府信息公开申请30件。收到政府信息公开申请30件。收到政府信息公开申请31件。'
    const found = checkReport(saying(text)).map(({ id, table, section }) => [id, table, section])
    expect(found).toEqual([
      ['N1:overview/newRequests/30', 'requests', 'overview'],
      ['N1:overview/newRequests/31', 'requests', 'overview'],
      ['N6:overview/fees/300', 'disclosure', 'overview'],
    ])
  })

  it('leads to the last of its sentences that says so, by its exact words', () => {
    const text = '申请办结率98%，均已登记。'
    const [finding] = checkReport(saying(text))
    expect(finding?.passage).toEqual({ section: 'overview', start: 2, end: 8, figure: 'concludedRate' })
    expect(finding?.cells).toEqual(['requests/concluded/total'])
  })
})
