import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeTemporary } from '../temporary.ts'
import { kaijuan, root } from './support.ts'

const reports = join(root, 'test/fixtures/reports')
const temporary = makeTemporary()
afterAll(() => temporary.remove())
const folder = () => mkdtempSync(join(temporary.folder, 'explain-'))

/** A page whose every text would be markup, were it not escaped. */
const bad = '&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;'
const hostile = `<html><head><title>${bad}</title></head><body><h1>${bad}青石镇人民政府2023年政府信息公开工作年度报告</h1>
<p>二、主动公开政府信息情况</p><table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
<tr><td>规章</td><td>"&gt;&lt;svg onload=alert(1)&gt;1</td><td>0</td><td>0</td></tr><tr><td>行政规范性文件</td><td>3</td><td>2</td><td>9</td></tr></table></body></html>`

describe('kaijuan explain', () => {
  it('tells the steps in order, in Chinese unless asked otherwise', async () => {
    const { status, out } = await kaijuan('explain', join(reports, '桐坞县人民政府2023.docx'))
    expect(status).toBe(0)
    const lines = (out[0] ?? '').split('\n')
    const heads = lines.filter(line => line !== '' && !line.startsWith(' ')).slice(1)
    expect(heads).toEqual([
      ...['格式', '原件各段', '六部分', '题名与机关', '找表之处'],
      ...['表二', '表三', '表四'].flatMap(table => [
        `${table}，找到何处`,
        `${table}，行`,
        `${table}，列`,
        `${table}，各格`,
      ]),
    ])
    expect(lines).toContain(
      '  行政许可·本年处理决定数量\t“5124” → 5124，列首与格数指同一格，把握 99%\t第 11 段，7 行 2 列',
    )
    const english = await kaijuan('explain', '--lang', 'en', join(reports, '桐坞县人民政府2023.docx'))
    expect(english.out[0]).toContain('head and count name the same cell')
    // What the source says stays as it is.
    const own = (english.out[0] ?? '').split('\n').slice(1).join('\n')
    expect(own.replace(/“[^”]*”|^ {2}(?:Title|Body|block).*$/gm, '')).not.toMatch(/[，。：]/)
  })

  it('gives every step as data with --json', async () => {
    const { status, out } = await kaijuan('explain', '--json', join(reports, '桐坞县人民政府2023.txt'))
    const told = JSON.parse(out[0] ?? '')
    expect(status).toBe(0)
    expect(told).toMatchObject({ schema: 1, format: 'text', status: 'ok', left: 0 })
    const kinds = new Set(told.steps.map((step: { kind: string }) => step.kind))
    expect([...kinds]).toEqual(['sniff', 'blocks', 'sections', 'titles', 'fact', 'regions', 'search', 'table'])
  })

  it('writes a page that needs nothing else, with a picture of each page of a PDF', async () => {
    const page = join(folder(), 'page.html')
    const { status } = await kaijuan('explain', '--html', page, join(reports, '桐坞县人民政府2023.pdf'))
    const text = readFileSync(page, 'utf8')
    expect(status).toBe(0)
    expect(text.match(/<figure id="page-\d"/g)).toHaveLength(5)
    // 10 cells of table 二 and two rows of table 三 on page 2, every one in the colour of what was read into the form.
    const second = text.slice(text.indexOf('id="page-2"'), text.indexOf('id="page-3"'))
    expect(second.match(/class="cell by-lines figure"/g)).toHaveLength(24)
    expect(second.match(/<text /g)).toHaveLength(394)
    expect(text).not.toMatch(/<script|<link|<img|src=|url\(|https?:/)
    expect(text).toContain("default-src 'none'")
    for (const [, id] of text.matchAll(/href="#([^"]+)"/g)) expect(text).toContain(`id="${id}"`)
  })

  it('shows what the source wrote as text, whatever it is, the file’s name too', async () => {
    const where = folder()
    const file = join(where, 'a"><b onclick=x>.html')
    writeFileSync(file, hostile)
    await kaijuan('explain', '--html', join(where, 'page.out'), file)
    const text = readFileSync(join(where, 'page.out'), 'utf8')
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(text).toContain('&quot;&gt;&lt;svg onload=alert(1)&gt;1')
    expect(text).not.toMatch(/<(?:script|img|b)\b/)
    expect(text).not.toMatch(/<svg(?! viewBox)/)
    expect(text).not.toMatch(/<[a-z]+[^<>]*\son[a-z]+=/)
  })

  it('writes over nothing that is there', async () => {
    const taken = join(folder(), 'page.html')
    writeFileSync(taken, 'mine')
    const { status, log } = await kaijuan('explain', '--html', taken, join(reports, '桐坞县人民政府2023.txt'))
    expect(status).toBe(1)
    expect(log).toContain(taken)
    expect(readFileSync(taken, 'utf8')).toBe('mine')
  })

  it('says why a file could not be read, and by which bytes', async () => {
    const where = folder()
    const picture = join(where, 'scan.pdf')
    writeFileSync(picture, Buffer.from('89504e470d0a1a0a0000000d', 'hex'))
    const { status, out } = await kaijuan('explain', picture)
    expect(status).toBe(1)
    expect(out[0]).toContain('·PNG····')
    const gone = await kaijuan('explain', '--json', join(where, 'gone.pdf'))
    expect(gone.status).toBe(1)
    expect(JSON.parse(gone.out[0] ?? '')).toMatchObject({ status: 'failed', sha256: null, steps: [] })
  })

  it('takes one file, and --html for itself alone', async () => {
    expect((await kaijuan('explain')).status).toBe(2)
    expect((await kaijuan('explain', 'a', 'b')).status).toBe(2)
    expect((await kaijuan('extract', '--html', 'page.html', 'a')).status).toBe(2)
  })
})
