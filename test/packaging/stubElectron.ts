import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Marks the fuse wire in an Electron binary: sentinel, version 1, number of fuses, one character a fuse (electron/fuses, FuseV1). */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuseCount = 9

/** Makes a folder that electron-builder takes for an unpacked Electron, so that packing needs no download. */
export async function makeStubElectron(folder: string, version: string): Promise<void> {
  await mkdir(join(folder, 'resources'), { recursive: true })
  await mkdir(join(folder, 'locales'), { recursive: true })
  const wire = Buffer.concat([
    Buffer.from(fuseSentinel),
    Buffer.from([1, fuseCount]),
    Buffer.from('0'.repeat(fuseCount)),
  ])
  await writeFile(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), wire, Buffer.from('\n')]),
  )
  await chmod(join(folder, 'electron'), 0o755)
  for (const name of [
    'chrome-sandbox',
    'LICENSE',
    'LICENSES.chromium.html',
    'libffmpeg.so',
    'chrome_crashpad_handler',
  ]) {
    await writeFile(join(folder, name), '')
  }
  await writeFile(join(folder, 'version'), version)
  for (const locale of ['zh-CN', 'en-US']) await writeFile(join(folder, 'locales', `${locale}.pak`), '')
}
