import { childrenNamed, integer, textOf, type XmlElement } from '../common/xml/tree.ts'

/** Fields of forms in OpenDocument texts: what a drop-down or a tick box shows stands in an attribute and not in the text. */

/** LibreOffice's marks for the fields of Word (its namespace for what ODF does not have). */
function markText(mark: XmlElement): string | null {
  const values = (name: string) =>
    childrenNamed(mark, 'field:param').flatMap(param =>
      param.attributes.get('field:name') === name ? [param.attributes.get('field:value') ?? ''] : [],
    )
  const type = mark.attributes.get('field:type') ?? ''
  if (type.endsWith('FORMCHECKBOX')) return values('Checkbox_Checked')[0] === 'true' ? '☑' : '☐'
  if (!type.endsWith('FORMDROPDOWN')) return null
  const chosen = integer(values('Dropdown_Selected')[0])
  return values('Dropdown_ListEntry')[chosen ?? 0] ?? null
}

/** A drop-down field of ODF (1.3 part 3, 7.4.16): programs write the label as its text, too. */
function listText(list: XmlElement): string | null {
  const chosen = childrenNamed(list, 'text:label').find(
    label => label.attributes.get('text:current-selected') === 'true',
  )
  return chosen?.attributes.get('text:value') ?? null
}

/** What a field shows where its text does not say it; null where it is none of these, or has text. */
export function fieldText(node: XmlElement): string | null {
  const text = node.name === 'text:drop-down' ? listText(node) : node.name.startsWith('field:') ? markText(node) : null
  return textOf(node).trim() === '' ? text : null
}
