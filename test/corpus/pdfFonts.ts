import { encode } from '../fixtures/encode.ts'
import type { PdfManner } from './model.ts'

/** Fonts of hand-made PDFs. None is embedded: readers need only codes, widths and maps (ISO 32000-1, 9.7). */

export type PdfFont = {
  /** Objects from number 10 on; 10 is the font. */
  readonly objects: readonly string[]
  readonly codes: (text: string) => string
}

const hex = (bytes: Iterable<number>) => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
const codesOf = (text: string, shift: number) =>
  [...text].map(one => (((one.codePointAt(0) ?? 0) + shift) & 0xffff).toString(16).padStart(4, '0')).join('')
const ucs2 = (text: string) => codesOf(text, 0)
/** Numbers of glyphs in a subset, as good as any. */
const glyphs = (text: string) => codesOf(text, 0x123)

const descriptor =
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 90 >>'

function composite(encoding: string, ordering: string, widths: string, more = ''): readonly string[] {
  return [
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [11 0 R] ${more} >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [${widths}] /FontDescriptor 12 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement ${ordering === 'GB1' ? 2 : 0} >> >>`,
    descriptor,
  ]
}

/** A ToUnicode map that gives every glyph another character, as copy-protected files do. */
function scrambledMap(): string {
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfrange <0000> <00ff> <4e00> <3000> <9fff> <5000> endbfrange endcmap end end`
  return `<< /Length ${map.length} >>\nstream\n${map}\nendstream`
}

/** CIDs 1–95 of Adobe-GB1 are proportional ASCII, 814–908 its half-width copy. */
export function pdfFont(kind: PdfManner['font']): PdfFont {
  switch (kind) {
    case 'ucs2':
      return { objects: composite('UniGB-UCS2-H', 'GB1', '1 95 500 814 908 500'), codes: ucs2 }
    case 'gbk':
      return { objects: composite('GBK-EUC-H', 'GB1', '1 95 500 814 908 500'), codes: text => hex(encode(text, 'gbk')) }
    case 'unmapped':
      return { objects: composite('Identity-H', 'Identity', '323 417 500'), codes: glyphs }
    case 'scrambled':
      return {
        objects: [...composite('Identity-H', 'Identity', '32 126 500', '/ToUnicode 13 0 R'), scrambledMap()],
        codes: ucs2,
      }
  }
}
