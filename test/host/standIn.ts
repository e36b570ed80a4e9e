/**
 * Starts the built main bundle on the stand-in for Electron. With `--orders` it takes orders as JSON lines on standard input
 * ({"dialog": [paths]}, {"menu": "label"}, {"reload": true}, {"quit": true}); with `--driven` it does, too, and shows no window but leaves it
 * to whoever connects to the debugging port.
 */
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const standIn = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: standIn, shortCircuit: true, format: 'module-typescript' }
      : next(specifier, context),
})

if (process.argv.includes('--driven')) process.env.KAIJUAN_HEADLESS = '1'
if (process.argv.includes('--driven') || process.argv.includes('--orders')) {
  const { answers } = await import('./answers.ts')
  const { app, clickMenu, windows } = await import('./electron.ts')
  createInterface({ input: process.stdin }).on('line', text => {
    const order = JSON.parse(text) as { dialog?: string[]; menu?: string; reload?: boolean; quit?: boolean }
    if (order.dialog) answers.push(order.dialog)
    if (order.menu && !clickMenu(order.menu)) console.error(`no menu entry ${order.menu}`)
    if (order.reload) for (const window of windows) window.webContents.reload()
    if (order.quit) app.quit()
  })
}

// The application notes a rejection that nothing caught and goes on; here it is a bug that a test must see.
process.on('unhandledRejection', reason => {
  throw reason
})
process.on('SIGINT', () => void import('./electron.ts').then(({ app }) => app.quit()))
// As Electron says of an application that is started as a folder: its own arguments begin behind that.
Object.assign(process, { defaultApp: true })
await import(pathToFileURL(join(import.meta.dirname, '../../out/main/start.js')).href)
