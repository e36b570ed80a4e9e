import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createResponder } from '../../src/main/protocol.ts'
import { message } from '../../src/shared/messages/index.ts'
import { failure, success } from '../../src/shared/outcome.ts'

describe('what the window can reach', () => {
  let folder: string
  let respond: (url: string) => Promise<Response>
  /** Not a text in any encoding. */
  const bytes = new Uint8Array([0, 0xff, 0xfe, 0x80, 0x0d, 0x0a])

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kaijuan-protocol-'))
    await mkdir(join(folder, 'renderer/assets'), { recursive: true })
    await mkdir(join(folder, 'pdfjs/cmaps'), { recursive: true })
    await mkdir(join(folder, 'pdfjs/legacy'), { recursive: true })
    await writeFile(join(folder, 'renderer/index.html'), '<title>开卷</title>')
    await writeFile(join(folder, 'renderer/assets/index.js'), 'export {}')
    await writeFile(join(folder, 'pdfjs/cmaps/GBK-EUC-H.bcmap'), 'map')
    await writeFile(join(folder, 'pdfjs/legacy/pdf.mjs'), 'code')
    await mkdir(join(folder, 'pdfjs/wasm'))
    await writeFile(join(folder, 'pdfjs/wasm/openjpeg.wasm'), 'wasm')
    for (const name of ['standard_fonts', 'iccs']) {
      await mkdir(join(folder, 'pdfjs', name))
      await writeFile(join(folder, 'pdfjs', name, 'data'), bytes)
    }
    for (const name of ['index.css', 'face.woff2', 'icon.svg', 'icon.png', 'worker.mjs']) {
      await writeFile(join(folder, 'renderer/assets', name), 'content')
    }
    await mkdir(join(folder, 'rendererX'))
    await writeFile(join(folder, 'rendererX/file'), 'secret')
    await writeFile(join(folder, 'secret.txt'), 'secret')
    await writeFile(join(folder, 'renderer/secret.txt'), 'only named alike')
    await writeFile(join(folder, 'original.html'), '<script>alert(1)</script>')
    respond = createResponder({
      renderer: join(folder, 'renderer'),
      pdfjs: join(folder, 'pdfjs'),
      source: async id =>
        id === '0123456789abcdef'
          ? success({ path: join(folder, 'original.html') })
          : id === '00000000000000ff'
            ? success({ path: join(folder, 'gone') })
            : failure(message('app.cannotOpenSource', { file: id })),
    })
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('is its own page, byte for byte as it was built', async () => {
    for (const path of ['index.html', '']) {
      expect(await (await respond(`app://kaijuan/${path}`)).text()).toBe('<title>开卷</title>')
    }
  })

  it('may do no more than this policy says, whatever of it is asked for', async () => {
    for (const path of ['index.html', 'assets/index.js', 'pdfjs/cmaps/GBK-EUC-H.bcmap']) {
      const { headers } = await respond(`app://kaijuan/${path}`)
      const directives = (headers.get('content-security-policy') ?? '').split('; ')
      expect(directives).toEqual([
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ])
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })

  it.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['', 'text/html; charset=utf-8'],
    ['assets/index.js', 'text/javascript; charset=utf-8'],
    ['assets/index.css', 'text/css; charset=utf-8'],
    ['assets/face.woff2', 'font/woff2'],
    ['assets/icon.svg', 'image/svg+xml'],
    ['assets/icon.png', 'image/png'],
    ['assets/worker.mjs', 'text/javascript; charset=utf-8'],
    ['pdfjs/wasm/openjpeg.wasm', 'application/wasm'],
    ['pdfjs/cmaps/GBK-EUC-H.bcmap', 'application/octet-stream'],
  ])('is told that /%s is %s', async (path, type) => {
    const answer = await respond(`app://kaijuan/${path}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
  })

  it('is its own scripts and the data of pdf.js, but not the code of packages', async () => {
    expect((await respond('app://kaijuan/assets/index.js')).headers.get('content-type')).toContain('text/javascript')
    expect((await respond('app://kaijuan/pdfjs/cmaps/GBK-EUC-H.bcmap')).status).toBe(200)
    for (const name of ['standard_fonts', 'iccs']) {
      const answer = await respond(`app://kaijuan/pdfjs/${name}/data`)
      expect([answer.status, new Uint8Array(await answer.arrayBuffer())]).toEqual([200, bytes])
    }
    expect((await respond('app://kaijuan/pdfjs/legacy/pdf.mjs')).status).toBe(404)
    expect((await respond('app://kaijuan/assets/cmaps/GBK-EUC-H.bcmap')).status).toBe(404)
  })

  it('is nothing outside its folders: a path that leads out of them is refused, not looked for', async () => {
    for (const path of [
      '/assets/..%2f..%2fsecret.txt',
      '/assets/..%2f..%2frendererX/file',
      '/pdfjs/cmaps/..%2f..%2f..%2fsecret.txt',
      '/pdfjs/cmaps/..%2flegacy/pdf.mjs',
      '/pdfjs/cmaps',
      '/source/..%2f..%2fsecret.txt',
    ]) {
      expect([path, (await respond(`app://kaijuan${path}`)).status]).toEqual([path, 403])
    }
    expect((await respond('app://elsewhere/index.html')).status).toBe(403)
    expect((await respond('app://kaijuan.evil/index.html')).status).toBe(403)
    expect((await respond('https://kaijuan/index.html')).status).toBe(403)
    expect((await respond('file:///etc/passwd')).status).toBe(403)
  })

  it('is what lies in its folders where the address itself has dots, which never lead above its root', async () => {
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/assets/../../../secret.txt']) {
      expect(await (await respond(`app://kaijuan${path}`)).text()).toBe('only named alike')
    }
  })

  it('is not there under a name that nothing has, and no answer where the address cannot be read', async () => {
    expect((await respond('app://kaijuan/assets/none.js')).status).toBe(404)
    expect((await respond('app://kaijuan/%00')).status).toBe(404)
    expect((await respond('app://kaijuan/%zz')).status).toBe(400)
  })

  it('is an original as plain bytes that can never run', async () => {
    const answer = await respond('app://kaijuan/source/0123456789abcdef')
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain('<script>')
    expect((await respond('app://kaijuan/source/ffffffffffffffff')).status).toBe(404)
    expect((await respond('app://kaijuan/source/not-an-id')).status).toBe(400)
    for (const id of ['0123456789abcdef0', 'x0123456789abcdef', '0123456789ABCDEF']) {
      expect((await respond(`app://kaijuan/source/${id}`)).status).toBe(400)
    }
    // The record is there and its bytes are not.
    expect((await respond('app://kaijuan/source/00000000000000ff')).status).toBe(404)
  })
})
