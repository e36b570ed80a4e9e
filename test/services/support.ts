import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createServices, type Services, type ServicesOptions } from '../../src/main/services.ts'
import type { Input } from '../../src/shared/api.ts'
import type { ImportItem } from '../../src/shared/data/importing.ts'
import { messageLines } from '../../src/shared/messages/index.ts'
import type { Outcome } from '../../src/shared/outcome.ts'
import { readingPool, workerUrl } from '../readingPool.ts'

const root = join(import.meta.dirname, '..', '..')
export const samples = join(root, 'assets/samples')
export const qinghe = join(samples, '云岭市清河区人民政府2023.docx')
export const wangxi = join(samples, '望溪区人民政府2022.docx')
export const tongwu = join(samples, '桐坞县人民政府2023.html')

export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kaijuan-services-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.problem.code}: ${JSON.stringify(outcome.problem)}`)
  return outcome.value
}

export const problem = (outcome: Outcome<unknown>): string => (outcome.ok ? 'no problem' : outcome.problem.code)

/** Services over an archive of its own, closed after the test; their workers are those of all tests, unless the test is about workers. */
export async function services(options: Partial<ServicesOptions> = {}): Promise<Services> {
  const folder = options.folder ?? join(await tempFolder(), 'archive')
  const workers = options.workerUrl || options.limits ? {} : { pool: readingPool() }
  const made = value(await createServices({ workerUrl, version: 'test', samples, ...workers, ...options, folder }))
  onTestFinished(() => made.close())
  return made
}

/** Imports and waits for the end. */
export async function imported(from: Services, ...paths: readonly string[]): Promise<readonly ImportItem[]> {
  value(await from.api['import.paths']({ paths: [...paths] }))
  await from.imported()
  return value(await from.api['import.view'](null)).items
}

export async function file(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(await tempFolder(), name)
  await writeFile(path, bytes)
  return path
}

/** The three lines that a person reads, in Chinese. */
export function reason(item: ImportItem | undefined): { what: string; kept: string; todo: string } {
  const [first] = item?.messages ?? []
  return first ? messageLines(first, 'zh') : { what: '', kept: '', todo: '' }
}

export const wholeCatalogue: Input<'catalogue.list'> = {
  ...{ text: '', years: [], statuses: [], sort: 'name', descending: false, offset: 0, limit: 100 },
}
