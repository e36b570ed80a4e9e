import type { MenuCommand } from '../shared/api.ts'
import type { Language } from '../shared/messages/index.ts'

/** One entry of the application menu, free of Electron so that it can be tested. `keys` is shown; the window itself listens. */
export type MenuEntry =
  | { readonly kind: 'command'; readonly label: string; readonly keys: string | null; readonly command: MenuCommand }
  | {
      readonly kind: 'role'
      readonly label: string
      /** Null: the keys that Electron gives the role. */
      readonly keys: string | null
      readonly role:
        | 'quit'
        | 'cut'
        | 'copy'
        | 'paste'
        | 'selectAll'
        | 'zoomIn'
        | 'zoomOut'
        | 'resetZoom'
        | 'togglefullscreen'
        | 'toggleDevTools'
    }
  | { readonly kind: 'line' }
export type MenuGroup = { readonly label: string; readonly entries: readonly MenuEntry[] }

const line: MenuEntry = { kind: 'line' }

/**
 * The application menu: every function key of the window has its entry here.
 * @param tools adds the developer tools, which only whoever works on the application itself needs.
 */
export function applicationMenu(language: Language, tools: boolean): readonly MenuGroup[] {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en)
  const command = (zh: string, en: string, keys: string | null, name: MenuCommand): MenuEntry => ({
    kind: 'command',
    label: say(zh, en),
    keys,
    command: name,
  })
  const role = (
    zh: string,
    en: string,
    name: Extract<MenuEntry, { kind: 'role' }>['role'],
    keys: string | null = null,
  ): MenuEntry => ({ kind: 'role', label: say(zh, en), role: name, keys })
  return [
    {
      label: say('文件', 'File'),
      entries: [
        command('导入文件…', 'Import files…', 'CmdOrCtrl+O', 'import.files'),
        command('导入文件夹…', 'Import folder…', 'CmdOrCtrl+Shift+O', 'import.folder'),
        line,
        command('导出…', 'Export…', 'CmdOrCtrl+E', 'archive.export'),
        command('四性检测…', 'Inspect…', 'CmdOrCtrl+Shift+E', 'archive.inspect'),
        line,
        command('备份归档库…', 'Back up the archive…', null, 'archive.backup'),
        command('由备份恢复…', 'Restore from a backup…', null, 'archive.restore'),
        command('重读全部原件…', 'Read all sources again…', null, 'archive.reread'),
        line,
        command('设置', 'Settings', 'CmdOrCtrl+,', 'place.settings'),
        line,
        role('退出', 'Quit', 'quit'),
      ],
    },
    {
      label: say('编辑', 'Edit'),
      entries: [
        command('撤销', 'Undo', 'CmdOrCtrl+Z', 'edit.undo'),
        command('重做', 'Redo', 'CmdOrCtrl+Y', 'edit.redo'),
        line,
        role('剪切', 'Cut', 'cut'),
        role('复制', 'Copy', 'copy'),
        role('粘贴', 'Paste', 'paste'),
        role('全选', 'Select all', 'selectAll'),
      ],
    },
    {
      label: say('核对', 'Review'),
      entries: [
        command('更正', 'Correct', 'F2', 'review.correct'),
        command('确认无误', 'Confirm', 'Space', 'review.confirm'),
        command('原文如此', 'The report itself says so', 'F4', 'review.sourceError'),
        command('说明', 'Explain', 'F9', 'review.explain'),
        command('相符者全部确认', 'Confirm all that agree', 'F7', 'review.confirmAgreeing'),
        line,
        command('下一个疑点', 'Next finding', 'F8', 'review.next'),
        command('上一个疑点', 'Previous finding', 'Shift+F8', 'review.previous'),
        command('本格沿革', 'History of this cell', 'CmdOrCtrl+H', 'review.cellHistory'),
        command('查看读法', 'How it was read', 'CmdOrCtrl+Shift+H', 'review.trace'),
        line,
        command('标为已核', 'Mark as reviewed', 'F12', 'review.finish'),
      ],
    },
    {
      label: say('去处', 'Go'),
      entries: [
        command('收件', 'Import', 'CmdOrCtrl+1', 'place.import'),
        command('目录', 'Catalogue', 'CmdOrCtrl+2', 'place.catalogue'),
        command('核对', 'Review', 'CmdOrCtrl+3', 'place.review'),
        command('检索', 'Search', 'CmdOrCtrl+4', 'place.search'),
        command('沿革', 'History', 'CmdOrCtrl+6', 'place.history'),
        line,
        command('换窗格', 'Next pane', 'F6', 'view.nextPane'),
      ],
    },
    {
      label: say('显示', 'View'),
      entries: [
        role('放大', 'Zoom in', 'zoomIn'),
        role('缩小', 'Zoom out', 'zoomOut'),
        role('实际大小', 'Actual size', 'resetZoom'),
        role('全屏', 'Full screen', 'togglefullscreen'),
        ...(tools
          ? [line, role('切换开发者工具', 'Toggle developer tools', 'toggleDevTools', 'CmdOrCtrl+Shift+I')]
          : []),
      ],
    },
    { label: say('帮助', 'Help'), entries: [command('全部按键', 'All keys', 'F1', 'help.keys')] },
  ]
}
