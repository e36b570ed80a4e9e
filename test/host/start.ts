/** `npm start`: builds, then opens the application in Electron, or where its binary cannot be had, in an installed browser. */
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findBrowser, hasDisplay } from './browser.ts'
import { findElectron } from './electronBinary.ts'

const project = join(import.meta.dirname, '../..')

function build(): void {
  const built = spawnSync(
    process.execPath,
    [join(project, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'error'],
    {
      cwd: project,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  if (built.status !== 0) process.exit(built.status ?? 1)
}

function run(program: string, args: readonly string[]): void {
  const child = spawn(program, [...args, ...process.argv.slice(2)], { cwd: project, stdio: 'inherit' })
  child.on('exit', code => process.exit(code ?? 0))
}

if (!hasDisplay()) {
  console.error('这里没有图形显示，窗口打不开。请在桌面上运行，或用命令行：npm run --silent kaijuan -- --help')
  process.exit(1)
}
const electron = findElectron(true)
const browser = electron ? null : findBrowser()
if (electron) {
  build()
  run(electron, [project])
} else if (browser) {
  build()
  console.log(
    `没有 Electron 程序，改用 ${browser} 打开同一应用。(No Electron binary: the same application opens in this browser.)`,
  )
  run(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'standIn.ts')])
} else {
  console.error(
    '没有 Electron，也没有 Chromium、Chrome 或 Edge。请装其一（Debian/Ubuntu：apt-get install chromium），或用命令行：npm run --silent kaijuan -- --help',
  )
  process.exit(1)
}
