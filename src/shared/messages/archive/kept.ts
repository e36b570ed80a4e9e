/** What several messages of the archive say was kept. */
export const allStored = {
  zh: '此前存下的全部在册，原件未动。',
  en: 'Everything stored before is still there; the originals are untouched.',
} as const
export const restUnharmed = {
  zh: '其他报告、原件和记录没有改动。',
  en: 'All other reports, originals and entries are as they were.',
} as const
