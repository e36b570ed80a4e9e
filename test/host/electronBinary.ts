import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const root = dirname(createRequire(import.meta.url).resolve('electron/package.json'))

function installed(): string | null {
  const pathFile = join(root, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'dist'), readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : null
}

/**
 * Path of the Electron binary, or null where it is neither installed nor to be fetched.
 * @param fetch try to download it; a closed network answers at once, an unanswering one is given up after two minutes.
 */
export function findElectron(fetch: boolean): string | null {
  if (process.env.KAIJUAN_HOST === 'chromium') return null
  const there = installed()
  if (there || !fetch) return there
  const done = spawnSync(process.execPath, [join(root, 'install.js')], { stdio: 'ignore', timeout: 120_000 })
  return done.status === 0 ? installed() : null
}
