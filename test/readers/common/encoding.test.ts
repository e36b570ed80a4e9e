import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { declaredEncoding, decodeText, replacementWarning } from '../../../src/main/readers/common/encoding.ts'
import { encode } from '../../fixtures/encode.ts'

const simplified = '云岭市清河区人民政府2023年政府信息公开工作年度报告\n全年新收申请 315 件，办结 311 件。\n'
const traditional =
  '雲嶺市清河區人民政府政府資訊公開工作年度報告。全年受理申請三百一十五件，辦結三百一十一件，餘者結轉下年。\n'

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const withMark = (mark: readonly number[], bytes: Uint8Array) => Buffer.concat([Uint8Array.from(mark), bytes])

describe('decoding text', () => {
  it.each([
    ['utf-8', Buffer.from(simplified), 'strict'],
    ['utf-8', withMark([0xef, 0xbb, 0xbf], Buffer.from(simplified)), 'bom'],
    ['gb18030', encode(simplified, 'gb18030'), 'strict'],
    ['utf-16le', withMark([0xff, 0xfe], Buffer.from(simplified, 'utf16le')), 'bom'],
    ['utf-16be', withMark([0xfe, 0xff], utf16be(simplified)), 'bom'],
    ['utf-16le', Buffer.from(simplified, 'utf16le'), 'likely'],
    ['utf-16be', utf16be(simplified), 'likely'],
  ] as const)('reads Chinese in %s', (encoding, bytes, certainty) => {
    expect(decodeText(bytes)).toEqual({ text: simplified, encoding, certainty })
  })

  it('tells Big5 from GBK by the frequency of characters, since most Big5 is also well-formed GBK', () => {
    const bytes = encode(traditional.repeat(3), 'big5')
    expect(decodeText(bytes)).toEqual({ text: traditional.repeat(3), encoding: 'big5', certainty: 'likely' })
  })

  it('keeps rare characters of GB 18030 outside GB 2312', () => {
    // 朱镕基 and 㙘: two bytes outside GB 2312 and four bytes.
    const bytes = Buffer.concat([
      encode('朱镕基', 'gb18030'),
      Uint8Array.of(0x82, 0x30, 0xc6, 0x31),
      encode(simplified, 'gb18030'),
    ])
    const decoded = decodeText(bytes)
    expect(decoded.encoding).toBe('gb18030')
    expect(decoded.text.startsWith('朱镕基')).toBe(true)
    expect(decoded.text).not.toContain('\ufffd')
  })

  it('trusts strict UTF-8 more than a page that declares GBK', () => {
    expect(decodeText(Buffer.from(simplified), 'gb18030').text).toBe(simplified)
  })

  it('round-trips any text in UTF-8 and in UTF-16 with a mark', () => {
    const anyText = fc.string({ unit: 'binary' }).filter(text => !text.startsWith('\ufeff') && !text.includes('\0'))
    fc.assert(
      fc.property(anyText, text => {
        expect(decodeText(Buffer.from(`${simplified}${text}`)).text).toBe(`${simplified}${text}`)
        expect(decodeText(withMark([0xff, 0xfe], Buffer.from(text, 'utf16le'))).text).toBe(text)
        expect(decodeText(withMark([0xfe, 0xff], utf16be(text))).text).toBe(text)
      }),
    )
  })

  it('never throws and never invents length, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        expect(decodeText(bytes).text.length).toBeLessThanOrEqual(bytes.length * 2)
      }),
    )
  })

  it('reports what could not be decoded, how often and where first', () => {
    const bytes = Buffer.concat([
      Buffer.from('第一行\n第二'),
      Uint8Array.of(0xff),
      Buffer.from(`行\n${simplified.repeat(9)}`),
      Uint8Array.of(0xff),
    ])
    const decoded = decodeText(bytes)
    expect(decoded.certainty).toBe('lossy')
    const warning = replacementWarning(decoded)
    expect(warning).toMatchObject({
      code: 'read.lostCharacters',
      params: { count: 2, places: '2:3 21:1', encoding: 'utf-8' },
    })
  })

  it('takes a last line cut inside a character for damage and not for another encoding', () => {
    const whole = Buffer.from(`第一行\n第二行\n${'政府信息公开'.repeat(3)}年`)
    const decoded = decodeText(whole.subarray(0, -1))
    expect(decoded).toMatchObject({ encoding: 'utf-8', certainty: 'lossy' })
    expect(decoded.text).toMatch(/公开\ufffd$/)
  })

  it('leaves no mark at the start of the text', () => {
    const marked = Buffer.concat([Uint8Array.of(0x84, 0x31, 0x95, 0x33), encode('年度', 'gb18030')])
    expect(decodeText(marked).text).toBe('年度')
  })

  it('says nothing where nothing was lost', () => {
    expect(replacementWarning(decodeText(Buffer.from(simplified)))).toBeNull()
  })
})

describe('the encoding a page declares', () => {
  it.each([
    ['<meta charset="GB2312">', 'gb18030'],
    ['<META http-equiv=Content-Type content="text/html; charset=gbk">', 'gb18030'],
    ["<?xml version='1.0' encoding='big5'?><html>", 'big5'],
    ['<meta charset="utf-16">', 'utf-8'],
    ['<meta charset="no-such-thing">', null],
    ['<p>charset=gbk</p>', null],
  ])('reads %s as %s', (page, encoding) => {
    expect(declaredEncoding(Buffer.from(page))).toBe(encoding)
  })
})
