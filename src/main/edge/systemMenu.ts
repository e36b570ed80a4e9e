import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { CommandId } from '../../shared/commands.ts'
import type { Language } from '../../shared/messages/index.ts'
import { applicationMenu, type MenuEntry } from '../menu.ts'

/** Puts the application's menu in the system's place for it. */

function item(entry: MenuEntry, asked: (command: CommandId) => void): MenuItemConstructorOptions {
  switch (entry.kind) {
    case 'line':
      return { type: 'separator' }
    case 'role':
      return { label: entry.label, role: entry.role, ...(entry.keys === null ? {} : { accelerator: entry.keys }) }
    case 'command':
      return {
        label: entry.label,
        ...(entry.keys === null ? {} : { accelerator: entry.keys }),
        // The window handles its keys itself, so that an input method or an open cell can take them first.
        registerAccelerator: false,
        click: () => asked(entry.command),
      }
  }
}

/**
 * Shows the menu in a language; replaces the one before.
 * @param tools whether it has the entry for the developer tools.
 */
export function showMenu(language: Language, tools: boolean, asked: (command: CommandId) => void): void {
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  const groups = applicationMenu(language, tools).map(
    (group): MenuItemConstructorOptions => ({
      label: group.label,
      submenu: group.entries.map(entry => item(entry, asked)),
    }),
  )
  Menu.setApplicationMenu(Menu.buildFromTemplate([...mac, ...groups]))
}
