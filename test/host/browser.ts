import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where an installed Chromium, Chrome or Edge may be. KAIJUAN_BROWSER names one outright. */
function candidates(): readonly string[] {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'msedge',
    'chrome',
  ]
  const onPath = folders.flatMap(folder => names.flatMap(name => [join(folder, name), join(folder, `${name}.exe`)]))
  const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    name => `/Applications/${name}.app/Contents/MacOS/${name}`,
  )
  const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(name => {
    const root = process.env[name]
    return root
      ? [join(root, 'Google/Chrome/Application/chrome.exe'), join(root, 'Microsoft/Edge/Application/msedge.exe')]
      : []
  })
  return [...onPath, ...mac, ...windows]
}

/** Whether a window can be shown. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)

/** Path of an installed browser of the Chromium family, or null. */
export function findBrowser(): string | null {
  const named = process.env.KAIJUAN_BROWSER
  if (named) return existsSync(named) ? named : null
  return candidates().find(path => existsSync(path)) ?? null
}

/** Switches that keep a browser quiet and offline; root needs --no-sandbox on Linux. */
export function browserSwitches(): string[] {
  const root = process.getuid?.() === 0
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    ...(root ? ['--no-sandbox', '--test-type'] : []),
  ]
}
