export const languages = ['zh', 'en'] as const
export const themes = ['system', 'light', 'dark'] as const

export type Settings = {
  readonly language: (typeof languages)[number]
  readonly theme: (typeof themes)[number]
  /** Name written into revisions and journal; empty: the operating system's user name. */
  readonly who: string
}
