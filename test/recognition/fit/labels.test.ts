import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearestLabel, nearestPrinted, nearLabels } from '../../../src/main/recognition/fit/labelMatch.ts'
import {
  applicantHeads,
  disclosureHeads,
  disclosureRowLabels,
  outcomeHeads,
  requestRowLabels,
} from '../../../src/main/recognition/fit/labels.ts'
import { headingOf } from '../../../src/main/recognition/sections/headings.ts'
import { compact, hanNumber, labelBody, splitNumbering } from '../../../src/main/recognition/text/normalise.ts'
import { allowedDistance, editDistance } from '../../../src/main/recognition/text/similarity.ts'

describe('labels are compared without what printing changes', () => {
  test.each([
    ['3.危及“三安全一稳定”', '危及三安全一稳定'],
    ['３．危及"三安全一稳定"', '危及三安全一稳定'],
    ['（七）总 计', '总计'],
    ['㈦总计', '总计'],
    ['⒉重复申请', '重复申请'],
    ['( 七 )总计', '总计'],
    ['[bookmark: _GoBack]四、结转下年度继续办理', '结转下年度继续办理'],
    ['結轉下年度繼續辦理', '结转下年度继续办理'],
    ['一、本年新收\n政府信息公开\n申请数量', '本年新收政府信息公开申请数量'],
    ['5属于三类内部事务信息', '属于三类内部事务信息'],
    ['三类内部事务', '三类内部事务'],
    ['3.7总计', '总计'],
    ['3.1 予以公开', '予以公开'],
  ])('“%s” is %s', (text, body) => {
    expect(labelBody(text)).toBe(body)
  })

  test('numbering is kept as a witness of its own', () => {
    expect(splitNumbering('（三）不予公开').numbering).toEqual({ style: 'bracket', number: 3 })
    expect(splitNumbering('四、结转').numbering).toEqual({ style: 'han', number: 4 })
    expect(splitNumbering('8.属于行政查询事项').numbering).toEqual({ style: 'digit', number: 8 })
    expect(splitNumbering('12.50').numbering).toBeNull()
    expect(splitNumbering('2023年度').numbering).toBeNull()
  })

  test('Chinese numbers up to ninety-nine are read, other text is none', () => {
    expect(['一', '十', '十二', '二十', '九十九'].map(hanNumber)).toEqual([1, 10, 12, 20, 99])
    expect(['', '一二', '百', '三安'].map(hanNumber)).toEqual([null, null, null, null])
  })
})

describe('a label with misprints', () => {
  test('is believed when only one label is near', () => {
    expect(nearestLabel('本年处里决定数量', disclosureHeads)).toMatchObject({ key: 'decisions', distance: 1 })
  })

  test('is not believed when two labels are equally near', () => {
    expect(nearestLabel('本年废发件数', disclosureHeads)).toBeNull()
    expect(nearestLabel('行政处可', disclosureRowLabels['2021'])).toBeNull()
  })

  test('of two characters names nothing', () => {
    expect(nearestLabel('总汁', outcomeHeads)).toBeNull()
  })

  test('of the other edition is another label', () => {
    expect(nearestLabel('对外公开总数量', disclosureHeads)?.key).toBe('totalDisclosed')
    expect(nearestLabel('现行有效件数', disclosureHeads)?.key).toBe('inForce')
  })

  test('the distance stops counting at its limit', () => {
    expect(editDistance('abc', 'abc', 2)).toBe(0)
    expect(editDistance('abc', 'xyz', 2)).toBe(3)
    expect(editDistance('abc', 'abcdefgh', 2)).toBe(3)
  })

  // Most wordings are passed over by counting common characters: none that is near may be among them.
  test('is near every label that comparing it with each wording finds near', () => {
    const labels = requestRowLabels['2021']
    const wordings = labels.flatMap(label => label.wordings)
    const misprinted = fc
      .tuple(
        fc.constantFrom(...wordings),
        fc.array(fc.tuple(fc.nat(20), fc.constantFrom('', '其', '总', '信息')), { maxLength: 4 }),
      )
      .map(([wording, changes]) =>
        changes.reduce((text, [at, put]) => text.slice(0, at) + put + text.slice(at + 1), wording),
      )
    fc.assert(
      fc.property(misprinted, body => {
        const compared = labels.filter(label =>
          label.wordings.some(wording => {
            const allowed = allowedDistance(Math.min(wording.length, body.length + 1))
            return body !== '' && body.length <= 60 && editDistance(body, wording, 60) <= allowed
          }),
        )
        const keys = nearLabels(body, labels).map(match => match.key)
        // Where none is near, a part of a label may still be found.
        if (compared.length > 0) expect(new Set(keys)).toEqual(new Set(compared.map(label => label.key)))
      }),
      { numRuns: 300 },
    )
  })
})

describe('headings of the six sections', () => {
  test.each([
    ['一、总体情况', 'overview'],
    ['1、 总体情况', 'overview'],
    ['一、总体情况                    ', 'overview'],
    ['二、主动公开政府信息情况', 'disclosure'],
    ['三、收到和处理政府信息公开申请情况', 'requests'],
    ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', 'proceedings'],
    ['四、行政复议、行政诉讼情况', 'proceedings'],
    ['五、当前存在的主要问题及下步改进措施', 'problems'],
    ['五、政府信息公开工作存在的主要问题及改进情况', 'problems'],
    ['六、其他需要报告的事项', 'other'],
    ['六、其它需要报告的事项', 'other'],
    ['六、需要说明的其他事项', 'other'],
  ])('“%s” begins %s', (text, key) => {
    expect(headingOf(text)?.key).toBe(key)
  })

  test.each([
    '四、结转下年度继续办理',
    '一、本年新收政府信息公开申请数量',
    '（三）政府信息管理情况。推动标准制定。',
    '1.属于国家秘密',
    '全年收到政府信息公开申请17件，均已办理完毕，未发生复议和诉讼，其他事项另行报告，问题与改进见后文',
    '自然人',
  ])('“%s” begins none', text => {
    expect(headingOf(text)).toBeNull()
  })

  test('what stands behind the heading in the same paragraph is prose', () => {
    const text = '六、其他需要报告的事项。本机关未收取信息处理费。'
    expect(text.slice(headingOf(text)?.length)).toBe('。本机关未收取信息处理费。')
  })

  test('white space inside a label does not count', () => {
    expect(compact(' 结 果\n维\u3000持 ')).toBe('结果维持')
  })
})

describe('a label cut short or drawn out', () => {
  const rows = requestRowLabels['2021']

  test.each([
    ['国家秘密', 'denied.stateSecret'],
    ['逾期不补正', 'other.noCorrection'],
    ['结转下年度', 'carriedForward'],
    ['需另行制作', 'unavailable.needsCreation'],
    ['结转下年度继续办理的政府信息公开申请数量', 'carriedForward'],
    ['七总计', 'concluded'],
    ['总计1', 'concluded'],
  ])('“%s” points to one row of the form', (body, key) => {
    expect(nearestLabel(body, rows)?.key).toBe(key)
  })

  test.each(['不予', '申请', '行政机关', '无正当理由', '本年度', '政府信息公开申请'])(
    '“%s” is part of several, or too short, and points to none',
    body => {
      expect(nearestLabel(body, rows)).toBeNull()
    },
  )

  test('a unit or a note in brackets behind it is passed over, another year’s or a part’s figures are not', () => {
    expect(nearestPrinted('总计（件）', '总计件', applicantHeads)?.key).toBe('total')
    expect(nearestPrinted('规章（件）', '规章件', disclosureRowLabels['2021'])?.key).toBe('regulations')
    expect(nearestPrinted('总计（上年）', '总计上年', applicantHeads)).toBeNull()
    expect(nearestPrinted('规章（其中：新制）', '规章其中新制', disclosureRowLabels['2021'])).toBeNull()
  })
})
