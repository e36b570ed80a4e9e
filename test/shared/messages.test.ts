import { describe, expect, it } from 'vitest'
import { message, messageLines, messageTable, messageText } from '../../src/shared/messages/index.ts'

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
    expect(messageText(message('read.empty'), 'zh')).toContain('{file}')
  })
})
