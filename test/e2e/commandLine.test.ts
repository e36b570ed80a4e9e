import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { findElectron } from '../host/electronBinary.ts'
import { qinghe } from '../services/support.ts'

const project = join(import.meta.dirname, '../..')

it('the program that opens the window is the command line when a verb comes first', async () => {
  const electron = findElectron(false)
  const sandbox = electron && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const program = electron ? [electron, project, ...sandbox] : [process.execPath, join(project, 'test/host/standIn.ts')]
  const [file = '', ...before] = program
  const { stdout, stderr } = await promisify(execFile)(file, [...before, 'extract', '--json', qinghe])
  expect(JSON.parse(stdout)).toMatchObject({ schema: 1, file: qinghe, status: 'ok', report: { year: 2023 } })
  expect(stderr).toContain(`[1/1] ${qinghe}: ok`)
})
