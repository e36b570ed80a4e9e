import { describe, expect, it, test } from 'vitest'
import { readOdt } from '../../../src/main/readers/odt/index.ts'
import { buildZip } from '../common/zip/build.ts'

const names = ['office', 'text', 'table', 'form']
  .map(name => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')
const declarations = `${names} xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"`

async function cellOf(inner: string) {
  const body = `<table:table><table:table-row><table:table-cell><text:p>${inner}</text:p></table:table-cell><table:table-cell><text:p>后</text:p></table:table-cell></table:table-row></table:table>`
  const data = `<office:document-content ${declarations}><office:body><office:text>${body}</office:text></office:body></office:document-content>`
  const mimetype = { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' }
  const { document } = await readOdt(buildZip([mimetype, { name: 'content.xml', data }]), '报告.odt')
  const [grid] = document?.blocks ?? []
  return grid?.kind === 'grid' ? grid.cells[0] : undefined
}

const param = (name: string, value: string) => `<field:param field:name="${name}" field:value="${value}"/>`
const mark = (type: string, params: string) =>
  `<field:fieldmark field:type="vnd.oasis.opendocument.field.${type}">${params}</field:fieldmark>`
const entries = ['0', '7', '12'].map(value => param('Dropdown_ListEntry', value)).join('')
const list = (text: string) =>
  `<text:drop-down><text:label text:value="3"/><text:label text:value="4" text:current-selected="true"/>${text}</text:drop-down>`

describe('a field of a form in an OpenDocument text', () => {
  test.each([
    ['is read as the entry chosen', mark('FORMDROPDOWN', entries + param('Dropdown_Selected', '2')), '12'],
    ['is read as its first entry where none was chosen', mark('FORMDROPDOWN', entries), '0'],
    ['is read as its tick', mark('FORMCHECKBOX', param('Checkbox_Checked', 'true')), '☑'],
    ['is read as the label chosen', list(''), '4'],
    ['is read once where the label is its text as well', list('4'), '4'],
  ])('%s', async (_name, inner, text) => {
    expect(await cellOf(inner)).toMatchObject({ text })
  })

  it('is marked as more than text where it is a control that shows what stands elsewhere', async () => {
    expect(await cellOf('<draw:control draw:control="c"/>')).toMatchObject({ text: '', image: true })
  })
})
