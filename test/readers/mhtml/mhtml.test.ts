import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAs } from '../../../src/main/readers/index.ts'
import { encode } from '../../fixtures/encode.ts'
import { costlyMail } from '../costly.ts'
import { shownBlocks } from '../shown.ts'

const read = (text: string | Uint8Array) =>
  readAs('mhtml', typeof text === 'string' ? Buffer.from(text, 'latin1') : text, '报告.mht')
const lines = (...all: readonly string[]) => all.join('\r\n')
const part = (type: string, encoding: string, body: string, ...more: readonly string[]) =>
  lines('--b', `Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, ...more, '', body)
const related = (...parts: readonly string[]) =>
  lines(
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html"; boundary="b"',
    '',
    'preamble',
    ...parts,
    '--b--',
    '',
  )
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')
const quoted = (bytes: Uint8Array) =>
  [...bytes]
    .map(byte => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
    .replace(/.{72}/g, '$&=\r\n')
const page = '<meta charset="gb2312"><title>年报</title><p>清河区年度报告</p><table><tr><td>规章<td>3</table>'

describe('a web page saved as one file', () => {
  it.each([
    ['quoted-printable', 'text/html; charset="gb2312"', quoted(encode(page, 'gb18030'))],
    ['base64', 'text/html', base64(encode(page, 'gb18030'))],
    ['base64 in UTF-8 against the page’s own word', 'text/html; charset=utf-8', base64(Buffer.from(page))],
    ['8bit', 'text/html; charset=gbk', Buffer.from(encode(page, 'gb18030')).toString('latin1')],
  ])('is read through %s', async (encoding, type, body) => {
    const reading = await read(
      related(part('image/png', 'base64', 'AAAA'), part(type, encoding.split(' ')[0] ?? '', body)),
    )
    expect(reading.format).toBe('mhtml')
    expect(reading.messages).toEqual([])
    expect(reading.document).toMatchObject({ format: 'mhtml', title: '年报' })
    expect(shownBlocks(reading)).toEqual(['清河区年度报告', [['规章', '3']]])
  })

  it('begins with the page its header names, and goes on to all others where that one only holds frames', async () => {
    const html = (text: string, id: string) => part('text/html', '8bit', `<p>${text}</p>`, `Content-ID: <${id}>`)
    const named = related(html('other', 'o'), html('first '.repeat(50), 's')).replace('type="text/html"', 'start="<s>"')
    expect(shownBlocks(await read(named))).toEqual(['first '.repeat(50).trim()])
    const frames = related(
      part('text/html', '8bit', '<frameset><frame src=a></frameset>'),
      html('one', 'a'),
      html('text '.repeat(50), 'b'),
    )
    expect(shownBlocks(await read(frames))).toEqual(['one', 'text '.repeat(50).trim()])
  })

  it('says when its end is missing', async () => {
    const whole = related(part('text/html', '8bit', `<p>${'a'.repeat(300)}</p>`))
    const reading = await read(whole.slice(0, -40))
    expect(reading.messages.map(item => item.code)).toEqual(['mail.cutShort'])
    expect(reading.document?.blocks).toHaveLength(1)
  })
})

describe('a mail', () => {
  const mail = (...parts: readonly string[]) =>
    lines(
      'From: a@b.cn',
      `Subject: =?gbk?B?${base64(encode('年报', 'gb18030'))}?=`,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...parts,
      '--b--',
    )

  it('prefers the page to the plain text, and names the attachments it does not read', async () => {
    const attachment = part(
      'application/vnd.ms-word',
      'base64',
      'AAAA',
      "Content-Disposition: attachment; filename*=utf-8''%E5%B9%B4%E6%8A%A5.doc",
    )
    const alternative = lines(
      '--b',
      'Content-Type: multipart/alternative; boundary=c',
      '',
      '--c',
      'Content-Type: text/plain',
      '',
      'plain',
      '--c',
      'Content-Type: text/html',
      '',
      '<p>page</p>',
      '--c--',
    )
    const reading = await read(mail(alternative, attachment))
    expect(shownBlocks(reading)).toEqual(['page'])
    expect(reading.document?.title).toBe('年报')
    expect(reading.messages).toMatchObject([{ code: 'mail.attachments', params: { count: 1, names: '年报.doc' } }])
  })

  it.each([
    ["filename*0*=gb18030''%C4%EA; filename*1*=%B1%A8; filename*2=-100%.doc", '年报-100%.doc'],
    // A character is cut in two, and the pieces are out of order.
    ["filename*1*=%B4%E6%8A%A5.doc; filename*0*=utf-8''%E5%B9", '年报.doc'],
    ['filename*0="50%25 "; filename*1="of it.doc"', '50%25 of it.doc'],
    // Without its beginning nobody can tell: only that there is one.
    ['filename*1*=%E5%B9; filename*2*=%B4.doc', '?'],
    ["filename=report.doc; filename*0*=utf-8''%E5%B9%B4; filename*1*=%E6%8A%A5.doc", '年报.doc'],
  ])('puts together the name of an attachment that was cut in pieces (%s)', async (parameters, names) => {
    const page = part('text/html', '8bit', '<p>page</p>')
    const cut = part('application/msword', 'base64', 'AAAA', `Content-Disposition: attachment; ${parameters}`)
    const reading = await read(mail(page, cut))
    expect(reading.messages).toMatchObject([{ code: 'mail.attachments', params: { count: 1, names } }])
  })

  it('of plain text is read as text', async () => {
    const body = Buffer.concat([
      Buffer.from('MIME-Version: 1.0\nContent-Type: text/plain; charset=gb2312\n\n'),
      encode('一、总体情况\n\n正文', 'gb18030'),
    ])
    expect(shownBlocks(await read(body))).toEqual(['一、总体情况', '正文'])
  })

  it('without any text is refused, its attachments named', async () => {
    const reading = await read(mail(part('application/pdf; name="a.pdf"', 'base64', 'AAAA')))
    expect(reading.document).toBeNull()
    expect(reading.messages.map(item => item.code)).toEqual(['mail.attachments', 'mail.noText'])
  })
})

describe('hostile messages', () => {
  const piece = fc.constantFrom(
    '\r\n',
    '\n',
    '--b',
    '--b--',
    '--',
    'Content-Type: multipart/mixed; boundary=b',
    'Content-Type: text/html',
    'Content-Type: message/rfc822',
    'Content-Transfer-Encoding: base64',
    'Content-Transfer-Encoding: quoted-printable',
    'charset="',
    '=?gbk?B?',
    '=',
    '=E5',
    '<p>a',
    ' ',
    '\t',
    'x',
  )
  it('never make the reader throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async pieces => {
        const reading = await read(`MIME-Version: 1.0\n${pieces.join('')}`)
        expect(reading.document !== null || reading.messages.some(item => item.severity === 'error')).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it.each<[keyof typeof costlyMail, number, readonly string[], readonly string[]]>([
    ['parts within parts', 1_000, ['清河区年度报告'], []],
    ['boundaries without end', 3_000, ['清河区年度报告'], ['mail.cutShort']],
    ['a line of spaces', 20_000, ['清'], []],
    ['headers without end', 20_000, [expect.stringMatching(/^a="(;a=")+$/), '清河区年度报告'], []],
  ])('with %s are read as far as they can be', async (name, count, texts, codes) => {
    const reading = await read(Buffer.from(costlyMail[name](count)))
    expect(shownBlocks(reading)).toEqual(texts)
    expect(reading.messages.map(item => item.code)).toEqual(codes)
  })
})
