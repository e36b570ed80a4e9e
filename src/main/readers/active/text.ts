import type { ActiveContent } from '../../../shared/data/inspection.ts'
import { fetchingField } from './package.ts'

/** Looks for active content in formats that are text: RTF, and Word documents that are one XML file. */

type Found = ActiveContent['found'][number]

const each = (text: string, pattern: RegExp, kind: Found['kind']): readonly Found[] =>
  [...text.matchAll(pattern)].map(([where]) => ({ kind, where: where.slice(0, 80) }))

/** RTF 1.9.1: objects carry \objdata, linked ones \objlink or \objautlink; a template may be named by an address. */
export function activeInRtf(bytes: Uint8Array): ActiveContent {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const found = [
    ...each(text, /\\(?:objdata|objemb|objocx|objupdate)\b/g, 'embedded'),
    ...each(text, /\\(?:objlink|objautlink)\b/g, 'external'),
    ...each(text, /\\\*\\template\s+(?:https?:|\\\\\\\\)[^}]{0,200}/gi, 'external'),
  ]
  for (const [, code = ''] of text.matchAll(/\\fldinst\b([^}]{0,300})/g))
    if (fetchingField.test(code)) found.push({ kind: 'external', where: code.trim().slice(0, 200) })
  return { looked: ['embedded', 'external'], found, partial: false }
}

/** Word 2003 XML and flat OPC. */
export function activeInWordXml(text: string): ActiveContent {
  const found = [
    ...each(text, /w:macrosPresent\s*=\s*"yes"|<w:docSuppData\b|pkg:name="[^"]{0,200}vbaProject\.bin"/g, 'macro'),
    ...each(text, /<w:(?:docOleData|ocx)\b|pkg:name="[^"]{0,200}\/(?:embeddings|activeX)\/[^"]{0,200}"/g, 'embedded'),
  ]
  for (const [relation] of text.matchAll(/<Relationship\b[^>]{0,2000}>/g))
    if (/TargetMode="External"/.test(relation) && !/\/hyperlink"/.test(relation))
      found.push({ kind: 'external', where: relation.slice(0, 200) })
  for (const [, code = ''] of text.matchAll(/<w:instrText\b[^>]{0,200}>([^<]{0,300})/g))
    if (fetchingField.test(code)) found.push({ kind: 'external', where: code.trim().slice(0, 200) })
  return { looked: ['macro', 'embedded', 'external'], found, partial: false }
}
