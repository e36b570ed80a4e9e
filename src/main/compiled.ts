import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { ownFolder } from './folders.ts'

/**
 * Lets Node keep what it made of our modules in the application's own folder, for this process and its reading workers, which take the
 * place from the environment. Each worker loads the readers anew; with what was kept, reading 150 files takes a fifth less. Derived: a
 * folder that cannot be written is passed over, and deleting it loses nothing.
 */
export function keepCompiled(): void {
  process.env.NODE_COMPILE_CACHE ??= join(ownFolder(), 'compiled')
  enableCompileCache(process.env.NODE_COMPILE_CACHE)
}
