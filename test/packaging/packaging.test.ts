import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, listPackage } from '@electron/asar'
import { Arch, build, Platform } from 'electron-builder'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeCommandLine } from './commandLine.ts'
import { fuseSentinel, makeStubElectron } from './stubElectron.ts'

const project = join(import.meta.dirname, '../..')
const require = createRequire(import.meta.url)
const manifest = require('../../package.json') as {
  devDependencies: Record<string, string>
  dependencies: Record<string, string>
}

type DesktopHelper = {
  computeDesktopEntry: (options: object) => Promise<string>
  icons: Promise<readonly { size: number }[]>
}

/** electron-builder's own helper for the desktop entry, which it calls for deb and AppImage but not for an unpacked folder. */
function desktopHelper(packager: unknown): DesktopHelper {
  const path = require.resolve('app-builder-lib/out/targets/LinuxTargetHelper')
  const { LinuxTargetHelper } = require(path) as { LinuxTargetHelper: new (packager: unknown) => DesktopHelper }
  return new LinuxTargetHelper(packager)
}

describe('the Linux package', () => {
  let folder: string
  let files: readonly string[] = []
  let desktop = ''
  let iconSizes: readonly number[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kaijuan-pack-'))
    const electronVersion = (require('electron/package.json') as { version: string }).version
    await makeStubElectron(join(folder, 'electron'), electronVersion)
    await build({
      projectDir: project,
      targets: Platform.LINUX.createTarget('dir', Arch.x64),
      publish: 'never',
      config: {
        electronDist: join(folder, 'electron'),
        electronVersion,
        directories: { output: join(folder, 'out') },
        afterPack: async context => {
          const helper = desktopHelper(context.packager)
          desktop = await helper.computeDesktopEntry(context.packager.platformSpecificBuildOptions)
          iconSizes = (await helper.icons).map(icon => icon.size)
        },
      },
    })
    const packed = join(folder, 'out/linux-unpacked/resources/app.asar')
    files = listPackage(packed, { isPack: false })
    // Plain Node does not look into an archive of Electron.
    extractAll(packed, join(folder, 'unpacked'))
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  describeCommandLine(() => join(folder, 'unpacked'))

  it('holds the built main process, worker, command line, preload and window', () => {
    for (const path of [
      'main/start.js',
      'main/index.js',
      'main/worker.js',
      'main/cli.js',
      'preload/preload.cjs',
      'renderer/index.html',
    ]) {
      expect(files).toContain(`/out/${path}`)
    }
  })

  it('holds no sources, no tests, no type declarations and no source maps', () => {
    expect(files.filter(path => path.startsWith('/src') || path.startsWith('/test'))).toEqual([])
    expect(files.filter(path => /\.(ts|tsx|map)$/.test(path))).toEqual([])
  })

  it('holds every production dependency, and none of the packages that are already bundled into the window', () => {
    for (const name of Object.keys(manifest.dependencies)) expect(files).toContain(`/node_modules/${name}`)
    for (const name of Object.keys(manifest.devDependencies)) expect(files).not.toContain(`/node_modules/${name}`)
    expect(files.filter(path => path.startsWith('/node_modules/@napi-rs'))).toEqual([])
  })

  it('holds the character maps, standard fonts and decoders of pdf.js once', () => {
    for (const path of [
      'cmaps/GBK-EUC-H.bcmap',
      'cmaps/UniGB-UTF16-H.bcmap',
      'legacy/build/pdf.mjs',
      'legacy/build/pdf.worker.mjs',
    ]) {
      expect(files).toContain(`/node_modules/pdfjs-dist/${path}`)
    }
    expect(files.filter(path => path.startsWith('/node_modules/pdfjs-dist/standard_fonts/')).length).toBeGreaterThan(10)
    expect(files.filter(path => path.endsWith('/GBK-EUC-H.bcmap'))).toHaveLength(1)
    expect(files.filter(path => /^\/node_modules\/pdfjs-dist\/(build|web|types)\//.test(path))).toEqual([])
  })

  it('holds the sample reports that the first screen offers', () => {
    expect(files.filter(path => path.startsWith('/assets/samples/') && path.endsWith('.pdf')).length).toBeGreaterThan(0)
  })

  it('makes a desktop entry named 开卷 that opens the kinds of files the application reads', () => {
    expect(desktop).toContain('Name=开卷')
    expect(desktop).toMatch(/^Exec=.*kaijuan"? %U$/m)
    expect(desktop).toContain('StartupWMClass=kaijuan')
    const types = /^MimeType=(.*)$/m.exec(desktop)?.[1]?.split(';') ?? []
    expect(types).toEqual(
      expect.arrayContaining([
        'application/msword',
        'application/pdf',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'text/html',
        'text/plain',
      ]),
    )
    expect(iconSizes).toEqual(expect.arrayContaining([16, 32, 48, 128, 256, 512]))
  })

  it('burns the fuses: no plain Node mode, no inspector, only from the archive', async () => {
    const binary = await readFile(join(folder, 'out/linux-unpacked/kaijuan'))
    const at = binary.indexOf(fuseSentinel) + fuseSentinel.length + 2
    // FuseV1 order: RunAsNode, CookieEncryption, NodeOptions, NodeCliInspect, AsarIntegrity, OnlyLoadAppFromAsar.
    expect(binary.subarray(at, at + 6).toString()).toBe('010011')
  })
})
