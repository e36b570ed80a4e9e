/** What several messages of reading say. */
export const originalKept = {
  zh: '原件已照原样收存，一个字节也没有丢。',
  en: 'The original is kept exactly as it was.',
} as const
export const askForComplete = { zh: '请向报送单位要一份完整的。', en: 'Ask the sender for a complete copy.' } as const
export const compareWithOriginal = {
  zh: '请对照原件核对读出的数字。',
  en: 'Compare the figures with the original.',
} as const
export const typeIn = {
  zh: '可对着原件手工录入。',
  en: 'Type the figures in from the original.',
} as const
