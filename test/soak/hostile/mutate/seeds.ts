import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { buildDocx, buildZip, paragraph } from '../../../readers/common/zip/build.ts'

/** The files fuzzing starts from: our own fixtures, and small ones built here of formats that have none. */

export type Seed = { readonly name: string; readonly ending: string; readonly bytes: Buffer }

const fixtures = join(import.meta.dirname, '../../../fixtures')

const row = (...cells: readonly string[]) =>
  `<w:tr>${cells.map(text => `<w:tc><w:tcPr><w:gridSpan w:val="1"/><w:vMerge/></w:tcPr>${paragraph(text)}</w:tc>`).join('')}</w:tr>`

const docxBody = `${paragraph('望溪区2023年政府信息公开工作年度报告')}<w:tbl><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>${row('规章', '0', '12')}${row('规范性文件', '3', '7')}</w:tbl>
<w:p><w:ins w:id="1"><w:r><w:t>添</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>`

const rtf = String.raw`{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}{\info{\title \u26395?\u28330?}}
\pard\f0\fs32 2023\'c4\'ea\'d5\'fe\'b8\'ae\par
\trowd\clmgf\cellx2000\clmrg\cellx4000\clvmgf\cellx6000\pard\intbl \u35268?\cell 0\cell 12\cell\row
\trowd\cellx2000\cellx4000\clvmrg\cellx6000\pard\intbl A\cell{\b 3}\cell 7\cell\row
{\*\bkmkstart x}{\pict\pngblip 89504e47}{\field{\*\fldinst HYPERLINK "x"}{\fldrslt y}}\par}`

const mht = `From: <Saved by Blink>
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----x"

------x
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: http://example.invalid/

<html><body><table><tr><td>=E8=A7=84=E7=AB=A0</td><td>12</td></tr></table></body></html>
------x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------x--
`

const office = 'urn:oasis:names:tc:opendocument:xmlns'
const odtContent = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="${office}:office:1.0" xmlns:text="${office}:text:1.0" xmlns:table="${office}:table:1.0"><office:body><office:text><text:h text:outline-level="1">2023年政府信息公开工作年度报告</text:h><table:table table:name="a"><table:table-column table:number-columns-repeated="3"/><table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1"><text:p>规章<text:s text:c="3"/></text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table><text:list><text:list-item><text:p>甲</text:p></text:list-item></text:list></office:text></office:body></office:document-content>`

function odt(): Uint8Array {
  return buildZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', level: 0 },
    { name: 'content.xml', data: odtContent },
    {
      name: 'META-INF/manifest.xml',
      data: `<manifest:manifest xmlns:manifest="${office}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>`,
    },
  ])
}

/** All seeds, in a fixed order. */
export async function readSeeds(): Promise<readonly Seed[]> {
  const paths = (await readdir(fixtures, { recursive: true }))
    .filter(path => /\.(docx?|pdf|html|txt)$/.test(path) && !path.includes('source'))
    .sort()
  const read = paths.map(async path => {
    return { name: path, ending: extname(path).slice(1), bytes: await readFile(join(fixtures, path)) }
  })
  const built = { docx: buildDocx(docxBody), rtf: Buffer.from(rtf), mht: Buffer.from(mht), odt: odt() }
  const made = Object.entries(built).map(([ending, bytes]) => ({
    name: `built.${ending}`,
    ending,
    bytes: Buffer.from(bytes),
  }))
  return [...(await Promise.all(read)), ...made]
}
