import { describe, expect, it } from 'vitest'
import { checkReport } from '../../../../src/shared/checks/index.ts'
import {
  fitsLuhn,
  isIdentityNumber,
  masked,
  personalNumbers,
  withoutPersonal,
} from '../../../../src/shared/checks/personal/numbers.ts'
import { findingText } from '../../../../src/shared/words/findingText.ts'
import { saying } from '../proseReport.ts'

/** Made numbers: place, date and check digit fit together, nobody is meant. */
const identity = '11010119900307213X'
const card = '6222020000000000000'
const kinds = (text: string) => personalNumbers(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('an identity number', () => {
  it('has a place, a date that there was, and a check digit that fits', () => {
    expect(isIdentityNumber(identity)).toBe(true)
    expect(isIdentityNumber(identity.toLowerCase())).toBe(true)
    expect(isIdentityNumber('110101198001010037')).toBe(true)
    expect(isIdentityNumber('110101198001010038')).toBe(false)
    expect(isIdentityNumber('110101199003072131')).toBe(false)
    // The same digits with a check digit that fits, but a place or a date that is none.
    const fitting = (start: string) => [...'0123456789X'].some(check => isIdentityNumber(start + check))
    expect(['11010119900307213', '82000019900307213', '71000019900307213', '54000019900307213'].map(fitting)).toEqual(
      Array.from({ length: 4 }, () => true),
    )
    expect(['00010119900307213', '16010119900307213', '90010119900307213'].some(fitting)).toBe(false)
    expect(['11010119900229213', '11010119901307213', '11010119900300213', '11010119900431213'].some(fitting)).toBe(
      false,
    )
    expect(['11010120000229213', '11010119000101213'].every(fitting)).toBe(true)
    expect(['11010118990307213', '11010121000307213'].some(fitting)).toBe(false)
    expect(isIdentityNumber(`${identity}1`)).toBe(false)
    expect(isIdentityNumber(identity.slice(1))).toBe(false)
  })

  it('is found in prose, also in full-width digits and in groups', () => {
    expect(kinds(`身份证${identity}。`)).toEqual([['identity', identity]])
    expect(kinds('１１０１０１１９９００３０７２１３Ｘ')).toEqual([
      ['identity', '１１０１０１１９９００３０７２１３Ｘ'],
    ])
    expect(kinds('110101 19900307 213X')).toEqual([['identity', '110101 19900307 213X']])
  })
})

describe('a bank card', () => {
  it('fits the Luhn sum', () => {
    expect(['79927398713', card, '0'].map(fitsLuhn)).toEqual([true, true, true])
    expect(['79927398710', '6222020000000000001', '6222200000000000000'].map(fitsLuhn)).toEqual([false, false, false])
  })

  it('has 16 to 19 digits and begins with 62, or is called a card', () => {
    expect(kinds(`卡号${card}`)).toEqual([['card', card]])
    expect(kinds('6222020000000000001')).toEqual([])
    expect(kinds('4111111111111111')).toEqual([])
    expect(kinds('银行卡4111111111111111')).toEqual([['card', '4111111111111111']])
    expect(kinds('账号4111 1111 1111 1111')).toEqual([['card', '4111 1111 1111 1111']])
    // Fits the sum, but has 15 and 20 digits.
    expect(fitsLuhn('622202000000000')).toBe(true)
    expect(kinds('银行卡622202000000000')).toEqual([])
    expect(fitsLuhn('62220200000000000007')).toBe(true)
    expect(kinds('银行卡62220200000000000007')).toEqual([])
  })
})

describe('a mobile number', () => {
  it('has eleven digits and begins with 13 to 19', () => {
    expect(kinds('电话13900001234，')).toEqual([['mobile', '13900001234']])
    expect(kinds('139-0000-1234和139 0000 1234')).toEqual([
      ['mobile', '139-0000-1234'],
      ['mobile', '139 0000 1234'],
    ])
    for (const other of ['12900001234', '1390000123', '139000012345', '23900001234', '0878-7712345'])
      expect(kinds(`电话${other}，`)).toEqual([])
  })

  it.each([
    '13900001234次',
    '13900001234 元',
    '13900001234万元',
    '编号13900001234',
    '流水号：13900001234',
    'A13900001234',
    '13900001234B',
    '1.13900001234',
    '13900001234.5',
    '139****1234',
    '*13900001234',
  ])('is none where it is a count, a code or part of something longer: %s', text => {
    expect(kinds(text)).toEqual([])
  })
})

describe('what is said of such numbers', () => {
  it('hides the middle', () => {
    expect(masked('13900001234')).toBe('139****1234')
    expect(masked('139-0000-1234')).toBe('139****1234')
    expect(masked('１３９００００１２３４')).toBe('139****1234')
    expect(masked(identity)).toBe('110****213X')
    expect(withoutPersonal(`甲13900001234、乙${identity}、丙无`)).toBe('甲139****1234、乙110****213X、丙无')
    expect(withoutPersonal('电话0878-7712345')).toBe('电话0878-7712345')
  })

  it('P1 names kind and place of each, in any section, and repeats none', () => {
    const text = `联系人手机13900001234，证号${identity}，卡号${card}。`
    for (const section of ['overview', 'requests', 'other'] as const) {
      const report = saying(text, section)
      const findings = checkReport(report).filter(finding => finding.rule === 'P1')
      expect(findings.map(({ id }) => id)).toEqual(
        ['mobile/1', 'identity/2', 'card/3'].map(place => `P1:${section}/${place}`),
      )
      expect(findings.map(({ severity, printed, cells }) => [severity, printed, cells.length])).toEqual(
        Array.from({ length: 3 }, () => ['warning', null, 0]),
      )
      expect(findings.map(({ passage }) => text.slice(passage?.start, passage?.end))).toEqual([
        ...['13900001234', identity, card],
      ])
      const words = findings.flatMap(finding =>
        (['zh', 'en'] as const).flatMap(language => Object.values(findingText(finding, report, language))),
      )
      expect(JSON.stringify([findings, words])).not.toMatch(/13900001234|11010119900307213|622202000/)
    }
    const report = saying(text, 'other')
    const texts = checkReport(report).flatMap(finding => (finding.rule === 'P1' ? [finding] : []))
    expect(texts.map(finding => findingText(finding, report, 'zh').title)).toEqual([
      ...['正文有手机号 139****1234', '正文有身份证号 110****213X', '正文有银行卡号 622****0000'],
    ])
    expect(texts.map(finding => findingText(finding, report, 'en').detail)[2]).toContain('a bank card, 622****0000')
  })

  it('other findings do not quote them either', () => {
    const report = saying('共收到政府信息公开申请13900001234 宗 13900001234。')
    const texts = checkReport(report).map(finding => findingText(finding, report, 'zh').detail)
    expect(texts.join('')).not.toMatch(/“[^”]*13900001234[^”]*”/)
  })
})
