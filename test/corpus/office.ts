import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Conversions by LibreOffice, many files in one call, kept by content so that a second run is fast. */

const filters = { doc: 'doc:MS Word 97', pdf: 'pdf:writer_pdf_Export', html: 'html:HTML (StarWriter)' } as const
export type OfficeTarget = keyof typeof filters
export type Conversion = {
  readonly bytes: Uint8Array
  readonly from: 'docx' | 'doc' | 'html'
  readonly to: OfficeTarget
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32)
const run = promisify(execFile)
const atOnce = 40

/** Where the result of a conversion is kept. */
export function conversionPath(folder: string, { bytes, from, to }: Conversion): string {
  return join(folder, `${hashOf(bytes)}.${from}.${to}`)
}

async function convertSome(folder: string, workshop: string, some: readonly Conversion[]): Promise<void> {
  const [first] = some
  if (!first) return
  const input = mkdtempSync(join(workshop, 'in-'))
  const output = mkdtempSync(join(workshop, 'out-'))
  const names = some.map(item => `${hashOf(item.bytes)}.${item.from}`)
  some.forEach((item, index) => {
    writeFileSync(join(input, names[index] ?? ''), item.bytes)
  })
  const profile = `-env:UserInstallation=file://${join(workshop, 'profile')}`
  const options = ['--headless', '--convert-to', filters[first.to], '--outdir', output]
  const paths = names.map(name => join(input, name))
  await run('soffice', [profile, ...options, ...paths], { timeout: 20_000 + 15_000 * some.length }).catch(() => null)
  some.forEach((item, index) => {
    const made = join(output, (names[index] ?? '').replace(/\.\w+$/, `.${item.to}`))
    const kept = conversionPath(folder, item)
    if (!existsSync(made)) return
    copyFileSync(made, `${kept}.part`)
    renameSync(`${kept}.part`, kept)
  })
}

/** Makes what is not there yet. What the office program refuses has no file afterwards. */
export async function convertAll(folder: string, conversions: readonly Conversion[]): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const missing = new Map(
    conversions
      .filter(item => !existsSync(conversionPath(folder, item)))
      .map(item => [conversionPath(folder, item), item]),
  )
  const workshop = mkdtempSync(join(tmpdir(), 'kaijuan-corpus-'))
  for (const to of ['doc', 'pdf', 'html'] as const) {
    for (const from of ['docx', 'doc', 'html'] as const) {
      const due = [...missing.values()].filter(item => item.to === to && item.from === from)
      for (let at = 0; at < due.length; at += atOnce) await convertSome(folder, workshop, due.slice(at, at + atOnce))
    }
  }
  rmSync(workshop, { recursive: true, force: true })
}
