import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openPackage, zipLimits, zipNames } from '../../../../src/main/readers/common/zip.ts'
import { buildDocx, buildZip, deflatedZeros, docxEntries, paragraph } from './build.ts'

const file = '报告.docx'
const body = paragraph('一、总体情况')

async function refusal(bytes: Uint8Array): Promise<string> {
  const opened = await openPackage(bytes, file)
  return opened.ok ? 'opened' : opened.problem.code
}

describe('opening an office package', () => {
  it('inflates the XML parts and leaves pictures alone', async () => {
    const opened = await openPackage(buildDocx(body, [{ name: 'word/media/image1.png', data: 'picture' }]), file)
    expect(opened.ok && [...opened.value.parts.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/document.xml',
    ])
    expect(opened.ok && opened.value.names).toContain('word/media/image1.png')
    expect(opened.ok && opened.value.warnings).toEqual([])
  })

  it('accepts small parts however well they compress', async () => {
    const spaces = ' '.repeat(900_000)
    expect(await refusal(buildDocx(body + spaces))).toBe('opened')
  })

  it('accepts pictures that compress better than text may, for they are never inflated', async () => {
    const preview = { name: 'word/media/image1.emf', data: Buffer.alloc(2 * zipLimits.ratioFloor) }
    expect(await refusal(buildDocx(body, [preview]))).toBe('opened')
  })

  it('ignores bytes that a server appended after the end', async () => {
    expect(await refusal(Buffer.concat([buildDocx(body), Buffer.alloc(300)]))).toBe('opened')
  })

  it('refuses a part that is a hundred times its packed size by what the directory declares', async () => {
    const deflated = deflatedZeros(4)
    const part = { name: 'word/document.xml', data: '', deflated, claimedSize: 4 * 2 ** 20 }
    expect(part.claimedSize).toBeGreaterThan(zipLimits.ratio * deflated.length)
    expect(await refusal(buildZip(docxEntries(body).with(2, part)))).toBe('office.zipBomb')
  })

  it('refuses a part that is larger than it claims, while it inflates it and not after', () => {
    // In a process of its own: what others need at the same time is none of its growing.
    const args = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'workers/understated.ts')]
    const { code, grown } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
    expect(code).toBe('office.zipBomb')
    expect(grown).toBeLessThan(32)
  })

  it('refuses many parts that are each within the limits but not together', async () => {
    const data = Buffer.alloc(1024 * 1024)
    const deflated = deflateRawSync(data)
    const more = Array.from({ length: 257 }, (_, index) => ({ name: `word/footer${index}.xml`, data, deflated }))
    expect(await refusal(buildDocx(body, more))).toBe('office.zipBomb')
  })

  it('refuses more entries than allowed', async () => {
    const more = Array.from({ length: zipLimits.entries }, (_, index) => ({
      name: `word/media/${index}.bin`,
      data: '',
    }))
    expect(await refusal(buildDocx(body, more))).toBe('office.tooManyParts')
  })

  it.each(['word/document.xml', 'WORD/Document.xml', '../../evil.xml', '/etc/evil.xml'])(
    'refuses a second or stray part %s',
    async name => {
      expect(await refusal(buildDocx(body, [{ name, data: '<a/>' }]))).toBe('office.unsafeParts')
    },
  )

  it('tells a file cut short from a damaged one', async () => {
    const bytes = buildDocx(body)
    expect(await refusal(bytes.subarray(0, bytes.length - 40))).toBe('office.truncated')
    const broken = Uint8Array.from(bytes)
    broken.fill(0xff, broken.length - 68, broken.length - 60)
    expect(await refusal(broken)).toBe('office.damaged')
  })

  it('says so when a part is encrypted', async () => {
    expect(await refusal(buildDocx(body, [{ name: 'word/styles.xml', data: '<a/>', encrypted: true }]))).toBe(
      'office.encrypted',
    )
  })

  it('warns when a checksum does not match, because a digit may have changed', async () => {
    const opened = await openPackage(buildDocx(body, [{ name: 'word/styles.xml', data: '<a/>', claimedCrc: 1 }]), file)
    expect(opened.ok && opened.value.warnings.map(item => [item.code, item.params.part])).toEqual([
      ['office.checksum', 'word/styles.xml'],
    ])
  })

  it('survives every cut of a document without throwing', async () => {
    const bytes = buildDocx(body)
    for (let length = 0; length < bytes.length; length += 7) {
      expect(await refusal(bytes.subarray(0, length))).toMatch(/^office\./)
    }
  })

  it('lists names for telling formats apart, and null for what is no zip', async () => {
    expect(await zipNames(buildDocx(body))).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/document.xml'])
    expect(await zipNames(Buffer.from('PK\x03\x04 nothing'))).toBeNull()
  })
})
