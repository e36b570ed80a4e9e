import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from './browser.ts'

const packages = ['chromium', 'fonts-noto-cjk']

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

function aptInstall(names: readonly string[]): boolean {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (args: readonly string[]): boolean =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: environment }).status === 0
  return run(['update', '-qq']) && run(['install', '-y', '-qq', '--no-install-recommends', ...names])
}

/**
 * Sees to what the tests of the window and of its parts need: a browser of the Chromium family, beside Electron too, and on Linux a
 * Chinese font. On Debian and Ubuntu as root it installs what is missing; elsewhere it answers with the one command to run.
 * @returns null when all is there, else what to tell the person.
 */
export function seeToPrerequisites(): string | null {
  const linux = process.platform === 'linux'
  const missing = [...(findBrowser() ? [] : ['chromium']), ...(linux && !hasChineseFont() ? ['fonts-noto-cjk'] : [])]
  if (missing.length === 0) return null
  if (linux && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log(`Installing ${missing.join(' ')} for the tests of the window …`)
    if (aptInstall(missing)) return null
  }
  return linux
    ? `The tests of the window need ${missing.join(' and ')}. Run: sudo apt-get install -y ${packages.join(' ')}`
    : 'The tests of the window need Chromium, Chrome or Edge. Install one, or set KAIJUAN_BROWSER to its path.'
}
