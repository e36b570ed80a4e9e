import { describe, expect, it } from 'vitest'
import { message, messageLines, messageTable, messageText } from '../../src/shared/messages/index.ts'
import type { Sentence } from '../../src/shared/messages/model.ts'
import type { BothAlike } from '../../src/shared/messages/params.ts'

// A parameter that is itself a word has an English twin: {format} and {formatEnglish}.
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]?.replace(/English$/, '')).sort()
const sentences = Object.entries(messageTable).flatMap(([code, words]) =>
  [words.what, words.kept, words.todo].flatMap(sentence => (sentence ? [{ code, sentence }] : [])),
)

describe('every message', () => {
  it('says the same things in Chinese and English', () => {
    for (const { code, sentence } of sentences) {
      expect([code, ...new Set(places(sentence.en))]).toEqual([code, ...new Set(places(sentence.zh))])
      expect(sentence.zh).toMatch(/\p{Script=Han}/u)
      expect(sentence.en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it('that tells of a failure says what happened and what to do, and an error what is unharmed, too', () => {
    for (const [code, words] of Object.entries(messageTable)) {
      if (words.severity === 'info') continue
      expect([code, Boolean(words.todo)]).toEqual([code, true])
      if (words.severity === 'error') expect([code, Boolean(words.kept)]).toEqual([code, true])
    }
  })

  it('of reading says what was not found, never that the source has none', () => {
    const lacks = /里(?:面)?没有(?!找到)|原件(?:无|没有)|has no |holds no /
    for (const { code, sentence } of sentences)
      if (/^(?:recognition|pdf|doc|docx|html|text)\./.test(code))
        expect([code, lacks.exec(`${sentence.zh} ${sentence.en}`)?.[0]]).toEqual([code, undefined])
  })

  it('gives the next step in a sentence of its own, not behind a comma of what happened', () => {
    for (const { code, sentence } of sentences) {
      expect([code, sentence.zh]).toEqual([code, expect.stringMatching(/。$/)])
      expect([code, sentence.en]).toEqual([code, expect.stringMatching(/\.$/)])
    }
    for (const [code, { what }] of Object.entries(messageTable)) expect(`${code}：${what.zh}`).not.toContain('，请')
  })

  it('keeps to the words of the style: no exclamation marks, no politeness for waiting', () => {
    for (const { sentence } of sentences) expect(sentence.zh).not.toMatch(/[！!]|请稍候|您好|确定/)
    for (const { what } of Object.values(messageTable)) expect(what.zh).not.toContain('；')
  })
})

describe('the parameters of a message', () => {
  it('are those that its text names: one too few or one too many does not compile', () => {
    const params = { pid: 1, since: '2026-11-30 09:00', host: '甲' }
    const made = [
      message('archive.heldElsewhere', params),
      message('archive.verifyCancelled', {}, null, 'detail'),
      // @ts-expect-error no file
      message('read.empty'),
      // @ts-expect-error no file either
      message('read.empty', {}),
      // @ts-expect-error a folder that the text does not name
      message('read.empty', { file: '甲.doc', folder: '/' }),
      // @ts-expect-error nor where it came in a variable
      message('archive.heldByOther', params),
      // @ts-expect-error a message that names nothing
      message('archive.verifyCancelled', params),
      // @ts-expect-error two codes that name different things
      message(params.pid === 1 ? 'archive.heldElsewhere' : 'archive.heldByOther', params),
    ]
    expect(made).toHaveLength(8)
  })

  it('are the same in both languages, or the table does not compile', () => {
    const table = {
      some: { severity: 'info', what: { zh: '{file}有 {count} 格', en: '{count} cells in {file}' } },
    } as const
    table satisfies BothAlike<typeof table>
    const one = { some: { severity: 'info', what: { zh: '{file}有损', en: 'damaged' } } } as const
    // @ts-expect-error the English names no file
    one satisfies BothAlike<typeof one>
    const loose: { readonly some: { readonly what: Sentence } } = table
    expect(Object.keys(loose)).toEqual(Object.keys(one))
  })
})

describe('a message put into words', () => {
  it('has its parameters in place and its lines one after the other', () => {
    const text = messageText(message('read.empty', { file: '甲.doc' }), 'zh')
    expect(text).toContain('“甲.doc”')
    expect(messageLines(message('read.empty', { file: '甲.doc' }), 'zh').kept).toContain('原件')
  })

  it('does not speak of a kept original where a file was only read', () => {
    const text = messageText(message('read.empty', { file: '甲.doc' }), 'zh', 'inPlace')
    expect(text).not.toContain('收存')
    expect(text).toContain('没有归档')
  })

  it('shows a place that was not filled, rather than hiding it', () => {
    expect(messageText({ ...message('read.empty', { file: '甲.doc' }), params: {} }, 'zh')).toContain('{file}')
  })
})
