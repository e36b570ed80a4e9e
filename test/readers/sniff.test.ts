import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sniff } from '../../src/main/readers/sniff.ts'
import { buildDocx, buildZip, docxEntries, paragraph } from './common/zip/build.ts'
import { comments } from './costly.ts'

const file = '报告.doc'
const report = '云岭市清河区人民政府2023年政府信息公开工作年度报告\n一、总体情况\n'

async function verdict(bytes: Uint8Array | string): Promise<string> {
  const sniffed = await sniff(Buffer.from(bytes), file)
  return sniffed.format === 'unknown' ? sniffed.problem.code : sniffed.format
}
async function named(bytes: Uint8Array | string): Promise<string | number | undefined> {
  const sniffed = await sniff(Buffer.from(bytes), file)
  return sniffed.format === 'unknown' ? sniffed.problem.params.formatEnglish : undefined
}
/** A compound file as far as sniffing looks: the signature, and a directory entry with the name of a stream. */
function compound(stream: string): Uint8Array {
  const bytes = Buffer.alloc(2_048)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.write(`${stream}\0`, 1_024, 'utf16le')
  return bytes
}

describe('telling formats by their bytes', () => {
  it.each([
    ['a Word document', buildDocx(paragraph('甲')), 'docx'],
    ['a Word document cut short', buildDocx(paragraph('甲')).subarray(0, 600), 'docx'],
    [
      'a Word document cut short whose text comes late',
      buildZip([
        { name: 'a.bin', data: new Uint8Array(80_000), stored: true },
        ...docxEntries(paragraph('甲')),
      ]).subarray(0, -60),
      'docx',
    ],
    ['binary Word', compound('WordDocument'), 'doc'],
    ['a PDF', '%PDF-1.6\n…', 'pdf'],
    ['a PDF behind other bytes', `${'\n'.repeat(900)}%PDF-1.6\n`, 'pdf'],
    ['a page', '<!DOCTYPE html><html><body>甲', 'html'],
    ['a page behind mark, space and comments', '\ufeff \n<!-- saved from -->\n<!-- 甲 -->\n<META charset=gbk>', 'html'],
    ['XHTML', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="y">', 'html'],
    [
      'a page from Word',
      '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=ProgId content=Word.Document>',
      'html',
    ],
    ['a fragment that begins with text', '年度报告<table><tr><td>1</td></tr></table>', 'html'],
    ['a page in UTF-16', Buffer.from('\ufeff<html><body>甲</body></html>', 'utf16le'), 'html'],
    ['text', report, 'text'],
    ['text in UTF-16 without a mark', Buffer.from(report, 'utf16le'), 'text'],
    ['text that compares', '规章 < 10 且 <b> 未见', 'text'],
    ['a WPS document', compound('WordDocument'), 'doc'],
    ['RTF', '{\\rtf1\\ansi', 'rtf'],
    ['RTF behind a mark', '\ufeff\r\n{\\rtf1', 'rtf'],
    ['MHTML', 'From: <Saved by Blink>\r\nMIME-Version: 1.0', 'mhtml'],
    ['a page saved by Word', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n', 'mhtml'],
    ['a mail', 'Received: from a\r\n by b\r\nContent-Type: text/plain\r\n\r\n甲', 'mhtml'],
    ['text that names its sender', '发件: 甲\nFrom: 乙\n正文', 'text'],
    ['text that looks like one field', 'Note: 一、总体情况\n正文', 'text'],
    [
      'an OpenDocument package',
      buildZip([
        { name: 'content.xml', data: '' },
        { name: 'META-INF/manifest.xml', data: '' },
      ]),
      'odt',
    ],
    ['flat ODT', '<?xml version="1.0"?><office:document xmlns:office="x">', 'odt'],
    ['Word 2003 XML', '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', 'wordxml'],
    ['flat Word XML', '<?xml version="1.0"?><pkg:package xmlns:pkg="x">', 'wordxml'],
    ['long text without a line break', `${'年'.repeat(70_000)}`, 'text'],
  ])('%s', async (_name, bytes, format) => {
    expect(await verdict(bytes)).toBe(format)
  })

  it.each([
    ['nothing', '', 'read.empty'],
    ['a password-protected DOCX', compound('EncryptedPackage'), 'office.encrypted'],
    ['one with its names in capitals', compound('ENCRYPTEDPACKAGE'), 'office.encrypted'],
    [
      'a spreadsheet package',
      buildZip([
        { name: '[Content_Types].xml', data: '' },
        { name: 'xl/workbook.xml', data: '' },
      ]),
      'office.notWord',
    ],
    ['an old spreadsheet', compound('Workbook'), 'office.notWord'],
    ['a document of Microsoft Works 6 to 9', compound('CONTENTS'), 'read.notYet'],
    ['a document of Microsoft Works 4', compound('MatOST'), 'read.notYet'],
    ['a document of Word 2.0', '\xdb\xa5\x2d\0\x31\x40\x09\x04', 'read.notYet'],
    ['a plain zip', buildZip([{ name: '报告.txt', data: report }]), 'office.notWord'],
    ['an empty zip', buildZip([]), 'office.notWord'],
    ['UOF', '<?xml version="1.0"?><uof:UOF xmlns:uof="x">', 'read.notYet'],
    ['OFD', buildZip([{ name: 'OFD.xml', data: '' }]), 'read.notYet'],
    ['a picture', '\x89PNG\r\n\x1a\n', 'read.picture'],
    ['RAR', 'Rar!\x1a\x07\x01', 'read.packed'],
    ['junk', Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 251), 'read.unknownFormat'],
  ])('says why it does not read %s', async (_name, bytes, code) => {
    expect(await verdict(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)).toBe(code)
  })

  it('names what a zip is that is no Word document', async () => {
    expect(
      await named(
        buildZip([
          { name: '[Content_Types].xml', data: '' },
          { name: 'ppt/presentation.xml', data: '' },
        ]),
      ),
    ).toBe('a PowerPoint presentation')
    expect(await named(buildZip([{ name: 'a.txt', data: '' }]))).toBe('a zip archive')
  })

  it('comes to a verdict on any bytes, also behind known signatures', async () => {
    const signature = fc.constantFrom(
      '',
      'PK\x03\x04',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '%PDF-',
      '<',
      '<!--',
      '<?',
      '\xff\xfe',
    )
    await fc.assert(
      fc.asyncProperty(signature, fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
        expect(await verdict(Buffer.concat([Buffer.from(start, 'latin1'), rest]))).toMatch(/^\w+(\.\w+)?$/)
      }),
    )
  })

  it('looks behind thousands of comments', async () => {
    expect(await verdict(comments(6_000))).toBe('text')
    expect(await verdict(comments(6_000).replace('年', '<p>年</p>'))).toBe('html')
  })
})
