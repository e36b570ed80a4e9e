import { type CommandId, commands } from '../shared/commands.ts'
import type { Language } from '../shared/messages/index.ts'

/** One entry of the application menu, free of Electron so that it can be tested. `keys` is shown; the window itself listens. */
export type MenuEntry =
  | { readonly kind: 'command'; readonly label: string; readonly keys: string | null; readonly command: CommandId }
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

type Role = Extract<MenuEntry, { kind: 'role' }>['role']
type MenuName = (typeof commands)[number]['menu']

/**
 * The application menu: every command has its entry, whoever answers it.
 * @param tools adds the developer tools, which only whoever works on the application itself needs.
 */
export function applicationMenu(language: Language, tools: boolean): readonly MenuGroup[] {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en)
  const entries = (menu: MenuName): readonly MenuEntry[] =>
    commands
      .filter(command => command.menu === menu)
      .flatMap(command => {
        const keys = command.keys?.replace('Ctrl', 'CmdOrCtrl') ?? null
        const entry: MenuEntry = { kind: 'command', label: command[language], keys, command: command.id }
        return 'apart' in command ? [line, entry] : [entry]
      })
  const role = (zh: string, en: string, name: Role, keys: string | null = null): MenuEntry => ({
    ...{ kind: 'role', label: say(zh, en), role: name, keys },
  })
  return [
    { label: say('文件', 'File'), entries: [...entries('file'), line, role('退出', 'Quit', 'quit')] },
    {
      label: say('编辑', 'Edit'),
      entries: [
        ...entries('edit'),
        line,
        role('剪切', 'Cut', 'cut'),
        role('复制', 'Copy', 'copy'),
        role('粘贴', 'Paste', 'paste'),
        role('全选', 'Select all', 'selectAll'),
      ],
    },
    { label: say('核对', 'Review'), entries: entries('review') },
    { label: say('去处', 'Go'), entries: entries('go') },
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
    { label: say('帮助', 'Help'), entries: entries('help') },
  ]
}
