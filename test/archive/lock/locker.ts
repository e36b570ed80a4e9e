// A child process of lock.test.ts: waits for a line, tries to take the lock of the folder given, says how it went, holds what it got.

import { takeLock } from '../../../src/main/archive/lock/lock.ts'
import { realFiles } from '../../../src/main/disk/files.ts'

const [folder = ''] = process.argv.slice(2)
process.stdout.write('ready\n')
process.stdin.once('data', async () => {
  const result = await takeLock(realFiles, folder)
  process.stdout.write(result.kind === 'mine' ? `mine ${result.afterCrash}\n` : `held ${result.by.pid}\n`)
})
