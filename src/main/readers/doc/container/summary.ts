import { u16, u32 } from '../bytes.ts'

/** The document's title from its summary information, [MS-OLEPS] 2.21 and 3.1; null where there is none. */
export function titleIn(stream: Uint8Array): string | null {
  const sets = u32(stream, 24)
  if (u16(stream, 0) !== 0xfffe || sets === 0) return null
  const set = u32(stream, 44)
  // A summary has about twenty properties; more than a hundred is damage.
  const count = Math.min(u32(stream, set + 4), 100)
  const places = new Map<number, number>()
  for (let index = 0; index < count; index++) {
    places.set(u32(stream, set + 8 + index * 8), set + u32(stream, set + 12 + index * 8))
  }
  const title = places.get(titleProperty)
  if (title === undefined) return null
  const codePage = places.get(codePageProperty)
  const text = stringAt(stream, title, codePage === undefined ? 1252 : u16(stream, codePage + 4))
  return text === '' ? null : text
}

const codePageProperty = 1
const titleProperty = 2
const narrowString = 0x1e
const wideString = 0x1f

const encodings: ReadonlyMap<number, string> = new Map([
  [936, 'gb18030'],
  [54936, 'gb18030'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [65001, 'utf-8'],
])

function stringAt(stream: Uint8Array, at: number, codePage: number): string {
  const type = u32(stream, at)
  if (type !== narrowString && type !== wideString) return ''
  const size = u32(stream, at + 4) * (type === wideString ? 2 : 1)
  const bytes = stream.subarray(at + 8, at + 8 + Math.min(size, 1024))
  const encoding = type === wideString ? 'utf-16le' : (encodings.get(codePage) ?? 'windows-1252')
  const text = new TextDecoder(encoding).decode(bytes)
  return (text.split('\0')[0] ?? '').trim()
}
