/**
 * Loads the tests of a sandbox and what they import, again and again in one process: each generation has modules of its own, made from text
 * whose types are stripped once. What lies outside the sandbox (packages) is loaded once.
 */
import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const standIn = new URL('./tests.ts', import.meta.url).href
const stripped = new Map<string, string>()

export type Modules = {
  /** Loads a file of the sandbox into the present generation. */
  readonly load: (file: string) => Promise<unknown>
  /** From now on everything is loaded anew. */
  readonly renew: () => void
}

export function modulesIn(sandbox: string): Modules {
  const inside = pathToFileURL(`${sandbox}/`).href
  let generation = 0
  registerHooks({
    resolve(specifier, context, next) {
      const ours = context.parentURL?.startsWith(inside) ?? false
      if (ours && specifier === 'vitest') return { url: standIn, shortCircuit: true }
      const found = next(specifier, context)
      const own = found.url.startsWith(inside) && found.url.endsWith('.ts')
      return own ? { ...found, url: `${found.url}?generation=${generation}` } : found
    },
    load(url, context, next) {
      const [path = ''] = url.split('?')
      if (!url.includes('?generation=')) return next(url, context)
      const source = stripped.get(path) ?? stripTypeScriptTypes(readFileSync(fileURLToPath(path), 'utf8'))
      stripped.set(path, source)
      return { format: 'module', source, shortCircuit: true }
    },
  })
  return {
    load: file => import(pathToFileURL(file).href),
    renew: () => {
      generation++
    },
  }
}
