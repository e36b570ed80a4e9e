import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/**
 * The version of the readers, which stands in every reading: what a reading depends on, as a digest, so that nobody has to remember to
 * raise a number.
 */

/** Where reading begins, under `src`. What the worker does besides (text for the index, counts) is no part of a reading. */
const entry = 'main/ingest/readBytes.ts'

/** What follows `from`, `import(`, `new URL(` or `locate.resolve(`. Imports of types are passed over: nothing of them is there when the program runs. */
const imports =
  /(?:^|\n)\s*(?:import|export)\s(?!type\s)[^'"]*?from\s*'([^']+)'|import\('([^']+)'\)|URL\([^)]*?'(\.[^']+\.ts)'|locate(?:\.resolve)?\('([^']+)'/g

function importsOf(text: string): readonly string[] {
  return [...text.matchAll(imports)].flatMap(found => found[1] ?? found[2] ?? found[3] ?? found[4] ?? [])
}

/** Program text: line ends are the check-out's affair. */
const textOf = (path: string): string => readFileSync(path, 'utf8').replaceAll('\r\n', '\n')

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')

/** All modules that a reading reaches, by path, with their text, and the packages they import. */
function reached(src: string) {
  const modules = new Map<string, string>()
  const packages = new Set<string>()
  const open = [resolve(src, entry)]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (modules.has(path)) continue
    const text = textOf(path)
    modules.set(path, text)
    for (const name of importsOf(text)) {
      if (name.startsWith('.')) open.push(resolve(dirname(path), name))
      else if (!name.startsWith('node:')) packages.add(packageOf(name))
    }
  }
  return { modules, packages }
}

type Package = { readonly version: string; readonly needs: readonly string[] }

/** What stands of a package in its own `package.json`. */
function packageAt(folder: string): Package {
  const parsed: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (typeof parsed !== 'object' || parsed === null || !('version' in parsed)) return { version: '', needs: [] }
  const needs =
    'dependencies' in parsed && typeof parsed.dependencies === 'object' && parsed.dependencies !== null
      ? Object.keys(parsed.dependencies)
      : []
  return { version: String(parsed.version), needs }
}

/** The folder of an installed package as Node finds it from a folder on; null where it is not installed. */
function installed(name: string, from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const at = join(folder, 'node_modules', name)
    if (existsSync(join(at, 'package.json'))) return at
    if (folder === dirname(folder)) return null
  }
}

/** Names and versions of packages and of all that they need in turn, each once for each place it is installed in. */
function versionsOf(names: Iterable<string>, from: string): readonly string[] {
  const versions = new Map<string, string>()
  const open = [...names].map(name => ({ name, from }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const folder = installed(next.name, next.from)
    if (folder === null || versions.has(folder)) continue
    const { version, needs } = packageAt(folder)
    versions.set(folder, `${next.name} ${version}`)
    open.push(...needs.map(name => ({ name, from: folder })))
  }
  return [...new Set(versions.values())].sort()
}

/**
 * What a reading depends on: the modules that reading reaches by its imports, as paths under `src`, and the packages of other people with
 * their versions.
 * @param src the folder of the program text; packages are looked for beside and above it, or from `project` on.
 */
export function readersParts(src: string, project = src) {
  const { modules, packages } = reached(src)
  const files = [...modules].map(([path, text]) => ({ path: relative(src, path).replaceAll('\\', '/'), text }))
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), packages: versionsOf(packages, resolve(project)) }
}

/** SHA-256, 12 digits, over all that a reading depends on. */
export function readersDigest(src: string, project = src): string {
  const { files, packages } = readersParts(src, project)
  const hash = createHash('sha256')
  for (const { path, text } of files) hash.update(`${path}\n${text.length}\n${text}`)
  for (const name of packages) hash.update(`${name}\n`)
  return hash.digest('hex').slice(0, 12)
}

/**
 * The version written into every reading: the application's, and the digest of what the reading depends on. The build puts the digest in; run
 * from the sources it is computed.
 */
export function readersVersion(version: string): string {
  return `${version}+${process.env.KAIJUAN_READERS ?? readersDigest(join(import.meta.dirname, '..'))}`
}
