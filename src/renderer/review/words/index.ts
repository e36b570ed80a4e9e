import { type Language, useLanguage } from '../../words/index.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

export type ReviewWords = typeof zh

const words: Readonly<Record<Language, ReviewWords>> = { zh, en }

export function reviewWords(language: Language): ReviewWords {
  return words[language]
}

/** The words of the review desk in the language in force. */
export function useReviewWords(): ReviewWords {
  return words[useLanguage()]
}
