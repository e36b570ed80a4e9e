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

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kaijuan-protocol-'))
    await mkdir(join(folder, 'renderer/assets'), { recursive: true })
    await mkdir(join(folder, 'pdfjs/cmaps'), { recursive: true })
    await mkdir(join(folder, 'pdfjs/legacy'), { recursive: true })
    await writeFile(join(folder, 'renderer/index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">')
    await writeFile(join(folder, 'renderer/assets/index.js'), 'export {}')
    await writeFile(join(folder, 'pdfjs/cmaps/GBK-EUC-H.bcmap'), 'map')
    await writeFile(join(folder, 'pdfjs/legacy/pdf.mjs'), 'code')
    await writeFile(join(folder, 'secret.txt'), 'secret')
    await writeFile(join(folder, 'original.html'), '<script>alert(1)</script>')
    respond = createResponder({
      renderer: join(folder, 'renderer'),
      pdfjs: join(folder, 'pdfjs'),
      source: async id =>
        id === '0123456789abcdef'
          ? success({ path: join(folder, 'original.html') })
          : failure(message('app.cannotOpenSource', { file: id })),
    })
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('is its own page, with a nonce that is in the policy too and new each time', async () => {
    const [first, second] = [await respond('app://kaijuan/index.html'), await respond('app://kaijuan/')]
    const nonce = /content="([^"]+)"/.exec(await first.text())?.[1] ?? 'none'
    expect(first.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
    expect(first.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await second.text()).not.toContain(nonce)
  })

  it('is its own scripts and the data of pdf.js, but not the code of packages', async () => {
    expect((await respond('app://kaijuan/assets/index.js')).headers.get('content-type')).toContain('text/javascript')
    expect((await respond('app://kaijuan/pdfjs/cmaps/GBK-EUC-H.bcmap')).status).toBe(200)
    expect((await respond('app://kaijuan/pdfjs/legacy/pdf.mjs')).status).toBe(404)
  })

  it('is nothing outside its folders, however the path is written', async () => {
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/pdfjs/cmaps/..%2f..%2f..%2fsecret.txt',
    ]) {
      const answer = await respond(`app://kaijuan${path}`)
      expect([403, 404]).toContain(answer.status)
    }
    expect((await respond('app://elsewhere/index.html')).status).toBe(403)
    expect((await respond('file:///etc/passwd')).status).toBe(403)
  })

  it('is an original as plain bytes that can never run', async () => {
    const answer = await respond('app://kaijuan/source/0123456789abcdef')
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(await answer.text()).toContain('<script>')
    expect((await respond('app://kaijuan/source/ffffffffffffffff')).status).toBe(404)
    expect((await respond('app://kaijuan/source/not-an-id')).status).toBe(400)
    expect((await respond('app://kaijuan/source/..%2f..%2fsecret.txt')).status).not.toBe(200)
  })
})
