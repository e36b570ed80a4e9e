import type { Language } from './messages/index.ts'

/**
 * Every command of the window, once: its keys, its entry in the menu, and who answers it. The application menu, the window's handlers,
 * the F1 list and README's table of keys are made from it.
 */

export type CommandPlace = 'anywhere' | 'import' | 'review'

type Command = {
  readonly id: string
  /** As `comboOf` of the window names a press; null for what has only its menu entry. */
  readonly keys: string | null
  readonly menu: 'file' | 'edit' | 'review' | 'go' | 'help'
  /** The label of the menu entry; … where it asks before it does anything. */
  readonly zh: string
  readonly en: string
  /** Who answers: the window wherever one is, or one place while it is shown. */
  readonly place: CommandPlace
  /** A line in the menu above it. */
  readonly apart?: true
  /** More than the label where keys are listed. */
  readonly listed?: { readonly zh: string; readonly en: string }
}

export const commands = [
  { id: 'import.files', keys: 'Ctrl+O', menu: 'file', zh: '导入文件…', en: 'Import files…', place: 'anywhere' },
  {
    id: 'import.folder',
    keys: 'Ctrl+Shift+O',
    menu: 'file',
    zh: '导入文件夹…',
    en: 'Import folder…',
    place: 'anywhere',
  },
  {
    ...{ id: 'import.retry', keys: 'F5', menu: 'file', zh: '重试此份', en: 'Retry this file', place: 'import' },
    listed: { zh: '收件：重试此份', en: 'Import: retry this file' },
  },
  { id: 'archive.export', keys: 'Ctrl+E', menu: 'file', zh: '导出…', en: 'Export…', place: 'anywhere', apart: true },
  { id: 'archive.inspect', keys: 'Ctrl+Shift+E', menu: 'file', zh: '四性检测…', en: 'Inspect…', place: 'anywhere' },
  {
    ...{ id: 'archive.backup', keys: null, menu: 'file', zh: '备份归档库…', en: 'Back up the archive…' },
    ...{ place: 'anywhere', apart: true },
  },
  {
    id: 'archive.restore',
    keys: null,
    menu: 'file',
    zh: '由备份恢复…',
    en: 'Restore from a backup…',
    place: 'anywhere',
  },
  {
    id: 'archive.reread',
    keys: null,
    menu: 'file',
    zh: '重读全部原件…',
    en: 'Read all sources again…',
    place: 'anywhere',
  },
  { id: 'place.settings', keys: 'Ctrl+,', menu: 'file', zh: '设置', en: 'Settings', place: 'anywhere', apart: true },
  { id: 'edit.undo', keys: 'Ctrl+Z', menu: 'edit', zh: '撤销', en: 'Undo', place: 'review' },
  { id: 'edit.redo', keys: 'Ctrl+Y', menu: 'edit', zh: '重做', en: 'Redo', place: 'review' },
  {
    ...{ id: 'review.correct', keys: 'F2', menu: 'review', zh: '更正', en: 'Correct', place: 'review' },
    listed: { zh: '更正，也可直接键入数字', en: 'Correct; or type digits' },
  },
  { id: 'review.confirm', keys: 'Space', menu: 'review', zh: '确认无误', en: 'Confirm', place: 'review' },
  {
    ...{ id: 'review.sourceError', keys: 'F4', menu: 'review', zh: '原文如此', en: 'The report itself says so' },
    ...{ place: 'review', listed: { zh: '原文如此：原件自己就不符，照录', en: 'The report itself says so' } },
  },
  { id: 'review.explain', keys: 'F9', menu: 'review', zh: '说明', en: 'Explain', place: 'review' },
  {
    ...{ id: 'review.confirmAgreeing', keys: 'F7', menu: 'review', zh: '相符者全部确认', en: 'Confirm all that agree' },
    place: 'review',
  },
  {
    ...{ id: 'review.next', keys: 'F8', menu: 'review', zh: '下一个疑点', en: 'Next finding', place: 'anywhere' },
    ...{ apart: true, listed: { zh: '下一个疑点，可跨报告', en: 'Next finding, in the next report too' } },
  },
  {
    id: 'review.previous',
    keys: 'Shift+F8',
    menu: 'review',
    zh: '上一个疑点',
    en: 'Previous finding',
    place: 'review',
  },
  {
    id: 'review.cellHistory',
    keys: 'Ctrl+H',
    menu: 'review',
    zh: '本格沿革',
    en: 'History of this cell',
    place: 'review',
  },
  {
    id: 'review.trace',
    keys: 'Ctrl+Shift+H',
    menu: 'review',
    zh: '查看读法',
    en: 'How it was read',
    place: 'review',
  },
  {
    id: 'review.finish',
    keys: 'F12',
    menu: 'review',
    zh: '标为已核',
    en: 'Mark as reviewed',
    place: 'review',
    apart: true,
  },
  { id: 'place.import', keys: 'Ctrl+1', menu: 'go', zh: '收件', en: 'Import', place: 'anywhere' },
  { id: 'place.catalogue', keys: 'Ctrl+2', menu: 'go', zh: '目录', en: 'Reports', place: 'anywhere' },
  { id: 'place.review', keys: 'Ctrl+3', menu: 'go', zh: '核对', en: 'Review', place: 'anywhere' },
  { id: 'place.search', keys: 'Ctrl+4', menu: 'go', zh: '检索', en: 'Search', place: 'anywhere' },
  { id: 'place.history', keys: 'Ctrl+6', menu: 'go', zh: '沿革', en: 'History', place: 'anywhere' },
  { id: 'view.nextPane', keys: 'F6', menu: 'go', zh: '下一窗格', en: 'Next pane', place: 'anywhere', apart: true },
  { id: 'view.previousPane', keys: 'Shift+F6', menu: 'go', zh: '上一窗格', en: 'Previous pane', place: 'anywhere' },
  { id: 'help.keys', keys: 'F1', menu: 'help', zh: '全部按键', en: 'All keys', place: 'anywhere' },
] as const satisfies readonly Command[]

export type CommandId = (typeof commands)[number]['id']
/** The commands that one place answers, or the window itself. */
export type CommandOf<Place extends CommandPlace> = Extract<(typeof commands)[number], { place: Place }>['id']

/** Keys that move within a place and have no menu entry. */
const movements = [
  { keys: ['Ctrl F'], zh: '到本处的检索栏', en: 'To the search line', place: 'anywhere' },
  { keys: ['Esc'], zh: '退回', en: 'Back', place: 'anywhere' },
  { keys: ['↑', '↓'], zh: '逐行', en: 'Line by line', place: 'lists' },
  { keys: ['PgUp', 'PgDn'], zh: '逐屏', en: 'Screen by screen', place: 'lists' },
  { keys: ['Home', 'End'], zh: '首行、末行', en: 'First, last line', place: 'lists' },
  { keys: ['Enter'], zh: '打开', en: 'Open', place: 'lists' },
  { keys: ['Del'], zh: '收件：取消此份', en: 'Import: cancel this file', place: 'lists' },
  { keys: ['Alt 1–8'], zh: '收件：换筛选', en: 'Import: change the filter', place: 'lists' },
  { keys: ['Esc'], zh: '收件：取消其余', en: 'Import: cancel the rest', place: 'lists' },
  { keys: ['← → ↑ ↓', 'Tab', 'Enter'], zh: '在格间移动', en: 'From cell to cell', place: 'review' },
  { keys: ['↑', '↓'], zh: '逐处', en: 'Hit by hit', place: 'search' },
  { keys: ['Ctrl ↑', 'Ctrl ↓'], zh: '逐份', en: 'Report by report', place: 'search' },
  { keys: ['Enter'], zh: '打开到此处', en: 'Open there', place: 'search' },
  { keys: ['Esc'], zh: '清空', en: 'Clear', place: 'search' },
] as const

export const keyPlaces = ['anywhere', 'lists', 'review', 'search'] as const
export type KeyPlace = (typeof keyPlaces)[number]

const listOf = { anywhere: 'anywhere', import: 'lists', review: 'review' } as const satisfies Record<
  CommandPlace,
  KeyPlace
>

const shown = (keys: string, language: Language): string =>
  keys.replace(/\+/g, ' ').replace('Space', language === 'zh' ? '空格' : 'Space')

/** The keys of a command as they stand on a keyboard: Ctrl Shift O; empty for one without keys. */
export function keysOf(id: CommandId, language: Language = 'zh'): string {
  const keys = commands.find(command => command.id === id)?.keys ?? null
  return keys === null ? '' : shown(keys, language)
}

/** A line of the list of keys. */
export type KeyLine = { readonly keys: string; readonly what: string }

/** What is listed of a place: what moves in it, then its commands. */
export function keyLines(place: KeyPlace, language: Language): readonly KeyLine[] {
  const own: readonly Command[] = commands
  return [
    ...movements
      .filter(item => item.place === place)
      .map(item => ({ keys: item.keys.join(language === 'zh' ? '、' : ', '), what: item[language] })),
    ...own.flatMap(command => {
      if (command.keys === null || listOf[command.place] !== place) return []
      const what = (command.listed ?? command)[language].replace('…', '')
      return [{ keys: shown(command.keys, language), what }]
    }),
  ]
}
