import { createContext, use } from 'react'
import type { Language } from '../../shared/messages/index.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

export type { Language } from '../../shared/messages/index.ts'
export type Words = typeof zh

const words: Readonly<Record<Language, Words>> = { zh, en }

export const LanguageContext = createContext<Language>('zh')

export function useLanguage(): Language {
  return use(LanguageContext)
}

/** The words of the interface in the language in force. */
export function useWords(): Words {
  return words[useLanguage()]
}

export function wordsOf(language: Language): Words {
  return words[language]
}
