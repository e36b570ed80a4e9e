/**
 * Prefixes by namespace, so that one name means one thing whatever prefix a file uses. Strict Office Open XML (ISO/IEC 29500-1) has
 * other namespaces for the same elements as the transitional one that nearly every file uses; both get one prefix here.
 */

const office = 'http://schemas.openxmlformats.org/'
const strict = 'http://purl.oclc.org/ooxml/'
const odf = 'urn:oasis:names:tc:opendocument:xmlns:'

/** Prefix and namespace; where a prefix has several, the first is the one written out. */
const known: readonly (readonly [string, string])[] = [
  ['w', `${office}wordprocessingml/2006/main`],
  ['w', `${strict}wordprocessingml/main`],
  ['w', 'http://schemas.microsoft.com/office/word/2003/wordml'],
  ['r', `${office}officeDocument/2006/relationships`],
  ['r', `${strict}officeDocument/relationships`],
  ['wp', `${office}drawingml/2006/wordprocessingDrawing`],
  ['wp', `${strict}drawingml/wordprocessingDrawing`],
  ['a', `${office}drawingml/2006/main`],
  ['a', `${strict}drawingml/main`],
  ['pic', `${office}drawingml/2006/picture`],
  ['pic', `${strict}drawingml/picture`],
  ['m', `${office}officeDocument/2006/math`],
  ['m', `${strict}officeDocument/math`],
  ['mc', `${office}markup-compatibility/2006`],
  ['pr', `${office}package/2006/relationships`],
  ['pkg', 'http://schemas.microsoft.com/office/2006/xmlPackage'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
  ['wx', 'http://schemas.microsoft.com/office/word/2003/auxHint'],
  ['aml', 'http://schemas.microsoft.com/aml/2001/core'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
  ['w10', 'urn:schemas-microsoft-com:office:word'],
  ['office', `${odf}office:1.0`],
  ['text', `${odf}text:1.0`],
  ['table', `${odf}table:1.0`],
  ['style', `${odf}style:1.0`],
  ['draw', `${odf}drawing:1.0`],
  ['fo', `${odf}xsl-fo-compatible:1.0`],
  ['field', 'urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
]

const prefixes: ReadonlyMap<string, string> = new Map(known.map(([prefix, namespace]) => [namespace, prefix]))
const namespaces: ReadonlyMap<string, string> = new Map(known.toReversed())

/** The prefix for a namespace: ours, '' for none, or ‘x’ for all we know nothing of. */
export function prefixOf(namespace: string): string {
  return namespace === '' ? '' : (prefixes.get(namespace) ?? 'x')
}

/** The namespace to declare for a prefix when writing. */
export function namespaceOf(prefix: string): string {
  return namespaces.get(prefix) ?? 'urn:kaijuan:other'
}
