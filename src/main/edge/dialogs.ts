import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import { reportEndings } from '../../shared/facts/endings.ts'
import type { Language } from '../../shared/messages/index.ts'

/** The system's dialogs for files and folders, before the window where there is one. */

async function chosen(window: BrowserWindow | null, shape: OpenDialogOptions): Promise<readonly string[]> {
  const answer = window ? await dialog.showOpenDialog(window, shape) : await dialog.showOpenDialog(shape)
  return answer.canceled ? [] : answer.filePaths
}

/** Asks for reports, or folders of them. Empty when none was chosen. */
export function chooseReports(
  window: BrowserWindow | null,
  language: Language,
  what: 'files' | 'folder',
): Promise<readonly string[]> {
  if (what === 'folder') return chosen(window, { properties: ['openDirectory', 'multiSelections'] })
  const zh = language === 'zh'
  const filters = [
    { name: zh ? '年度报告' : 'Reports', extensions: [...reportEndings] },
    // Reports come under any name; the bytes decide what a file is.
    { name: zh ? '所有文件' : 'All files', extensions: ['*'] },
  ]
  return chosen(window, { properties: ['openFile', 'multiSelections'], filters })
}

/** Asks for one folder, which may be made new; null when none was chosen. */
export async function chooseFolder(window: BrowserWindow | null): Promise<string | null> {
  const [folder = null] = await chosen(window, { properties: ['openDirectory', 'createDirectory'] })
  return folder
}
