type Pages = { readonly contents: readonly string[]; readonly size: readonly [number, number]; readonly rotate: number }

/** Writes objects one after the other with a cross-reference table. `fonts` become objects from 10 on. */
export function assemblePdf(fonts: readonly string[], { contents, size, rotate }: Pages): Uint8Array {
  const objects = new Map<number, string>()
  objects.set(1, '<< /Type /Catalog /Pages 2 0 R >>')
  const kids = contents.map((_, index) => `${30 + index * 2} 0 R`).join(' ')
  objects.set(2, `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`)
  fonts.forEach((body, index) => {
    objects.set(10 + index, body)
  })
  contents.forEach((content, index) => {
    const turn = rotate === 0 ? '' : `/Rotate ${rotate}`
    const number = 30 + index * 2
    objects.set(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.join(' ')}] ${turn} /Resources << /Font << /F1 10 0 R >> >> /Contents ${number + 1} 0 R >>`,
    )
    objects.set(number + 1, `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`)
  })
  let text = '%PDF-1.7\n'
  let table = 'xref\n0 1\n0000000000 65535 f \n'
  for (const [number, body] of objects) {
    table += `${number} 1\n${String(text.length).padStart(10, '0')} 00000 n \n`
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  const start = text.length
  const last = Math.max(...objects.keys()) + 1
  text += `${table}trailer\n<< /Size ${last} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(text, 'latin1'))
}
