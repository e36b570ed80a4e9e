/**
 * Draws the application icon and writes it in the containers each system wants. Run by hand after a change of the drawing:
 * `node assets/make-icons.ts` (needs an installed Chromium and Noto Serif CJK). ICO and ICNS hold PNGs as they are
 * (ICO: PNG entries since Windows Vista; ICNS: types ic07–ic10, ic13, ic14).
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { browserSwitches, findBrowser } from '../test/host/browser.ts'

const here = import.meta.dirname

/** The two characters of the name on 黛 ground, as on the rail of the window. */
const drawing = (
  size: number,
): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 512 512">
<rect x="24" y="24" width="464" height="464" rx="88" fill="#1c545b"/>
<rect x="24" y="24" width="464" height="464" rx="88" fill="none" stroke="#123f45" stroke-width="8"/>
<g fill="#fbfaf5" font-family="Noto Serif CJK SC" font-weight="700" font-size="188" text-anchor="middle">
<text x="256" y="236">开</text><text x="256" y="424">卷</text></g></svg>`

async function render(sizes: readonly number[]): Promise<Map<number, Buffer>> {
  const browser = await chromium.launch({ executablePath: findBrowser() ?? 'chromium', args: browserSwitches() })
  const page = await browser.newPage()
  const images = new Map<number, Buffer>()
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(`<body style="margin:0;background:transparent">${drawing(size)}</body>`)
    images.set(size, await page.screenshot({ omitBackground: true }))
  }
  await browser.close()
  return images
}

function ico(images: readonly (readonly [number, Buffer])[]): Buffer {
  const head = Buffer.alloc(6 + 16 * images.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  images.forEach(([size, png], index) => {
    const at = 6 + 16 * index
    head.writeUInt8(size === 256 ? 0 : size, at)
    head.writeUInt8(size === 256 ? 0 : size, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...images.map(([, png]) => png)])
}

function icns(entries: readonly (readonly [string, Buffer])[]): Buffer {
  const parts = entries.map(([type, png]) => {
    const head = Buffer.alloc(8)
    head.write(type, 0, 'ascii')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.write('icns', 0, 'ascii')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}

const images = await render([16, 24, 32, 48, 64, 128, 256, 512, 1024])
const png = (size: number): Buffer => images.get(size) ?? Buffer.alloc(0)
await mkdir(join(here, 'icons'), { recursive: true })
for (const size of [16, 24, 32, 48, 64, 128, 256, 512])
  await writeFile(join(here, 'icons', `${size}x${size}.png`), png(size))
await writeFile(join(here, 'icon.svg'), `${drawing(512)}\n`)
await writeFile(join(here, 'icon.png'), png(1024))
await writeFile(join(here, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256].map(size => [size, png(size)] as const)))
await writeFile(
  join(here, 'icon.icns'),
  icns([
    ['ic07', png(128)],
    ['ic08', png(256)],
    ['ic09', png(512)],
    ['ic10', png(1024)],
    ['ic13', png(256)],
    ['ic14', png(512)],
  ]),
)
