import type { KeyPlace } from '../../shared/commands.ts'

type KeyWords = { readonly title: string; readonly note: string; readonly places: Readonly<Record<KeyPlace, string>> }

/** The F1 list; its lines are those of `src/shared/commands.ts`. */
export const keysZh: KeyWords = {
  title: '全部按键',
  note: '功能键在菜单里都有同名的一项。',
  places: { anywhere: '任何地方', lists: '目录、收件、沿革', review: '核对', search: '检索' },
}

export const keysEn: KeyWords = {
  title: 'All keys',
  note: 'Every function key has its entry in the menu.',
  places: { anywhere: 'Anywhere', lists: 'Reports, Import, History', review: 'Review', search: 'Search' },
}
