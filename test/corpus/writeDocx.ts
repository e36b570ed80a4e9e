import { buildZip, docxEntries, type Entry } from '../readers/common/zip/build.ts'
import type { LaidCell, LaidTable } from '../recognition/layout.ts'
import { filled, widthsOf } from './lay.ts'
import { type Draft, type DraftBlock, type Manner, type RunKind, textRuns } from './model.ts'
import { greyPng } from './picture.ts'

/** WordprocessingML written directly (ECMA-376 part 1, §17), as Word and WPS write it. */

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function run(text: string, properties: string): string {
  const pieces = text.split('\n').map(line => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
  return `<w:r><w:rPr><w:rFonts w:eastAsia="Noto Serif CJK SC"/>${properties}</w:rPr>${pieces.join('<w:br/>')}</w:r>`
}

const change = 'w:id="7" w:author="校对" w:date="2024-01-05T09:00:00Z"'
const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
const marked: Readonly<Record<RunKind, (text: string, properties: string) => string>> = {
  raised: (text, properties) => run(text, `${properties}<w:vertAlign w:val="superscript"/>`),
  removed: (text, properties) =>
    `<w:del ${change}>${run(text, properties).replaceAll('<w:t ', '<w:delText ').replaceAll('</w:t>', '</w:delText>')}</w:del>`,
  added: (text, properties) => `<w:ins ${change}>${run(text, properties)}</w:ins>`,
  hidden: (text, properties) => run(text, `<w:vanish/>${properties}`),
  struck: (text, properties) => run(text, `<w:strike/>${properties}`),
  computed: (text, properties) =>
    `${field('begin')}<w:r><w:instrText xml:space="preserve"> =SUM(LEFT) </w:instrText></w:r>${field('separate')}${run(text, properties)}${field('end')}`,
}

function runs(text: string, size: number): string {
  const properties = `<w:sz w:val="${size}"/>`
  return textRuns(text)
    .map(part => (part.kind ? marked[part.kind](part.text, properties) : run(part.text, properties)))
    .join('')
}

const paragraph = (text: string, properties = '', size = 24): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${runs(text, size)}</w:p>`

const pageWidth = 9000
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map(side => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')

function cellXml(cell: LaidCell, row: number, widths: readonly number[], manner: Manner): string {
  const begins = cell.row === row
  const merge = cell.rowSpan > 1 ? (begins ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : ''
  const direction =
    manner.vertical && cell.rowSpan > 2 && cell.columnSpan === 1 ? '<w:textDirection w:val="tbRlV"/>' : ''
  const own = widths.slice(cell.column, cell.column + cell.columnSpan)
  const one = (width: number, span: string, text: string) => {
    const properties = `<w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}${direction}`
    const inside = `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text, '<w:jc w:val="center"/>', 18)}</w:tc>`
    return manner.controls && cell.kind === 'value' ? `<w:sdt><w:sdtContent>${inside}</w:sdtContent></w:sdt>` : inside
  }
  const text = begins ? cell.text : ''
  if (manner.oldMerges && cell.columnSpan > 1)
    return own
      .map((width, at) => one(width, `<w:hMerge${at === 0 ? ' w:val="restart"' : ''}/>`, at === 0 ? text : ''))
      .join('')
  const whole = own.reduce((total, width) => total + width, 0)
  return one(whole, cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : '', text)
}

function tableXml(table: LaidTable, manner: Manner, relative: readonly number[] | undefined): string {
  const whole = filled(table)
  const widths = relative ?? widthsOf(whole)
  const sum = widths.reduce((total, width) => total + width, 0)
  const twips = widths.map(width => Math.round((width / sum) * pageWidth))
  const heads = whole.cells
    .filter(cell => cell.kind === 'value')
    .reduce((first, cell) => Math.min(first, cell.row), whole.rows)
  const rows = Array.from({ length: whole.rows }, (_, row) => {
    const cells = whole.cells
      .filter(cell => cell.row <= row && row < cell.row + cell.rowSpan)
      .sort((a, b) => a.column - b.column)
      .map(cell => cellXml(cell, row, twips, manner))
    const keep = manner.brokenRows ? '' : '<w:cantSplit/>'
    const repeat = manner.repeatHeads && row < heads ? '<w:tblHeader/>' : ''
    const line = `<w:tr><w:trPr>${keep}${repeat}</w:trPr>${cells.join('')}</w:tr>`
    return manner.controls && row % 5 === 4 ? `<w:sdt><w:sdtContent>${line}</w:sdtContent></w:sdt>` : line
  })
  const grid = twips.map(width => `<w:gridCol w:w="${width}"/>`).join('')
  const margins = '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
  const properties = `<w:tblW w:w="${pageWidth}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>${margins}`
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
}

const upright =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
const lying =
  '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'

const picture = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="5000000" cy="3000000"/><wp:docPr id="1" name="table"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="table.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5000000" cy="3000000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`

function blockXml(block: DraftBlock, draft: Draft): string {
  switch (block.kind) {
    case 'title':
      return paragraph(block.text, '<w:jc w:val="center"/>', 36)
    case 'heading':
    case 'paragraph':
      return paragraph(block.text)
    case 'signature':
      return paragraph(block.text, '<w:jc w:val="right"/>')
    case 'table': {
      const table = tableXml(block.table, draft.manner, block.widths)
      const inner = draft.manner.nested
        ? `<w:tbl><w:tblPr><w:tblW w:w="${pageWidth}" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="${pageWidth}"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="${pageWidth}" w:type="dxa"/></w:tcPr>${table}<w:p/></w:tc></w:tr></w:tbl>`
        : table
      if (!block.turned) return `${inner}<w:p/>`
      return `<w:p><w:pPr>${upright}</w:pPr></w:p>${inner}<w:p><w:pPr>${lying}</w:pPr></w:p>`
    }
    case 'picture':
      return picture
    case 'pageBreak':
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
  }
}

const relations: Entry = {
  name: 'word/_rels/document.xml.rels',
  data: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/table.png"/></Relationships>',
}

export function writeDocx(draft: Draft): Uint8Array {
  const body = draft.blocks.map(block => blockXml(block, draft)).join('') + upright
  const pictured = draft.blocks.some(block => block.kind === 'picture')
  const more = pictured ? [relations, { name: 'word/media/table.png', data: greyPng(300, 180), level: 0 }] : []
  const entries = docxEntries(body, more).map(entry =>
    entry.name === '[Content_Types].xml' && typeof entry.data === 'string'
      ? {
          ...entry,
          data: entry.data.replace('<Override', '<Default Extension="png" ContentType="image/png"/><Override'),
        }
      : entry,
  )
  return buildZip(entries)
}
