import { describe, expect, it } from 'vitest'
import { checkReport } from '../../../src/shared/checks/index.ts'
import { hanNumber, readFigure } from '../../../src/shared/checks/prose/numerals.ts'
import { proseClaims } from '../../../src/shared/checks/prose/proseClaims.ts'
import type { SectionKey } from '../../../src/shared/form/index.ts'
import { withCells } from '../reports.ts'
import { proseWithoutStops } from './costly.ts'
import { saying, whole } from './proseReport.ts'

/** What N1–N6 say; the other rules of the prose have tests of their own. */
const hints = (text: string, key?: SectionKey) =>
  checkReport(saying(text, key)).flatMap(({ rule, printed, expected }) =>
    /^N[7-9]|N10/.test(rule) ? [] : [[rule, printed, expected]],
  )
const claims = (text: string) => proseClaims(saying(text), {}).map(({ figure, said }) => [figure, said.value])

describe('numbers in the prose', () => {
  it('are read in every way they are printed', () => {
    expect(['235', '1,204', '1.2万', '3万'].map(text => readFigure(text))).toEqual([
      { value: 235, slack: 0 },
      { value: 1204, slack: 0 },
      { value: 12000, slack: 500 },
      { value: 30000, slack: 5000 },
    ])
    expect(['二百三十五', '十二', '两', '一万二千', '一千零四', '二十'].map(hanNumber)).toEqual([
      235, 12, 2, 12000, 1004, 20,
    ])
    expect(['二三', '', '件'].map(hanNumber)).toEqual([null, null, null])
  })

  it('are compared with the tables and agree, however they are put', () => {
    const text = [
      '2023年，全区共收到政府信息公开申请１２０４件，上年结转六件，答复政府信息公开申请1,200件，结转至下年度十件。',
      '其中予以公开600件，部分公开100件，不予公开200件，无法提供150件，不予处理90件，其他处理60件，均为政府信息公开申请。',
      '因政府信息公开引发行政复议16件，结果纠正5件。政府信息公开行政诉讼35件，结果纠正1件。',
      '本年制发行政规范性文件11件，废止行政规范性文件2件，现行有效行政规范性文件45件。',
      '收取行政事业性收费2484.5万元。申请办结率99.2%。',
    ].join('\n')
    expect(proseClaims(saying(text), {}).map(claim => claim.figure)).toEqual([
      ...['newRequests', 'concluded', 'carriedOver', 'carriedForward'],
      ...['granted', 'partiallyGranted', 'denied', 'unavailable', 'notProcessed', 'other'],
      ...['review', 'reviewCorrected', 'litigation', 'litigationCorrected'],
      ...['issued', 'repealed', 'inForce', 'fees', 'concludedRate'],
    ])
    expect(hints(text)).toEqual([])
  })

  it.each([
    ['全年收到政府信息公开申请1240件。', 'N1', 1240, 1204],
    ['全年未收到政府信息公开申请。', 'N1', 0, 1204],
    ['全年收到依申请公开信件1204件，办结1100件。', 'N1', 1100, 1200],
    ['受理政府信息公开申请，其余3件结转下年度继续办理。', 'N1', 3, 10],
    ['政府信息公开申请中，2022年结转8件。', 'N1', 8, 6],
    ['依申请公开中，予以公开及部分公开701件。', 'N2', 701, 700],
    ['办理政府信息公开申请，不予公开二百零一件。', 'N2', 201, 200],
    ['信息公开行政复议17件。', 'N3', 17, 16],
    ['未发生因政府信息公开引发的行政诉讼。', 'N3', 0, 35],
    ['政府信息公开行政复议、行政诉讼共50件。', 'N3', 50, 51],
    ['制定规范性文件12件。', 'N4', 12, 11],
    ['集中公布现行有效的行政规范性文件54件。', 'N4', 54, 45],
    ['政府信息公开申请办结率100%。', 'N5', 100, 99.17],
    ['政府信息公开申请予以公开600件，占总数的65%。', 'N5', 65, 50],
    ['行政事业性收费2.5亿元。', 'N6', 25000, 2484.5],
    ['行政事业性收费24845万元。', 'N6', 24845, 2484.5],
  ])('%s is a hint: %s, %d against %d', (text, rule, printed, expected) => {
    expect(hints(text)).toEqual([[rule, printed, expected]])
    expect(checkReport(saying(text))[0]?.severity).toBe('hint')
  })

  it.each([
    '全年收到政府信息公开申请1000余件。',
    '全年收到政府信息公开申请约1000件。',
    '2022年收到政府信息公开申请30件。',
    '区政府办公室收到政府信息公开申请30件。',
    '协助答复政府信息公开申请64件。',
    '通过网上平台收到政府信息公开申请30件。',
    '收到自然人政府信息公开申请30件。',
    '收到留言和政府信息公开申请以外的来信30件。',
    '收到政府信息公开申请1210件，其中上年结转6件。',
    '公开建议提案办理结果30件，办结30件。',
    '主动公开行政规范性文件30件。',
    '清理行政规范性文件30件。',
    '未发生行政诉讼败诉案件，政府信息公开工作平稳。',
    '政府信息公开行政复议中，撤回2件。',
    '政府信息公开申请按时办结率100%。',
    '政府信息公开申请中，因重复申请不予处理1件。',
    '政府信息公开申请中，本机关不掌握相关信息4件，无法提供2件。',
    '未收取政府信息公开信息处理费。',
    '行政事业性收费项目12个，减免300万元。',
    '一是收到政府信息公开申请及时登记。',
  ])('says nothing of what names no figure of the tables clearly: %s', text => {
    expect(hints(text)).toEqual([])
  })

  it.each(['99%', '99.1%', '99.2%', '99.17%', '100.0%', '99.0%', '98%'])(
    'a percentage is right when it is rounded or cut at any place: 办结率%s of 1200 out of 1210',
    printed => {
      const right = ['99%', '99.1%', '99.2%', '99.17%'].includes(printed)
      const found = hints(`政府信息公开申请办结率${printed}。`)
      expect(found).toEqual(right ? [] : [['N5', Number.parseFloat(printed), 99.17]])
    },
  )

  it('a number named rightly once is not doubted where it is named again for a part', () => {
    expect(hints('全区收到政府信息公开申请1204件。全年收到政府信息公开申请30件。')).toEqual([])
  })

  it('only sections 一 and 六 are read', () => {
    const text = '收到政府信息公开申请30件。'
    expect(hints(text, 'other')).toEqual([['N1', 30, 1204]])
    expect(hints(text, 'problems')).toEqual([])
  })

  it('lead to the sentence: the passage is exactly the words that name the number', () => {
    const text = '  总体平稳。\n2023年，全区共 收到政府信息公开申请 １２４０ 件，均已登记。'
    const [finding] = checkReport(saying(text))
    const { start = 0, end = 0, section } = finding?.passage ?? {}
    expect(section).toBe('overview')
    expect(text.slice(start, end)).toBe('收到政府信息公开申请 １２４０ 件')
    expect(finding?.cells).toEqual(['requests/newRequests/total'])
  })

  it('are not compared with a cell that has no number', () => {
    const blank = withCells(whole, 'requests', cell =>
      cell.row === 'newRequests' && cell.column === 'total' ? { state: 'blank', value: null, raw: '' } : null,
    )
    const found = checkReport(saying('收到政府信息公开申请30件。', 'overview', blank))
    expect(found.filter(item => item.severity === 'hint')).toEqual([])
  })

  it('grow over last year as the prose says, where last year is at hand', () => {
    const last = withCells({ ...whole, year: 2022 }, 'requests', cell =>
      cell.row === 'newRequests' && cell.column === 'total' ? { value: 1000 } : null,
    )
    const said = (text: string) =>
      checkReport(saying(text), { previous: last }).flatMap(item => (item.rule === 'N5' ? [item.expected] : []))
    expect(said('收到政府信息公开申请1204件，同比增长20.4%。')).toEqual([])
    expect(said('收到政府信息公开申请1204件，同比增长24%。')).toEqual([20.4])
    expect(claims('收到政府信息公开申请1204件，同比增长24%。')).toEqual([['newRequests', 1204]])
  })

  it('are found behind any length of text without stops', () => {
    const wrong = '。收到政府信息公开申请30件。'
    const found = hints(wrong)
    expect(found.length).toBeGreaterThan(0)
    for (const text of Object.values(proseWithoutStops)) expect(hints(text(2_000) + wrong)).toEqual(found)
  })
})
