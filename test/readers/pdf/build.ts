/** One page of a made-up PDF. */
export type MadePage = {
  /** Drawing operators; F1 is Helvetica, F2 a Chinese font that is not embedded (its codes are UCS-2), F3 with GBK codes, F4 with character numbers of Adobe-GB1, F5 a font whose table is lost. */
  readonly content: string
  readonly rotate?: number
  readonly size?: readonly [number, number]
  /** More resources, such as /XObject << /X1 20 0 R >>. */
  readonly resources?: string
}

/** Writes a PDF by hand: objects one after the other, with a cross-reference table. `extra` are objects from 20 on. */
export function makePdf(pages: readonly MadePage[], extra: readonly string[] = [], info = ''): Uint8Array {
  const objects = new Map<number, string>()
  const firstPage = 20 + extra.length
  const kids = pages.map((_, index) => `${firstPage + index * 2} 0 R`).join(' ')
  objects.set(1, '<< /Type /Catalog /Pages 2 0 R >>')
  objects.set(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  objects.set(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')
  objects.set(
    4,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>',
  )
  objects.set(
    5,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 6 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>',
  )
  objects.set(
    6,
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 90 >>',
  )
  objects.set(7, `<< ${info} >>`)
  for (const [number, encoding] of [
    [8, 'GBK-EUC-H'],
    [9, 'Identity-H'],
  ] as const)
    objects.set(
      number,
      `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [5 0 R] >>`,
    )
  const names = Array.from({ length: 20 }, (_, index) => `/g${index + 12}`).join(' ')
  objects.set(
    10,
    `<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Lost /FirstChar 1 /LastChar 20 /Widths [${'1000 '.repeat(20)}] /Encoding << /Differences [1 ${names}] >> >>`,
  )
  extra.forEach((body, index) => {
    objects.set(20 + index, body)
  })
  pages.forEach((page, index) => {
    const [width, height] = page.size ?? [595, 842]
    const number = firstPage + index * 2
    const turn = page.rotate ? `/Rotate ${page.rotate}` : ''
    const resources = `/Font << /F1 3 0 R /F2 4 0 R /F3 8 0 R /F4 9 0 R /F5 10 0 R >> ${page.resources ?? ''}`
    objects.set(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ${turn} /Resources << ${resources} >> /Contents ${number + 1} 0 R >>`,
    )
    objects.set(number + 1, stream(page.content))
  })
  return assemble(objects)
}

export function stream(content: string, dictionary = ''): string {
  return `<< /Length ${Buffer.byteLength(content, 'latin1')} ${dictionary} >>\nstream\n${content}\nendstream`
}

function assemble(objects: ReadonlyMap<number, string>): Uint8Array {
  let text = '%PDF-1.7\n'
  const offsets = new Map<number, number>()
  for (const [number, body] of objects) {
    offsets.set(number, text.length)
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  const start = text.length
  for (const [number, offset] of offsets)
    text += `${text.length === start ? 'xref\n0 1\n0000000000 65535 f \n' : ''}${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`
  const size = Math.max(...objects.keys()) + 1
  text += `trailer\n<< /Size ${size} /Root 1 0 R /Info 7 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

/** Latin text at a place (PDF coordinates, origin bottom left). */
export function latin(text: string, x: number, y: number, size = 10): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET\n`
}

/** Chinese text at a place. */
export function chinese(text: string, x: number, y: number, size = 10): string {
  const codes = [...text].map(one => (one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')
  return `BT /F2 ${size} Tf ${x} ${y} Td <${codes}> Tj ET\n`
}

/** Stroked ruling lines of a table. */
export function ruled(xs: readonly number[], ys: readonly number[]): string {
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)]
  const across = ys.map(y => `${left} ${y} m ${right} ${y} l S\n`)
  const along = xs.map(x => `${x} ${bottom} m ${x} ${top} l S\n`)
  return `0.5 w\n${across.join('')}${along.join('')}`
}
