import { BrowserWindow, nativeTheme } from 'electron'
import { applicationOrigin } from '../protocol.ts'
import { keepOnItsPage } from './doors.ts'

/**
 * Opens the application's window, sandboxed, on its own page; it is shown when it has something to show.
 * @param preload path of the built preload.
 * @param tools whether developer tools can be opened.
 */
export function openWindow(preload: string, tools: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: '开卷',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#161512' : '#ece7dc',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      devTools: tools,
      spellcheck: false,
    },
  })
  keepOnItsPage(window.webContents)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${applicationOrigin}/index.html`)
  return window
}
