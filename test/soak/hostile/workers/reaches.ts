import { lookup } from 'node:dns/promises'
import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installGuard } from '../guard.ts'

/** Reaches, under guard, for one thing after the other that no reader may touch: `node reaches.ts LOG`. Prints what it got. */

const given = import.meta.filename
installGuard(process.argv[2] ?? '', () => given)

const tries: Readonly<Record<string, () => unknown>> = {
  'file given': () => readFileSync(given),
  'map of pdf.js': () => readFile(join(given, '../../../../../node_modules/pdfjs-dist/package.json')),
  'other file': () => readFileSync('/etc/hostname'),
  'other file, promised': () => readFile('/etc/hostname'),
  writing: () => writeFile(join(tmpdir(), 'kaijuan-guard-written'), ''),
  connection: () => connect(9, '127.0.0.1'),
  name: () => lookup('localhost'),
  fetch: () => fetch('http://127.0.0.1:9/'),
}
for (const [name, attempt] of Object.entries(tries)) {
  try {
    await attempt()
    console.log(`${name}: got`)
  } catch (error) {
    console.log(`${name}: ${error instanceof Error && 'code' in error ? error.code : error}`)
  }
}
